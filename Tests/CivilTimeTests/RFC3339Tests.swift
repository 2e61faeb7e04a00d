import CivilTime
import Testing

struct RFC3339Tests {
    @Test(arguments: [
        ("2026-04-06T12:30:00+02:00", "2026-04-06T10:30:00Z"),
        ("2026-04-06T12:30:00.5-00:30", "2026-04-06T13:00:00.500Z"),
        ("1969-12-31T23:59:59.999999999Z", "1969-12-31T23:59:59.999999Z"),
        ("2026-04-06t12:30:00.000001z", "2026-04-06T12:30:00.000001Z"),
        ("2024-02-29T00:00:00+23:59", "2024-02-28T00:01:00Z"),
    ])
    func `a moment with any offset is printed in UTC`(text: String, utc: String) {
        #expect(Instant(rfc3339: text)?.rfc3339 == utc)
    }

    @Test(arguments: [
        "2016-12-31T23:59:60Z", "2026-04-06T12:30:00", "2026-04-06 12:30:00Z", "2026-04-06T24:00:00Z",
        "2026-02-30T12:30:00Z", "2026-04-06T12:30:00.Z", "2026-04-06T12:30:00.1234567890Z",
        "2026-04-06T12:30:00+24:00", "2026-04-06T12:30:00+02:60", "2026-04-06T12:30:00Z ",
        "٢026-04-06T12:30:00Z", "",
    ])
    func `what is not a moment in RFC 3339 is refused, the leap second too`(text: String) {
        #expect(Instant(rfc3339: text) == nil)
    }
}
