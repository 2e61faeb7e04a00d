public import CivilTime

extension NoticeRule {
    /// The last day on which something that begins on a day can still be announced in time; nil where the
    /// span is none of days, or is one of working days without a calendar.
    public func latestAnnouncement(for date: CivilDate) -> CivilDate? {
        atLeast.day(before: date, calendar: calendar)
    }

    /// Whether an announcement came in time. The whole of the last day counts.
    public func judge(announcedAt: Instant, for date: CivilDate) -> NoticeJudgement? {
        latestAnnouncement(for: date).map {
            NoticeJudgement(rule: self, announcedAt: announcedAt, date: date, latest: $0)
        }
    }
}

/// Whether something was announced as long ahead as was agreed.
public struct NoticeJudgement: Hashable, Sendable {
    public let rule: NoticeRule
    public let announcedAt: Instant
    /// The day it is about.
    public let date: CivilDate
    /// The last day on which it could be announced.
    public let latest: CivilDate

    public var isKept: Bool { announcedAt.localDate <= latest }

    /// Whether it makes the time of the work count as outage (SNO-46).
    public var countsAsOutage: Bool { !isKept && rule.late == .countsAsOutage }

    /// Dutch.
    public var text: String {
        let announced = "Aangekondigd op \(Dutch.text(announcedAt.localDate)) voor \(Dutch.text(date))"
        let bound = "uiterlijk \(Dutch.text(latest)) was afgesproken (\(rule.atLeast.text) vooraf)"
        guard !isKept else { return "\(announced): op tijd, \(bound)." }
        let consequence = countsAsOutage ? " Uitval in die tijd telt mee." : ""
        return "\(announced): te laat, \(bound).\(consequence)"
    }
}

extension Span {
    /// The day that lies this span before another; nil where the span is none of days.
    func day(before date: CivilDate, calendar: WorkCalendar?) -> CivilDate? {
        switch kind {
        case .workingDays(let count): calendar?.workingDay(count, before: date)
        case .days(let count): date.advanced(byDays: -count)
        case .weeks(let count): date.advanced(byDays: -7 * count)
        case .months(let count): date.advanced(byMonths: -count)
        case .clock, .working, .immediately, .inConsultation, .bestEffort: nil
        }
    }
}
