import AgreementFiles
import Agreements
import Testing

struct WrongFileTests {
    /// What is wrong with the shipped file after a change in its text.
    private func problems(_ from: String, _ to: String) throws -> [AgreementFileError.Problem] {
        let text = try Shipped.text()
        let parts = text.split(separator: from, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "'\(from)' stands in the file")
        return problems(of: parts.joined(separator: to))
    }

    private func problems(of text: String) -> [AgreementFileError.Problem] {
        do {
            _ = try AgreementFile(name: "wrong.yaml", text: text)
            return []
        } catch {
            return error.problems
        }
    }

    @Test(arguments: [
        (
            "at_least: 99 %", "at_least: 99.0 %", "SNO-30", "norms[1].at_least",
            "a percentage such as 99 % or 99,9 %"
        ),
        (
            "maximum: 150.000", "maximum: 150.00", "SNO-09", "norms[2].maximum",
            "a whole number such as 400 or 2.500.000"
        ),
        (
            "until: 6 dagen", "until: 6 weken", "SNO-12", "norms[1].until",
            "a duration such as 200 ms, 30 s, 15 min, 24 uur or 6 dagen"
        ),
        (
            "production: 09:00-15:00", "production: 9:00-15:00", "SNO-45",
            "maintenance_windows[3].production", "hours such as 00:00-06:00"
        ),
        (
            "per: clock_hour", "per: hour", "SNO-09", "norms[2].per",
            "one of second, clock_hour, calendar_day, any_24_hours"
        ),
        (
            "[portaal-technisch,", "[portaal,", "SNO-30", "norms[1].windows",
            "keys of maintenance windows: portaal-technisch, portaal-functioneel, berichtenbox"
        ),
        ("party: afnemer", "party: leverancier", "SNO-13", "party", "one of the parties logius, afnemer"),
        ("week: 2", "week: 6", "SNO-45", "maintenance_windows[1].week", "a number from 1 to 5"),
        (
            "at_most: 200 ms", "at_most: 200 ms\n        less_than: 200 ms", "SNO-08", "norms[1].at_most",
            "either at_most or less_than"
        ),
        (
            "mean_month_hours: 730", "mean_month_hours: 0", "SNO-30", "norms[1].mean_month_hours",
            "hours of a month, 1 to 744"
        ),
    ])
    func `a wrong value is told with clause, key and what was expected`(
        from: String, to: String, clause: String, key: String, expected: String
    ) throws {
        let found = try problems(from, to)
        #expect(found.map(\.clause) == [clause])
        #expect(found.map(\.key) == [key])
        #expect(found.map(\.expected) == [expected])
        #expect(found.allSatisfy { $0.line > 1 })
    }

    @Test func `an unknown key is refused, and a missing one`() throws {
        let unknown = try problems("within: 24 uur", "within: 24 uur\n        remark: x")
        #expect(unknown.map(\.found) == ["the key 'remark'"])
        let missing = try problems("        until: 6 dagen\n", "")
        #expect(missing.map(\.found) == ["nothing: the key is missing"])
    }

    @Test func `an assumption without a reason is refused, and one that says it is none`() throws {
        #expect(try problems("reason: 500 kb", "because: 500 kb").count == 2)
        #expect(
            try problems("  assumed: true\n", "  assumed: false\n").map(\.key) == [
                "holds_until_replaced.assumed"
            ])
    }

    @Test func `all mistakes of a file come together, in order, with their lines`() throws {
        let text = try Shipped.text()
            .replacing("maximum: 45", with: "maximum: vijfenveertig").replacing("week: 4", with: "week: vier")
        let found = problems(of: text)
        #expect(found.map(\.clause) == ["SNO-45", "SNO-09"])
        #expect(found.map(\.found) == ["'vier'", "'vijfenveertig'"])
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(found.map { lines[$0.line - 1].contains("vi") } == [true, true])
    }

    @Test func `the mistakes that are told are bounded`() throws {
        let clauses = (1...200).map { "  - id: X-\($0)\n" }.joined()
        let found = problems(of: "clauses:\n" + clauses)
        #expect(found.count == AgreementFileError.problemLimit)
    }

    @Test(arguments: [
        "", "a: [", "a: 1\na: 2", "- 1", "text", "a: 1\n---\nb: 2", "? [a]\n: 1", "clauses: {}",
    ])
    func `what is no agreement is refused, not crashed on`(text: String) {
        #expect(!problems(of: text).isEmpty)
    }

    @Test func `a file over the limit is refused before it is read`() {
        let text = String(repeating: "#", count: AgreementFile.sizeLimitBytes + 1)
        #expect(problems(of: text).map(\.expected) == ["at most 1000000 bytes"])
    }

    @Test func `17:00 is a time and never a number of base 60`() throws {
        let early = try Shipped.agreement().maintenanceWindows[1].preproduction
        #expect("\(early.from)" == "17:00")
    }
}
