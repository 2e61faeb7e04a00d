import CivilTime
import Markup

extension Moment {
    /// The minute that clocks in the Netherlands show at a moment.
    init(_ instant: Instant) {
        let local = LocalTime(instant)
        let (year, month, day) = local.date.parts
        self.init(
            year: year, month: month, day: day, weekday: local.date.weekday.rawValue, hour: local.time.hour,
            minute: local.time.minute)
    }

    /// A day.
    init(_ date: CivilDate) {
        let (year, month, day) = date.parts
        self.init(year: year, month: month, day: day, weekday: date.weekday.rawValue)
    }
}

extension Deadline {
    /// The last day to respond, seen from a moment.
    init(_ lastDay: CivilDate, at now: Instant) {
        self.init(Moment(lastDay), daysLeft: lastDay.dayNumber - now.localDate.dayNumber)
    }
}
