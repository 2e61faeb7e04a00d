public import CivilTime
import Yams

/// How people are told and how their addresses are checked, as its policy file has it.
public struct NotificationFile: Sendable {
    public let reminderDays: Int
    public let reminderTime: TimeOfDay
    public let codeMinutes: Int
    public let codesPerHour: Int
    public let wrongCodes: Int
    public let bounces: Int
    public let bounceDays: Int

    private struct Document: Decodable {
        let notifications: Rules

        struct Rules: Decodable {
            let reminderDays: Int
            let reminderTime: String
            let codeMinutes: Int
            let codesPerHour: Int
            let wrongCodes: Int
            let bounces: Int
            let bounceDays: Int

            enum CodingKeys: String, CodingKey {
                case reminderDays = "reminder_days"
                case reminderTime = "reminder_time"
                case codeMinutes = "code_minutes"
                case codesPerHour = "codes_per_hour"
                case wrongCodes = "wrong_codes"
                case bounces
                case bounceDays = "bounce_days"
            }
        }
    }

    public init(text: String, name: String) throws(PolicyFileError) {
        let rules: Document.Rules
        do {
            rules = try YAMLDecoder().decode(Document.self, from: text).notifications
        } catch {
            throw PolicyFileError(description: "\(name): expected notifications with their keys: \(error)")
        }
        guard let time = TimeOfDay(rules.reminderTime), time < .endOfDay else {
            throw PolicyFileError(description: "\(name): reminder_time is a time such as \"09:00\"")
        }
        for (key, number, most) in [
            ("reminder_days", rules.reminderDays, 60), ("code_minutes", rules.codeMinutes, 1_440),
            ("codes_per_hour", rules.codesPerHour, 100), ("wrong_codes", rules.wrongCodes, 100),
            ("bounces", rules.bounces, 1_000), ("bounce_days", rules.bounceDays, 3_650),
        ] {
            guard (1...most).contains(number) else {
                throw PolicyFileError(description: "\(name): \(key) is 1 to \(most)")
            }
        }
        reminderDays = rules.reminderDays
        reminderTime = time
        codeMinutes = rules.codeMinutes
        codesPerHour = rules.codesPerHour
        wrongCodes = rules.wrongCodes
        bounces = rules.bounces
        bounceDays = rules.bounceDays
    }
}
