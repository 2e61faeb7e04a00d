import CivilTime

/// The notations of RFC 5545.
enum CalendarText {
    /// The zone by the rule of directive 2000/84/EC.
    static let amsterdam = [
        "BEGIN:VTIMEZONE", "TZID:Europe/Amsterdam",
        "BEGIN:DAYLIGHT", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD",
        "END:VTIMEZONE",
    ]

    /// A text value (3.3.11).
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\\(scalar)"
            case "\n": escaped += "\\n"
            case "\r": break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// `20261014T000000Z`.
    static func utc(_ moment: Instant) -> String {
        String(moment.rfc3339.prefix(19).filter { $0 != "-" && $0 != ":" }) + "Z"
    }

    /// `;TZID=Europe/Amsterdam:20261014T000000,…`, what follows the name of a property.
    static func local(_ times: [LocalTime]) -> String {
        let values = times.map { local in
            // 24:00 is 00:00 of the next day, which is how the standard must have it.
            let isEnd = local.time == .endOfDay
            let date = isEnd ? local.date.advanced(byDays: 1) : local.date
            let time = isEnd ? .midnight : local.time
            let second = time.second < 10 ? "0\(time.second)" : "\(time.second)"
            return "\(date)T\(time)\(second)".filter { $0 != "-" && $0 != ":" }
        }
        return ";TZID=Europe/Amsterdam:" + values.joined(separator: ",")
    }

    /// A line with its end, folded where it is longer than 75 octets (3.1), never within a character.
    static func folded(_ line: String) -> String {
        var folded = ""
        var octets = 0
        for character in line.unicodeScalars {
            let size = UTF8.width(character)
            if octets + size > 75 {
                folded += "\r\n "
                octets = 1
            }
            folded.unicodeScalars.append(character)
            octets += size
        }
        return folded + "\r\n"
    }
}
