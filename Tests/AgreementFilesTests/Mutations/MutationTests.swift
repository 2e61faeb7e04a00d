import AgreementFiles
import Agreements
import CivilTime
import Testing

/// Every value matters: with another one in the file, something that is computed from it differs.
struct MutationTests {
    @Test(arguments: Shipped.allCases)
    func `each value of a shipped agreement changes what is computed from it`(shipped: Shipped) throws {
        let text = try shipped.text().split(separator: "\n", omittingEmptySubsequences: false)
        let lines = WrittenLine.withoutTexts(text.map(String.init))
        let trial = try Trial(lines)
        var mutated = 0
        for line in WrittenLine.all(in: lines) where !Mutation.words.contains(line.key) {
            guard !Mutation.only.contains("\(line.key): \(line.value)") else { continue }
            let seen = trial.tries(line)
            let isSeen = seen.differs || seen.wasRefused && Mutation.fitted.contains(line.key)
            #expect(
                isSeen, "\(shipped.rawValue):\(line.index + 1) \(line.key): \(line.value) changes nothing")
            mutated += 1
        }
        #expect(mutated > 80)
    }
}

/// An agreement with what is computed from it, to be tried with other values.
private final class Trial {
    private let lines: [String]
    private let agreement: Agreement
    private let evidence: Evidence
    private let month: CivilMonth
    /// What is computed from the agreement as it is: the parts that were asked for, by clause where they
    /// look at one.
    private var before: [String: [String]] = [:]
    /// By line, the clause that it stands in.
    private var clauses: [Clause.ID?] = []

    init(_ lines: [String]) throws {
        self.lines = lines
        agreement = try AgreementFile(name: "copy.yaml", text: lines.joined(separator: "\n")).agreement
        month = try #require(CivilMonth("2026-10"))
        evidence = try RichMonth.evidence(month, of: agreement)
        var clause: Clause.ID?
        for line in lines {
            if let id = line.split(separator: "  - id: ").first, line.hasPrefix("  - id: ") {
                clause = Clause.ID(String(id))
            }
            clauses.append(clause)
        }
    }

    /// Whether some other value is seen in what is computed, and whether one was refused.
    func tries(_ line: WrittenLine) -> (differs: Bool, wasRefused: Bool) {
        var wasRefused = false
        for other in Mutation(agreement: agreement).others(for: line) {
            do {
                let file = try AgreementFile(name: "copy.yaml", text: changed(line, other))
                if differs(file.agreement, clauses[line.index]) { return (true, wasRefused) }
            } catch {
                wasRefused = true
            }
        }
        return (false, wasRefused)
    }

    private func changed(_ line: WrittenLine, _ other: String?) -> String {
        var changed = lines
        if let other {
            changed[line.index] = String(lines[line.index].dropLast(line.value.count)) + other
        } else {
            changed.remove(at: line.index)
        }
        return changed.joined(separator: "\n")
    }

    private func differs(_ other: Agreement, _ clause: Clause.ID?) -> Bool {
        let original = Outcome(agreement: agreement, clause: clause, evidence: evidence, month: month)
        let after = Outcome(agreement: other, clause: clause, evidence: evidence, month: month)
        return Outcome.parts.enumerated().contains { index, part in
            let key = index == Outcome.partOfClause ? "\(index) \(clause?.text ?? "")" : "\(index)"
            let known = before[key] ?? part(original)
            before[key] = known
            return part(after) != known
        }
    }
}
