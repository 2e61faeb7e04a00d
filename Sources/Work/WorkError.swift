/// Why a worker's act was undone.
public enum WorkError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The lease ended and another worker has the lane, or had it: what this one did must not count.
    case leaseLost

    public var description: String {
        "the lease of the lane was lost; another worker goes on with it"
    }
}
