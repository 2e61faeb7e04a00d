import AgreementFiles
import Agreements
import CivilTime
import Testing

/// Every value of a norm matters: with another one in the file, the judgement of the same evidence differs.
struct MutationTests {
    /// Another valid value for each key that holds a norm's value.
    private static let others: [String: [String: String]] = [
        "at_least": ["99 %": "99,9 %"],
        "environment": ["production": "preproduction"],
        "judged": ["per_function": "as_a_whole"],
        "month": ["calendar": "mean"],
        "mean_month_hours": ["730": "720"],
        "maintenance": ["out_of_the_figure": "counted_as_up"],
        "windows": ["[portaal-technisch, portaal-functioneel, berichtenbox]": "[berichtenbox]"],
        "not_counted": ["[internet, third_party]": "[internet]"],
        "probe_gap": ["unknown": "down"],
        "probe": ["sign-in": "elsewhere", "settings": "elsewhere", "message-box": "elsewhere"],
        "until": ["6 dagen": "5 dagen"],
        "week": ["2": "3", "4": "3"],
        "weekday": ["wednesday": "thursday", "tuesday": "monday"],
        "production": ["00:00-06:00": "01:00-06:00", "09:00-15:00": "09:00-14:00"],
        "preproduction": [
            "00:00-06:00": "01:00-06:00", "17:00-06:00": "18:00-06:00", "09:00-15:00": "09:00-14:00",
        ],
        "downtime": ["allowed": "none", "none": "allowed"],
        "flow": [
            "messages_processed": "notifications", "messages_supplied": "notifications",
            "messages_parked": "notifications", "notifications": "messages_parked",
        ],
        "maximum": [
            "2.500.000": "2.500.001", "150.000": "150.001", "45": "46", "125.000": "125.001",
            "3.000.000": "3.000.001",
        ],
        "per": [
            "any_24_hours": "calendar_day", "clock_hour": "calendar_day", "second": "clock_hour",
            "calendar_day": "clock_hour",
        ],
        "excess": ["accepted": "may_fail", "may_fail": "accepted"],
        "at_most": ["24 uur": "20 uur", "200 ms": "150 ms", "512.000 bytes": "511.999 bytes"],
        "share": ["99,9 %": "99 %", "95 %": "94,9 %"],
        "within": ["24 uur": "23 uur"],
        "arrives_once": ["true": "false"],
    ]
    /// Keys whose values are words or names, or that say what kind of thing stands here.
    private static let words: Set<String> = [
        "agreement", "title", "edition", "valid_from", "valid_until", "holds_until_replaced", "parties",
        "key",
        "name", "clauses", "id", "paragraph", "party", "note", "norms", "kind", "text", "functions",
        "assumed",
        "reason", "maintenance_windows", "value", "interface",
    ]

    @Test func `each value of the shipped agreement changes a finding`() throws {
        let text = try Shipped.text()
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let before = try outcome(text)
        var mutated = 0
        for (index, line) in lines.enumerated() {
            guard let (key, value) = entry(line, after: lines[..<index]) else { continue }
            guard let other = Self.others[key]?[value] else {
                #expect(
                    Self.words.contains(key),
                    "line \(index + 1): no other value is known for '\(key): \(value)'")
                continue
            }
            var changed = lines
            changed[index] = String(line.dropLast(value.count)) + other
            let after = try outcome(changed.joined(separator: "\n"))
            let isSame = after == before
            #expect(!isSame, "line \(index + 1): '\(key): \(value)' → '\(other)' changes no finding")
            mutated += 1
        }
        #expect(mutated == 59)
    }

    /// The key and value of a line; a value of an assumption goes by the key above it.
    private func entry(_ line: String, after earlier: ArraySlice<String>) -> (String, String)? {
        let trimmed = line.drop { $0 == " " || $0 == "-" }
        guard !trimmed.hasPrefix("#"), let colon = trimmed.firstIndex(of: ":") else { return nil }
        let key = String(trimmed[..<colon])
        let value = String(trimmed[trimmed.index(after: colon)...].drop { $0 == " " })
        guard key.allSatisfy({ $0.isLowercase || $0 == "_" }), !value.isEmpty, !value.hasPrefix(">") else {
            return nil
        }
        guard key == "value", let above = earlier.last, let parent = entryKey(above) else {
            return (key, value)
        }
        return (parent, value)
    }

    private func entryKey(_ line: String) -> String? {
        let trimmed = line.drop { $0 == " " || $0 == "-" }
        return trimmed.firstIndex(of: ":").map { String(trimmed[..<$0]) }
    }

    /// Everything said of October 2026, and when the maintenance windows are: one without downtime changes
    /// no figure, but is announced.
    private func outcome(_ text: String) throws -> [String] {
        let agreement = try AgreementFile(name: "copy.yaml", text: text).agreement
        let month = try #require(CivilMonth("2026-10"))
        let evidence = try RichMonth.evidence(month)
        let findings = agreement.clauses.flatMap { clause in
            clause.judge(evidence, in: month, asOf: month.interval.end).findings.map { "\($0)" }
        }
        let windows = Environment.allCases.flatMap { environment in
            agreement.maintenanceWindows.map { "\($0.interval(in: month, environment), default: "none")" }
        }
        return findings + windows
    }
}
