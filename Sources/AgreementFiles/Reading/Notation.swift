import Agreements
import CivilTime

/// How one kind of value is written in a file: the reading, and the words that say what was expected.
struct Notation<Element> {
    let expected: String
    let read: (String) -> Element?
}

extension Notation<String> {
    static var text: Notation {
        Notation(expected: "a text") { $0.isEmpty ? nil : $0 }
    }

    /// A short name in lower case, digits and hyphens.
    static var key: Notation {
        Notation(expected: "a name in lower case letters, digits and hyphens, such as message-box") { text in
            let isPlain = text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            }
            return isPlain && !text.isEmpty ? text : nil
        }
    }
}

extension Notation<Bool> {
    static var truth: Notation {
        Notation(expected: "true or false") { $0 == "true" ? true : $0 == "false" ? false : nil }
    }
}

extension Notation<CivilDate> {
    static var date: Notation {
        Notation(expected: "a date such as 2020-01-31", read: CivilDate.init(_:))
    }
}

extension Notation<Int> {
    /// A whole number in Dutch notation, not negative: `400` or `2.500.000`.
    static var count: Notation {
        Notation(expected: "a whole number such as 400 or 2.500.000", read: wholeNumber)
    }

    /// A number of bytes: `512.000 bytes`.
    static var bytes: Notation {
        Notation(expected: "a number of bytes such as 512.000 bytes") { text in
            quantity(text).flatMap { $0.unit == "bytes" ? $0.number : nil }
        }
    }

    /// A duration in microseconds: `200 ms`, `30 s`, `15 min`, `24 uur`, or `6 dagen` of 24 hours each.
    static var duration: Notation {
        let units = [
            "ms": 1_000, "s": 1_000_000, "min": 60_000_000, "uur": 3_600_000_000, "dagen": 86_400_000_000,
        ]
        return Notation(expected: "a duration such as 200 ms, 30 s, 15 min, 24 uur or 6 dagen") { text in
            guard let (number, unit) = quantity(text), let factor = units[unit] else { return nil }
            let (product, overflow) = number.multipliedReportingOverflow(by: factor)
            return overflow ? nil : product
        }
    }

    /// Which one of its weekday in a month.
    static var week: Notation {
        Notation(expected: "a number from 1 to 5") { Int($0).flatMap { (1...5).contains($0) ? $0 : nil } }
    }
}

extension Notation<Percentage> {
    static var percentage: Notation {
        Notation(expected: "a percentage such as 99 % or 99,9 %") { text in
            guard let (number, unit) = pair(text), unit == "%" else { return nil }
            let parts = number.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
            let fraction = parts.count == 2 ? parts[1] : ""
            let digits = parts[0] + fraction
            guard !parts[0].isEmpty, parts.count == 1 || !fraction.isEmpty, digits.allSatisfy(isDigit),
                let scaled = Int(digits)
            else { return nil }
            return Percentage(scaled: scaled, decimals: fraction.count)
        }
    }
}

extension Notation<Weekday> {
    static var weekday: Notation {
        let names = Weekday.allCases.map { "\($0)" }
        return Notation(expected: "one of \(names.joined(separator: ", "))") { text in
            names.firstIndex(of: text).map { Weekday.allCases[$0] }
        }
    }
}

extension Notation<MaintenanceWindow.Hours> {
    static var hours: Notation {
        Notation(expected: "hours such as 00:00-06:00") { text in
            let ends = text.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count == 2, let from = TimeOfDay(String(ends[0])), let to = TimeOfDay(String(ends[1])),
                from < .endOfDay
            else { return nil }
            return MaintenanceWindow.Hours(from: from, to: to)
        }
    }
}

extension Notation where Element: RawRepresentable & CaseIterable, Element.RawValue == String {
    /// One of a closed list.
    static var choice: Notation {
        let names = Element.allCases.map(\.rawValue)
        return Notation(expected: "one of \(names.joined(separator: ", "))", read: Element.init(rawValue:))
    }
}

private func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
}

/// Digits, either plain or in groups of three with points between; nil for anything else.
private func wholeNumber(_ text: String) -> Int? {
    let groups = text.split(separator: ".", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
    let isGrouped = groups.count > 1
    guard !isGrouped || (groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }) else {
        return nil
    }
    return Int(groups.joined())
}

/// A whole number and its unit with one space between.
private func quantity(_ text: String) -> (number: Int, unit: String)? {
    guard let (first, unit) = pair(text), let number = wholeNumber(first) else { return nil }
    return (number, unit)
}

private func pair(_ text: String) -> (String, String)? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
}
