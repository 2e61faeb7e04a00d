public import JSON

/// Why a push about a case was not taken. Nothing of it is kept.
public enum RunningCaseError: Error, Equatable, Sendable {
    /// The body is no JSON object, or no list of events where that is what was sent.
    case notJSON
    /// All that is wrong with its fields.
    case fields([JSONFault])
    /// There is no such case of this organisation; the push would have to say more to make one.
    case notKnown
    /// The same status id, event id or moment came before with another content.
    case contentDiffers
    /// The source of an event names another organisation, which gave no mandate.
    case foreignSource
    /// An event of a type that this address does not take.
    case typeNotTaken
    /// The case has had as many pushes as one may have.
    case tooManyPushes
}

/// A case that a reader asked for is not theirs, not there, or removed: which of these is not told.
public struct NoSuchCase: Error {}
