public import CivilTime

/// One value as a database holds it: the types that SQLite (STRICT) and PostgreSQL share.
public enum Value: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])
}

/// A type that can stand in an interpolated ``Statement`` and be read from a ``Row``.
///
/// Give a domain type (an id, a BSN pseudonym, a code) a conformance, and no raw string or number has to
/// cross a function boundary to reach the database.
public protocol Storable: Sendable {
    var value: Value { get }
    /// Nil when the stored value is not one of this type; reading then fails with the column's position.
    init?(value: Value)
}

extension Int64: Storable {
    public var value: Value { .integer(self) }
    public init?(value: Value) {
        guard case .integer(let stored) = value else { return nil }
        self = stored
    }
}

extension Int: Storable {
    public var value: Value { .integer(Int64(self)) }
    public init?(value: Value) {
        guard case .integer(let stored) = value else { return nil }
        self.init(exactly: stored)
    }
}

/// Stored as 0 or 1: the two databases share no boolean type.
extension Bool: Storable {
    public var value: Value { .integer(self ? 1 : 0) }
    public init?(value: Value) {
        switch value {
        case .integer(0): self = false
        case .integer(1): self = true
        default: return nil
        }
    }
}

extension Double: Storable {
    public var value: Value { .real(self) }
    public init?(value: Value) {
        switch value {
        case .real(let stored): self = stored
        case .integer(let stored): self = Double(stored)
        default: return nil
        }
    }
}

extension String: Storable {
    public var value: Value { .text(self) }
    public init?(value: Value) {
        guard case .text(let stored) = value else { return nil }
        self = stored
    }
}

extension [UInt8]: Storable {
    public var value: Value { .bytes(self) }
    public init?(value: Value) {
        guard case .bytes(let stored) = value else { return nil }
        self = stored
    }
}

/// Stored as microseconds since 1970 in UTC, so that both databases order moments alike.
extension Instant: Storable {
    public var value: Value { .integer(microseconds) }
    public init?(value: Value) {
        guard case .integer(let stored) = value else { return nil }
        self.init(microseconds: stored)
    }
}

/// Stored as its number, so that days order as they follow each other.
extension CivilDate: Storable {
    public var value: Value { .integer(Int64(dayNumber)) }
    public init?(value: Value) {
        guard let number = Int(value: value) else { return nil }
        self.init(dayNumber: number)
    }
}

extension Optional: Storable where Wrapped: Storable {
    public var value: Value {
        switch self {
        case .some(let wrapped): wrapped.value
        case .none: .null
        }
    }

    public init?(value: Value) {
        if case .null = value {
            self = .none
        } else {
            guard let wrapped = Wrapped(value: value) else { return nil }
            self = .some(wrapped)
        }
    }
}

/// An enumeration with raw values is stored by its raw value; an unknown one is an error, never a default.
extension RawRepresentable where Self: Storable, RawValue: Storable {
    public var value: Value { rawValue.value }
    public init?(value: Value) {
        guard let raw = RawValue(value: value) else { return nil }
        self.init(rawValue: raw)
    }
}
