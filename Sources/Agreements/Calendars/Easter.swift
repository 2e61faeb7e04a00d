public import CivilTime

/// The Gregorian computus, in integers (Meeus, Jones and Butcher).
public enum Easter {
    /// Easter Sunday of a year; nil before 1583, the first with this calendar.
    public static func sunday(in year: Int) -> CivilDate? {
        guard year >= 1583, let marchFirst = CivilDate(year: year, month: 3, day: 1) else { return nil }
        let golden = year % 19
        let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
        let skippedLeapDays = century - century / 4
        let moonCorrection = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + skippedLeapDays - moonCorrection + 15) % 30
        let toSunday =
            (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let lateCorrection = (golden + 11 * epact + 22 * toSunday) / 451
        return marchFirst.advanced(byDays: epact + toSunday - 7 * lateCorrection + 21)
    }
}
