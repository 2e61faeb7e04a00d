public import CivilTime

/// How people are told and how their addresses are checked, as the policy of the installation has it
/// (`policies/notifications.yaml`).
public struct NotificationRules: Sendable {
    /// How many days before the day of an action deadline a reminder goes out, and at what hour in Amsterdam.
    public let reminderDays: Int
    public let reminderTime: TimeOfDay
    /// How long a code that confirms an address is good for.
    public let codeSeconds: Int64
    /// Codes for one person in an hour.
    public let codesPerHour: Int
    /// Wrong answers after which a code is void.
    public let wrongCodes: Int
    /// Failures that may pass, such as a full mailbox, after which an address counts as unreachable; one that
    /// says there is no such address is enough at once.
    public let bounces: Int
    /// After so long without a failure the count begins anew.
    public let bounceSeconds: Int64

    public init(
        reminderDays: Int, reminderTime: TimeOfDay, codeSeconds: Int64, codesPerHour: Int, wrongCodes: Int,
        bounces: Int, bounceSeconds: Int64
    ) {
        self.reminderDays = reminderDays
        self.reminderTime = reminderTime
        self.codeSeconds = codeSeconds
        self.codesPerHour = codesPerHour
        self.wrongCodes = wrongCodes
        self.bounces = bounces
        self.bounceSeconds = bounceSeconds
    }

    /// The moment of the reminder of a deadline.
    func reminderMoment(of deadline: Instant) -> Instant {
        Instant(LocalTime(date: deadline.localDate.advanced(byDays: -reminderDays), time: reminderTime))
    }

    /// Deadlines before this moment have had the moment of their reminder.
    func reminded(at now: Instant) -> Instant {
        let local = LocalTime(now)
        let days = reminderDays + (local.time < reminderTime ? 0 : 1)
        return Instant(startOf: local.date.advanced(byDays: days))
    }
}
