import CLibPQ
import SQL

/// One connection to the server, used by one thread at a time.
///
/// Unchecked: libpq lets a connection pass between threads but not be used by two; ``ConnectionPool`` lends
/// it to one call at a time and synchronises the hand-over by its lock.
final class PostgresConnection: @unchecked Sendable {
    let handle: OpaquePointer
    let notices = Notices()
    var prepared = PreparedStatements()
    /// Set when an answer was left unread; the connection is then closed instead of given back.
    var isAbandoned = false

    /// Connects, sets the session up and checks what the server promises.
    init(conninfo: String, durability: PostgresDatabase.Durability) throws {
        handle = try openConnection(conninfo)
        notices.listen(to: handle)
        try SessionSettings.apply(to: self)
        try SessionSettings.check(self, durability: durability)
    }

    deinit {
        PQfinish(handle)
    }

    /// True when the next call can use it: the connection stands and no transaction is left open.
    var isReusable: Bool {
        !isAbandoned && PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE
    }

    /// Runs a statement of the driver's own, without values.
    @discardableResult
    func control(_ text: String) throws -> PostgresResult {
        try PostgresResult(PQexec(handle, text), of: self)
    }

    /// The single text that a `SHOW` gives.
    func setting(_ name: String) throws -> String {
        try control("SHOW \(name)").text(row: 0, column: 0)
    }

    /// Connects anew after the server went away; what the old session had prepared is gone with it.
    func reconnect() throws {
        PQreset(handle)
        guard PQstatus(handle) == CONNECTION_OK else {
            throw SQLError.unavailable(reason(of: handle))
        }
        prepared = PreparedStatements()
        try SessionSettings.apply(to: self)
    }
}

private func openConnection(_ conninfo: String) throws -> OpaquePointer {
    // Later words win: the operator's own time-out over ours, our encoding over theirs.
    let words: [(String, String)] = [
        ("connect_timeout", "10"), ("application_name", "peil"), ("dbname", conninfo),
        ("client_encoding", "UTF8"),
    ]
    let handle = withCStrings(words.map(\.0)) { names in
        withCStrings(words.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
    }
    guard let handle else { throw SQLError.unavailable("no memory for a connection") }
    guard PQstatus(handle) == CONNECTION_OK else {
        defer { PQfinish(handle) }
        throw SQLError.unavailable(reason(of: handle))
    }
    return handle
}

private func reason(of handle: OpaquePointer) -> String {
    let message = String(cString: PQerrorMessage(handle))
    return message.split(separator: "\n").joined(separator: " ")
}

/// Lends texts as the null-ended array of C strings that libpq asks for.
private func withCStrings<Outcome>(
    _ texts: [String], _ use: (UnsafePointer<UnsafePointer<CChar>?>) -> Outcome
) -> Outcome {
    let bytes = texts.flatMap { Array($0.utf8CString) }
    return bytes.withUnsafeBufferPointer { buffer in
        var pointers: [UnsafePointer<CChar>?] = []
        var offset = 0
        for text in texts {
            pointers.append(buffer.baseAddress.map { $0 + offset })
            offset += text.utf8.count + 1
        }
        pointers.append(nil)
        return pointers.withUnsafeBufferPointer { list in
            guard let start = list.baseAddress else {
                preconditionFailure("the list ends with nil, so it is not empty")
            }
            return use(start)
        }
    }
}
