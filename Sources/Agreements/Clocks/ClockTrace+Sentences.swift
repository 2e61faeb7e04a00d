import CivilTime

extension ClockTrace {
    /// So many lines are written out; a course of years is summed up after them.
    public static let sentenceLimit = 24

    /// The course in Dutch, a line for each part: `vr 3 april 16.00–18.00 uur: telt 2 uur`.
    ///
    /// Nights are not told, days on which nothing opens are. When there are more than ``sentenceLimit``, all
    /// between the first ones and the last are one line.
    public var sentences: [String] {
        let lines = entries.enumerated().compactMap { index, entry in
            entry.sentence(withYear: spansYears, isFirst: index == 0).map { (entry, $0) }
        }
        guard lines.count > Self.sentenceLimit, let last = lines.last else { return lines.map(\.1) }
        let rest = lines[(Self.sentenceLimit - 2)...].dropLast().map(\.0)
        return lines.prefix(Self.sentenceLimit - 2).map(\.1) + [Self.sum(rest), last.1]
    }

    private var spansYears: Bool {
        guard let first = entries.first, let last = entries.last else { return false }
        return first.interval.start.localDate.year != last.interval.end.localDate.year
    }

    private static func sum(_ entries: [Entry]) -> String {
        let counted = entries.filter { $0.kind == .counted }
        let days = counted.reduce(into: Set<CivilDate>()) { days, entry in
            let last = entry.interval.lastDate.dayNumber
            days.formUnion((entry.interval.start.localDate.dayNumber...last).map(CivilDate.init(dayNumber:)))
        }
        let total = counted.reduce(0) { $0 + $1.countedMicroseconds }
        let noun = days.count == 1 ? "dag" : "dagen"
        return "… nog \(Dutch.text(days.count)) \(noun), samen \(Dutch.duration(microseconds: total))"
    }
}

extension ClockTrace.Entry {
    /// Nil for what needs no telling: a night.
    fileprivate func sentence(withYear: Bool, isFirst: Bool) -> String? {
        let when = interval.text(withYear: withYear)
        switch kind {
        case .counted:
            let change = interval.clockChange.map { "; \($0)" } ?? ""
            return "\(when): telt \(Dutch.duration(microseconds: countedMicroseconds))\(change)"
        case .paused(let reason, let responsible):
            return "\(when): gepauzeerd (\(reason); aan zet: \(responsible)), telt niet"
        case .stopped: return "\(when): afgehandeld, daarna heropend; telt niet"
        case .notStarted: return "\(when): de klok is nog niet begonnen"
        case .closed(let days):
            guard let first = days.first, let last = days.last else {
                return isFirst ? "\(when): buiten de openingstijden" : nil
            }
            let dates = Dutch.days(from: first.date, to: last.date, withYear: withYear)
            return "\(dates): gesloten (\(reasons(days).joined(separator: ", ")))"
        }
    }

    /// Each reason once; Saturday and Sunday together are the weekend.
    private func reasons(_ days: [ClockTrace.ClosedDay]) -> [String] {
        let weekend = [Weekday.saturday, .sunday].map(Dutch.text)
        let given = Set(days.map(\.reason))
        return days.reduce(into: []) { reasons, day in
            let isWeekend = weekend.contains(day.reason) && given.isSuperset(of: weekend)
            let reason = isWeekend ? "weekend" : day.reason
            if !reasons.contains(reason) { reasons.append(reason) }
        }
    }
}

extension Interval {
    /// The day of the last moment, so that midnight belongs to the day it ends.
    fileprivate var lastDate: CivilDate {
        (isEmpty ? end : end.advanced(byMicroseconds: -1)).localDate
    }

    /// `vr 3 april 16.00–18.00 uur` within a day, else `vr 3 april 16.00 uur – ma 6 april 09.00 uur`.
    fileprivate func text(withYear: Bool) -> String {
        let from = LocalTime(start)
        let to = lastDate == end.localDate ? LocalTime(end).time : .endOfDay
        let first = Dutch.day(from.date, withYear: withYear)
        guard from.date != lastDate else { return "\(first) \(Dutch.text(from: from.time, to: to))" }
        let last = Dutch.day(lastDate, withYear: withYear)
        return "\(first) \(Dutch.text(from.time)) – \(last) \(Dutch.text(to))"
    }

    /// What the clocks did in it, which makes the hours shown differ from those counted.
    fileprivate var clockChange: String? {
        let change =
            Amsterdam.offsetSeconds(at: end.advanced(byMicroseconds: isEmpty ? 0 : -1))
            - Amsterdam.offsetSeconds(at: start)
        if change > 0 { return "de klok gaat hierin een uur vooruit" }
        return change < 0 ? "de klok gaat hierin een uur terug" : nil
    }
}
