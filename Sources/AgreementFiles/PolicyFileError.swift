/// A policy file that cannot be used, with its name and what was expected.
public struct PolicyFileError: Error, CustomStringConvertible {
    public let description: String
}
