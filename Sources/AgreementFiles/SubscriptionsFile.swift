public import CivilTime
import Yams

/// When requests of the subscription service run, and how many a night, as the policy file has it.
public struct SubscriptionsFile: Sendable {
    public let opensAt: TimeOfDay
    public let closesAt: TimeOfDay
    public let longestHours: Int
    public let allPerNight: Int
    public let listsPerNight: Int
    public let changesPerNight: Int

    private struct Document: Decodable {
        let subscriptions: Rules

        struct Rules: Decodable {
            let from: String
            let to: String
            let longestHours: Int
            let perNight: Counts

            enum CodingKeys: String, CodingKey {
                case from, to
                case longestHours = "longest_hours"
                case perNight = "per_night"
            }
        }

        struct Counts: Decodable {
            let all: Int
            let list: Int
            let changes: Int
        }
    }

    /// Whole hours from the one to the other, less the one that the clock may leap over.
    private static func shortestNightHours(_ from: TimeOfDay, _ to: TimeOfDay) -> Int {
        let day = TimeOfDay.endOfDay.microseconds
        let length = to.microseconds - from.microseconds + (to <= from ? day : 0)
        return Int(length / 3_600_000_000) - 1
    }

    public init(text: String, name: String) throws(PolicyFileError) {
        let rules: Document.Rules
        do {
            rules = try YAMLDecoder().decode(Document.self, from: text).subscriptions
        } catch {
            throw PolicyFileError(
                description:
                    "\(name): expected subscriptions with from, to, longest_hours, per_night: \(error)")
        }
        guard let from = TimeOfDay(rules.from), let to = TimeOfDay(rules.to) else {
            throw PolicyFileError(description: "\(name): from and to are times such as \"23:00\"")
        }
        let counts = [rules.perNight.all, rules.perNight.list, rules.perNight.changes]
        guard (1...24).contains(rules.longestHours), counts.allSatisfy({ (0...100_000).contains($0) }) else {
            throw PolicyFileError(
                description: "\(name): longest_hours is 1 to 24, and each per_night 0 to 100000")
        }
        guard Self.shortestNightHours(from, to) >= rules.longestHours else {
            throw PolicyFileError(
                description: "\(name): longest_hours does not fit the night, on a night the clock goes ahead")
        }
        opensAt = from
        closesAt = to
        longestHours = rules.longestHours
        (allPerNight, listsPerNight, changesPerNight) = (counts[0], counts[1], counts[2])
    }
}
