import CLibPQ
import SQL

/// The statements a session has prepared, the longest unused making place for a new one.
struct PreparedStatements {
    /// Above the number of statements of the product that one connection meets; a prepared plan costs the
    /// server some 20 kB.
    static let limit = 256

    struct Key: Hashable {
        let text: String
        let types: [Oid]
    }

    private var entries: [Key: (name: String, usedAt: Int)] = [:]
    private var uses = 0
    private var lastWasKnown = false
    /// True when what was prepared no longer fits the tables; it is prepared anew in the next transaction.
    private(set) var isOutdated = false

    /// The name under which a statement is prepared, noting its use.
    mutating func name(of key: Key) -> String? {
        uses += 1
        entries[key]?.usedAt = uses
        lastWasKnown = entries[key] != nil
        return entries[key]?.name
    }

    /// Notes that the last statement's plan was refused; false when it was prepared just now, which cannot be
    /// cured.
    mutating func noteOutdated() -> Bool {
        isOutdated = isOutdated || lastWasKnown
        return lastWasKnown
    }

    /// Notes a newly prepared statement.
    mutating func add(_ key: Key, as name: String) {
        entries[key] = (name, uses)
    }

    /// A name that no prepared statement has.
    var freeName: String { "s\(uses)" }

    /// Takes out the longest unused statement when there is no place for another, and gives its name.
    mutating func makePlace() -> String? {
        guard entries.count >= Self.limit,
            let oldest = entries.min(by: { $0.value.usedAt < $1.value.usedAt })
        else { return nil }
        entries[oldest.key] = nil
        return oldest.value.name
    }
}

extension PostgresConnection {
    /// Prepares a statement once per connection and gives its name. The types belong to its key: the same
    /// text with NULL for a number is another statement to the server.
    func prepare(_ text: String, _ types: [Oid]) throws -> String {
        let key = PreparedStatements.Key(text: text, types: types)
        if let name = prepared.name(of: key) { return name }
        if let superfluous = prepared.makePlace() {
            try control("DEALLOCATE \(superfluous)")
        }
        let name = prepared.freeName
        _ = try PostgresResult(PQprepare(handle, name, text, Int32(types.count), types), of: self)
        prepared.add(key, as: name)
        return name
    }
}
