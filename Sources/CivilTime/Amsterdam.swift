/// The time zone of every agreement: Europe/Amsterdam by the rule of directive 2000/84/EC, not by a table.
///
/// Summer time, an hour ahead of Central European Time, runs from the last Sunday of March to the last
/// Sunday of October, both at 01:00 UTC. The rule holds from 1996. Years before that are out of scope: the
/// rule is applied to them all the same, and a moment in summer may be an hour off. A change of the
/// directive is a change here.
public enum Amsterdam {
    static let winterOffsetSeconds = 3_600
    static let summerOffsetSeconds = 7_200

    /// Seconds that the clock is ahead of UTC at a moment.
    public static func offsetSeconds(at moment: Instant) -> Int {
        isSummer(at: moment) ? summerOffsetSeconds : winterOffsetSeconds
    }

    static func isSummer(at moment: Instant) -> Bool {
        // The changes are far from New Year, so the year in UTC decides.
        let year = civil(microseconds: moment.microseconds).date.year
        return springLeap(year: year) <= moment && moment < autumnLeap(year: year)
    }

    /// The moment the clock goes from 02:00 to 03:00.
    static func springLeap(year: Int) -> Instant {
        leap(onLastSundayBefore: CivilDate(year: year, validMonth: 4, day: 1))
    }

    /// The moment the clock goes from 03:00 to 02:00.
    static func autumnLeap(year: Int) -> Instant {
        leap(onLastSundayBefore: CivilDate(year: year, validMonth: 11, day: 1))
    }

    private static func leap(onLastSundayBefore date: CivilDate) -> Instant {
        // Monday is 1 and goes back one day, Sunday is 7 and goes back a week.
        let sunday = date.dayNumber - date.weekday.rawValue
        return Instant(seconds: Int64(sunday) * 86_400 + 3_600)
    }
}
