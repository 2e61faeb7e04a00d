extension Amsterdam {
    /// The two days of a year on which the clock is changed: the first has 23 hours, the second 25.
    public static func changeDays(in year: Int) -> (spring: CivilDate, autumn: CivilDate) {
        (springLeap(year: year).localDate, autumnLeap(year: year).localDate)
    }
}
