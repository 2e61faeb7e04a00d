public import CivilTime

extension Instant {
    /// The moment by the clock of Amsterdam, with the offset it has then: `2026-04-07T12:30:00+02:00`;
    /// decimals of a second only where they are not zero.
    public var amsterdamRFC3339: String {
        let offset = Amsterdam.offsetSeconds(at: self)
        let utc = advanced(bySeconds: Int64(offset)).rfc3339
        return utc.dropLast() + "+0\(offset / 3_600):00"
    }
}
