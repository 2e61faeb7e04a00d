import Agreements
import Yams

/// Gathers, over one reading of a file, what is wrong and what is assumed.
///
/// A class, because all parts of one reading add to it; it lives as long as that reading.
final class Reader {
    private(set) var problems: [AgreementFileError.Problem] = []
    private var assumptions: [Assumption] = []
    /// The clause that is being read, for messages.
    var clause: String?
    /// The keys of all maintenance windows, also of those that are wrong otherwise.
    var windowKeys: [String] = []

    func report(_ problem: AgreementFileError.Problem) {
        guard problems.count < AgreementFileError.problemLimit else { return }
        problems.append(problem)
    }

    func report(_ node: Node, _ key: String, expected: String, found: String) {
        report(
            AgreementFileError.Problem(
                line: node.mark?.line ?? 0, clause: clause, key: key, expected: expected, found: found))
    }

    func note(_ assumption: Assumption) {
        assumptions.append(assumption)
    }

    /// The assumptions noted since the last time, handed over to what they belong to.
    func takeAssumptions() -> [Assumption] {
        defer { assumptions = [] }
        return assumptions
    }
}

extension Node {
    /// What stands here, for a message; long text is cut.
    var sight: String {
        switch self {
        case .scalar(let scalar) where scalar.string.isEmpty: "nothing"
        case .scalar(let scalar): "'\(scalar.string.prefix(40))'"
        case .mapping: "keys with values"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}
