/// Why a file is not taken as an agreement: everything that is wrong with it, with the place and what was
/// expected there.
///
/// Nothing of a wrong file is used.
public struct AgreementFileError: Error, Equatable {
    /// The name by which the reader knows the file.
    public let file: String
    /// In the order of the file; at most ``problemLimit``.
    public let problems: [Problem]

    public struct Problem: Equatable, Sendable {
        /// Counted from 1; 0 where the file as a whole is meant.
        public let line: Int
        /// The clause, when the place is in one, such as `SNO-30`.
        public let clause: String?
        /// The path of keys, such as `norms[1].at_least`.
        public let key: String
        public let expected: String
        public let found: String
    }

    /// A file with more mistakes than this is the wrong file; the first ones say so.
    public static let problemLimit = 50
}

extension AgreementFileError: CustomStringConvertible {
    /// A line for each problem: `agreements/x.yaml:12: SNO-30 norms[1].at_least: expected …, found …`.
    public var description: String {
        problems.map { "\(file):\($0)" }.joined(separator: "\n")
    }
}

extension AgreementFileError.Problem: CustomStringConvertible {
    public var description: String {
        let place = [clause, key].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        return "\(line): \(place.isEmpty ? "the file" : place): expected \(expected), found \(found)"
    }
}
