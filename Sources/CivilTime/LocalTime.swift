/// What calendar and clock show at one moment in the European part of the Netherlands.
public struct LocalTime: Hashable, Sendable {
    public let date: CivilDate
    public let time: TimeOfDay

    public init(date: CivilDate, time: TimeOfDay) {
        self.date = date
        self.time = time
    }

    /// The reading of calendar and clock at a moment.
    public init(_ moment: Instant) {
        let shifted = moment.microseconds + Int64(Amsterdam.offsetSeconds(at: moment)) * 1_000_000
        let (date, time) = civil(microseconds: shifted)
        self.init(date: date, time: time)
    }
}

extension Instant {
    /// Which of the two moments is meant when the clock shows the same time twice, in the night it is set
    /// back.
    public enum Repeated: Sendable { case first, second }

    /// The moment at which calendar and clock show this reading.
    ///
    /// In the hour that the clock shows twice (last Sunday of October, 02:00–03:00) the caller says which;
    /// without a word it is the first, in summer time. In the hour that the clock leaps over (last Sunday
    /// of March, 02:00–03:00) it is the moment of the leap: no such time is ever shown, and that moment
    /// keeps the order of readings.
    public init(_ local: LocalTime, whenRepeated choice: Repeated = .first) {
        let shown = Int64(local.date.dayNumber) * TimeOfDay.microsecondsInDay + local.time.microseconds
        let asSummer = Instant(microseconds: shown - Int64(Amsterdam.summerOffsetSeconds) * 1_000_000)
        let asWinter = Instant(microseconds: shown - Int64(Amsterdam.winterOffsetSeconds) * 1_000_000)
        let summerHolds = Amsterdam.isSummer(at: asSummer)
        let winterHolds = !Amsterdam.isSummer(at: asWinter)
        switch (summerHolds, winterHolds) {
        case (true, true): self = choice == .first ? asSummer : asWinter
        case (true, false): self = asSummer
        case (false, true): self = asWinter
        case (false, false): self = Amsterdam.springLeap(year: local.date.year)
        }
    }

    /// The moment a day begins in Amsterdam.
    public init(startOf date: CivilDate) {
        self.init(LocalTime(date: date, time: .midnight))
    }

    /// The day it is in Amsterdam.
    public var localDate: CivilDate { LocalTime(self).date }
}

/// Splits microseconds since 1970, as shown by some clock, into the day and the time on it.
func civil(microseconds: Int64) -> (date: CivilDate, time: TimeOfDay) {
    var (day, rest) = microseconds.quotientAndRemainder(dividingBy: TimeOfDay.microsecondsInDay)
    if rest < 0 {
        day -= 1
        rest += TimeOfDay.microsecondsInDay
    }
    return (CivilDate(dayNumber: Int(day)), TimeOfDay(uncheckedMicroseconds: rest))
}
