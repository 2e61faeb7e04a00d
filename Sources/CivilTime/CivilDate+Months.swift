extension CivilDate {
    /// The same day some months on, or the last of the month where that has no such day: a month after 31
    /// January is 28 February. Negative moves back.
    public func advanced(byMonths count: Int) -> CivilDate {
        let (year, month, day) = parts
        let months = year * 12 + month - 1 + count
        let newYear = months >= 0 ? months / 12 : (months - 11) / 12
        let newMonth = months - newYear * 12 + 1
        let clipped = min(day, Self.daysInMonth(newMonth, of: newYear))
        return CivilDate(year: newYear, validMonth: newMonth, day: clipped)
    }
}
