public import CivilTime
public import SQL
import Sealing

/// A case of an organisation that somebody waits for, as the organisation told it (SNO-03).
public struct RunningCase: Sendable {
    public typealias ID = Identifier<RunningCase>

    public enum State: String, Sendable, Storable, CaseIterable {
        case open
        case suspended
        case closed
        /// Taken back by the organisation: nobody sees it, and nothing of its content is kept.
        case removed

        var isOver: Bool { self == .closed || self == .removed }
    }

    public let id: ID
    public let organisation: String
    public let state: State
    /// The last moment at which something changed, by the organisation's clock.
    public let changedAt: Instant
    public let content: CaseContent

    /// What the person must do now; a case that is over asks nothing.
    public var step: CaseContent.Step? { state.isOver ? nil : content.step }
}

/// Something that happened in a case.
public struct CaseMoment: Sendable {
    public enum Kind: String, Sendable, Storable, CaseIterable {
        case opened, registered, changed, suspended, updated, extended, closed
        /// A status in the organisation's own words.
        case status
    }

    public let kind: Kind
    public let at: Instant
    /// In the organisation's own words, where it gave any.
    public let title: String?
    public let text: String?
}

extension SealContext {
    static func content(_ id: RunningCase.ID) -> SealContext {
        SealContext(purpose: "running_case.content", id: id.bytes)
    }

    static func story(_ id: RunningCase.ID) -> SealContext {
        SealContext(purpose: "case_push.text", id: id.bytes)
    }
}
