import CivilTime
// FoundationEssentials for Decimal: a number in JSON is taken exactly, not by way of a binary fraction.
import FoundationEssentials

/// A key as it stands in JSON.
struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

/// What is wrong with a value, in a sentence that names its key.
struct WrongValue: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}

/// The keys and values of one JSON object, read as what they must be; keys it does not know are refused.
struct JSONFields {
    private let container: KeyedDecodingContainer<AnyKey>
    /// Before the name of a key in a message: nothing, or `window.`.
    private let prefix: String

    init(
        _ container: KeyedDecodingContainer<AnyKey>, at path: String, knowing keys: [String]
    ) throws(WrongValue) {
        self.init(container, at: path)
        let unknown = container.allKeys.map(\.stringValue).filter { !keys.contains($0) }.sorted()
        guard unknown.isEmpty else {
            let named = unknown.map { prefix + $0.prefix(40) }.joined(separator: ", ")
            throw WrongValue("unknown key \(named); known are \(keys.joined(separator: ", "))")
        }
    }

    init(_ container: KeyedDecodingContainer<AnyKey>, at path: String) {
        self.container = container
        prefix = path.isEmpty ? "" : path + "."
    }

    var keys: [String] { container.allKeys.map(\.stringValue) }

    /// Whether there is a value other than null.
    func has(_ key: String) -> Bool {
        do {
            return try container.contains(AnyKey(key)) && !container.decodeNil(forKey: AnyKey(key))
        } catch {
            return false
        }
    }

    func text(_ key: String) throws(WrongValue) -> String {
        try read(key, "a text") { key in try container.decode(String.self, forKey: key) }
    }

    func optionalText(_ key: String) throws(WrongValue) -> String? {
        has(key) ? try text(key) : nil
    }

    /// Whether a text stands there, and not something made of parts.
    func isText(_ key: String) -> Bool {
        do {
            _ = try container.decode(String.self, forKey: AnyKey(key))
            return true
        } catch {
            return false
        }
    }

    func number(_ key: String) throws(WrongValue) -> Int {
        try read(key, "a whole number") { try container.decode(Int.self, forKey: $0) }
    }

    func optionalNumber(_ key: String) throws(WrongValue) -> Int? {
        has(key) ? try number(key) : nil
    }

    func moment(_ key: String) throws(WrongValue) -> Instant {
        try Self.moment(try text(key), prefix + key)
    }

    /// As a person writes it, with or without its offset.
    func writtenMoment(_ key: String) throws(WrongValue) -> Instant {
        guard let moment = Instant(written: try text(key)) else {
            throw WrongValue("\(prefix)\(key) is a moment such as \(Instant.writtenForms)")
        }
        return moment
    }

    /// A number of seconds, whole or with up to six decimals.
    func microseconds(_ key: String) throws(WrongValue) -> Int64 {
        let seconds = try read(key, "a number of seconds") { key in
            try container.decode(Decimal.self, forKey: key)
        }
        guard let microseconds = Self.microseconds(seconds) else {
            throw WrongValue(
                "\(prefix)\(key) is a number of seconds, not negative, with at most six decimals")
        }
        return microseconds
    }

    /// Pairs of a begin and an end; none when the key is absent or null.
    func intervals(_ key: String) throws(WrongValue) -> [Interval] {
        guard has(key) else { return [] }
        let expected = "a list of [begin, end]"
        let pairs = try read(key, expected) { try container.decode([[String]].self, forKey: $0) }
        var intervals: [Interval] = []
        for (index, pair) in pairs.enumerated() {
            let name = "\(prefix)\(key)[\(index)]"
            guard pair.count == 2 else { throw WrongValue("\(name) is [begin, end]") }
            let begin = try Self.moment(pair[0], name)
            let end = try Self.moment(pair[1], name)
            guard begin <= end else { throw WrongValue("\(name) ends before it begins") }
            intervals.append(Interval(from: begin, to: end))
        }
        return intervals
    }

    func object(_ key: String, knowing keys: [String]) throws(WrongValue) -> JSONFields {
        let nested = try read(key, "an object with \(keys.joined(separator: ", "))") { key in
            try container.nestedContainer(keyedBy: AnyKey.self, forKey: key)
        }
        return try JSONFields(nested, at: prefix + key, knowing: keys)
    }

    /// The objects of a list; none when the key is absent or null.
    func objects(_ key: String, knowing keys: [String]) throws(WrongValue) -> [JSONFields] {
        guard has(key) else { return [] }
        var list = try read(key, "a list") { try container.nestedUnkeyedContainer(forKey: $0) }
        var objects: [JSONFields] = []
        while !list.isAtEnd {
            let name = "\(prefix)\(key)[\(objects.count)]"
            do {
                let nested = try list.nestedContainer(keyedBy: AnyKey.self)
                objects.append(try JSONFields(nested, at: name, knowing: keys))
            } catch let error as WrongValue {
                throw error
            } catch {
                throw WrongValue("\(name) is an object with \(keys.joined(separator: ", "))")
            }
        }
        return objects
    }

    private func read<Value>(
        _ key: String, _ expected: String, _ decode: (AnyKey) throws -> Value
    ) throws(WrongValue) -> Value {
        do {
            return try decode(AnyKey(key))
        } catch DecodingError.keyNotFound {
            throw WrongValue("\(prefix)\(key) is missing: \(expected)")
        } catch {
            throw WrongValue("\(prefix)\(key) is \(expected)")
        }
    }

    private static func moment(_ text: String, _ name: String) throws(WrongValue) -> Instant {
        guard let moment = Instant(rfc3339: text) else {
            throw WrongValue("\(name) is a moment with its offset, such as 2026-04-03T16:00:00+02:00")
        }
        return moment
    }

    /// Nil when negative, finer than a microsecond, or more than 64 bits hold.
    private static func microseconds(_ seconds: Decimal) -> Int64? {
        let parts = "\(seconds)".split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        guard parts.count <= 2, decimals.utf8.count <= 6, let whole = Int64(parts[0]), whole >= 0,
            !seconds.isSignMinus || seconds.isZero,
            let rest = Int64(decimals + String(repeating: "0", count: 6 - decimals.utf8.count))
        else { return nil }
        let (product, overflow) = whole.multipliedReportingOverflow(by: 1_000_000)
        let (sum, carry) = product.addingReportingOverflow(rest)
        return overflow || carry ? nil : sum
    }
}
