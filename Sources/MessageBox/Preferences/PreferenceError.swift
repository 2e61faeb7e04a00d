/// Why a change of settings was refused; nothing of it is kept.
public enum PreferenceError: Error, Equatable, Sendable {
    /// The person has no box to have settings for.
    case noBox
    /// Somebody, most likely the same person in another window, changed it since it was read.
    case changedElsewhere
    /// No organisation with this number sends messages here.
    case unknownOrganisation
    /// The organisation has no such kind of message.
    case unknownType
}
