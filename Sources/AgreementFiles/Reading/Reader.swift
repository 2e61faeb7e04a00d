import Agreements
import Yams

/// Gathers, over one reading of a file, what is wrong, what is assumed and what can be named.
///
/// A class, because all parts of one reading add to it; it lives as long as that reading.
final class Reader {
    private(set) var problems: [AgreementFileError.Problem] = []
    private var assumptions: [Noted] = []
    private var placesLeft = placeLimit
    /// The clause that is being read, for messages.
    var clause: String?

    var clauses = Declared<Clause.ID>("clauses")
    var parties = Declared<Party>("parties")
    var roles = Declared<Role>("roles")
    var calendars = Declared<WorkCalendar>("calendars")
    var serviceWindows = Declared<ServiceWindow>("service windows")
    var maintenanceWindows = Declared<MaintenanceWindow>("maintenance windows")
    var notices = Declared<NoticeRule>("notices")
    var meetings = Declared<Meeting>("meetings")
    /// The numbers that have a meaning; empty where the document has no priorities.
    var priorities: [Int] = []
    var matrix: PriorityMatrix?
    /// What the file says about process types that lie in files of their own.
    var mentions: [ProcessMention] = []

    /// More places than an agreement has in a file of its size: an alias may be written in a few bytes and
    /// stand for much.
    private static let placeLimit = 100_000

    private struct Noted {
        let clause: String?
        let line: Int
        let assumption: Assumption
    }

    func report(_ problem: AgreementFileError.Problem) {
        guard problems.count < AgreementFileError.problemLimit else { return }
        problems.append(problem)
    }

    func report(_ node: Node, _ key: String, expected: String, found: String) {
        report(
            AgreementFileError.Problem(
                line: node.mark?.line ?? 0, clause: clause, key: key, expected: expected, found: found))
    }

    func note(_ assumption: Assumption, at node: Node) {
        assumptions.append(Noted(clause: clause, line: node.mark?.line ?? 0, assumption: assumption))
    }

    /// The assumptions of the clause that is being read, or of the file itself, in the order of the file;
    /// they are handed over to what they belong to.
    func takeAssumptions() -> [Assumption] {
        let taken = assumptions.filter { $0.clause == clause }
        assumptions.removeAll { $0.clause == clause }
        return taken.sorted { $0.line < $1.line }.map(\.assumption)
    }

    /// Whether another place may be read.
    func enter(_ node: Node, _ path: String) -> Bool {
        placesLeft -= 1
        if placesLeft == 0 {
            // Told whatever else is wrong: without it a reader would look for mistakes that are not there.
            problems = problems.dropLast(problems.count == AgreementFileError.problemLimit ? 1 : 0)
            report(node, path, expected: "at most \(Self.placeLimit) places", found: "more")
        }
        return placesLeft > 0
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
