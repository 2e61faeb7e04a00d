import AgreementFiles
import CivilTime
import Foundation
import Testing

@Suite struct SubscriptionsFileTests {
    private static let good = """
        subscriptions:
          from: "22:30"
          to: "05:30"
          longest_hours: 6
          per_night: {all: 1, list: 2, changes: 3}
        """

    @Test func `a file gives the night, the longest duration and the numbers`() throws {
        let file = try SubscriptionsFile(text: Self.good, name: "f")
        #expect(file.opensAt == TimeOfDay("22:30"))
        #expect(file.closesAt == TimeOfDay("05:30"))
        #expect(file.longestHours == 6)
        #expect((file.allPerNight, file.listsPerNight, file.changesPerNight) == (1, 2, 3))
    }

    @Test func `SNO-18: the shipped file has the night of the agreement`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(
            contentsOf: folder.appending(path: "policies/subscriptions.yaml"), encoding: .utf8)
        let file = try SubscriptionsFile(text: text, name: "subscriptions.yaml")
        #expect(file.opensAt == TimeOfDay("23:00") && file.closesAt == TimeOfDay("07:00"))
        #expect(file.longestHours == 4)
        #expect((file.allPerNight, file.listsPerNight, file.changesPerNight) == (225, 150, 150))
    }

    @Test(arguments: [
        ("longest_hours: 6", "longest_hours: 7"), ("longest_hours: 6", "longest_hours: 0"),
        ("\"22:30\"", "\"25:00\""), ("to: \"05:30\"", "tot: \"05:30\""), ("all: 1", "all: -1"),
        ("changes: 3", "other: 3"), ("subscriptions", "other"),
    ])
    func `a file that cannot be meant is refused by its name`(_ text: String, _ other: String) {
        let error = #expect(throws: PolicyFileError.self) {
            try SubscriptionsFile(text: Self.good.replacing(text, with: other), name: "rules.yaml")
        }
        #expect(error?.description.hasPrefix("rules.yaml: ") == true)
    }
}
