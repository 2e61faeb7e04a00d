public import CivilTime

/// Why an address was not taken, or not confirmed.
public enum EmailError: Error, Equatable, Sendable {
    /// Not an address that mail can be sent to.
    case notAnAddress
    /// So many codes went out this hour that the next one must wait.
    case tooManyCodes(until: Instant)
}
