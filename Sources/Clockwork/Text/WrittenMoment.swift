public import CivilTime

extension Instant {
    /// A moment as a person writes it: with an offset (RFC 3339), or as the clock in Amsterdam shows it,
    /// `2026-04-03 16:00`, seconds only where they matter.
    public init?(written text: String) {
        if let moment = Instant(rfc3339: text) {
            self = moment
            return
        }
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
        guard parts.count == 2, let date = CivilDate(String(parts[0])), let time = TimeOfDay(String(parts[1]))
        else { return nil }
        self.init(LocalTime(date: date, time: time))
    }

    /// What is said of a moment that cannot be read.
    public static let writtenForms = "2026-04-03 16:00 (Amsterdam) or 2026-04-03T16:00:00+02:00"
}
