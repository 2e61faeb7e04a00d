import CivilTime
import Identity
import JSON
public import SQL

/// What an organisation says of a case at one moment: by a PUT of the whole case, by a status, or by
/// an event.
///
/// Pushes may come in any order. Each part of a case (its state, its content) keeps what was said last by the
/// organisation's clock; an older push only adds to the story.
public struct CasePush: Sendable {
    let caseKey: CaseKey
    /// What makes it the same push when it comes again: a status id, an event, or the moment of a whole case.
    let key: String
    /// The whole of it, compared when it comes again.
    let wording: String
    /// By the organisation's clock.
    let at: Instant
    let kind: CaseMoment.Kind
    /// Nil where it leaves the state as it is.
    let state: RunningCase.State?
    let content: ContentChange
    /// Whose case it is; nil where only a known case can be meant.
    let citizen: BSN?
    let title: String?
    let text: String?

    /// What became of a push; the same for the same push when it comes again.
    public enum Outcome: String, Sendable, Storable {
        case created, taken
        /// Something newer was there already: it went into the story and changed nothing else.
        case outdated
    }

    /// A clock may be this far ahead of ours; a moment further on would outdate all that follows.
    static let aheadSeconds: Int64 = 300
    /// A case that takes years has hundreds of statuses, not thousands.
    static let countLimit = 1_000
    /// The largest body of one push: the longest texts, with four bytes a scalar, twice over.
    public static let bytesLimit = 65_536

    enum Limits {
        static let title = 1...128
        static let text = 0...1_000
    }
}

/// What a push does to the content of a case.
struct ContentChange: Sendable {
    var type: String?
    var title: String?
    var explanation: String?
    var reference: String?
    var start: String?
    var expectedEnd: String?
    var result: String?
    var step: CaseContent.Step?
    /// Whether it says what the person must do now, also when that is nothing.
    var setsStep = false
    /// Whether what is absent here is absent from the case, rather than as it was.
    var isWhole = false

    var isEmpty: Bool {
        !setsStep && type == nil && title == nil && explanation == nil && reference == nil && start == nil
            && expectedEnd == nil && result == nil && step == nil
    }

    /// The content after it; nil where it does not say enough to make a case.
    func applied(to known: CaseContent?) -> CaseContent? {
        let base = isWhole ? nil : known
        guard let type = type ?? base?.type, let title = title ?? base?.title else { return nil }
        return CaseContent(
            type: type, title: title, explanation: explanation ?? base?.explanation,
            reference: reference ?? base?.reference, start: start ?? base?.start,
            expectedEnd: expectedEnd ?? base?.expectedEnd, result: result ?? base?.result,
            step: setsStep ? step : step ?? base?.step)
    }
}
