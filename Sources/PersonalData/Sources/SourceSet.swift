public import CivilTime
import Identity
import Outbound
public import SQL
import Synchronization

/// The sources of an installation, each with a line of its own: one that hangs or fails is cut off, and keeps
/// nobody from the others. Close it when done.
public final class SourceSet: Sendable {
    /// In the order in which pages show them.
    public let sources: [Source]
    let now: @Sendable () -> Instant
    let watch = SourceWatch()
    private let credentials: [String: SourceCredentials]
    private let stubs: (@Sendable (Source) async throws -> String)?
    private let lines = Mutex<[String: OutboundClient]>([:])

    /// No answer about one person is so large: some records of some fields are a few kilobytes.
    static let answerBytes = 262_144

    /// - Parameters:
    ///   - credentials: by the key of the source; none for a source that asks none.
    ///   - stubs: where the program's own stub of a source listens; nil where there are none, and then every
    ///     source has an address.
    public init(
        _ sources: [Source], credentials: [String: SourceCredentials] = [:],
        stubs: (@Sendable (Source) async throws -> String)? = nil,
        now: @escaping @Sendable () -> Instant
    ) {
        precondition(stubs != nil || sources.allSatisfy { $0.address != nil }, "a source is somewhere")
        self.sources = sources
        self.credentials = credentials
        self.stubs = stubs
        self.now = now
    }

    public func source(_ key: String) -> Source? {
        sources.first { $0.key == key }
    }

    /// Makes the sources known: reports name them, and the citizen's page names their owners.
    public func register(in transaction: any Transaction, at moment: Instant) throws {
        for source in sources {
            _ = try Organisation.register(
                oin: source.owner, name: source.ownerName, in: transaction, at: moment)
            try transaction.run(
                """
                INSERT INTO data_source (key, title, owner_oin, changed_at)
                VALUES (\(source.key), \(source.title.dutch), \(source.owner), \(moment))
                ON CONFLICT (key) DO UPDATE
                SET title = excluded.title, owner_oin = excluded.owner_oin, changed_at = excluded.changed_at
                """)
        }
    }

    func address(of source: Source) async throws -> String {
        if let address = source.address { return address }
        guard let stubs else { throw OutboundError.badURL }
        return try await stubs(source)
    }

    /// The headers by which this installation shows a source who it is.
    func headers(for source: Source) throws -> [OutboundHeader] {
        guard let token = credentials[source.key]?.token else { return [] }
        return [OutboundHeader("Authorization", "Bearer \(try token().text)")]
    }

    /// The line to a source, with a circuit breaker that watches this source only.
    func line(to source: Source) -> OutboundClient {
        lines.withLock { lines in
            if let line = lines[source.key] { return line }
            let line = OutboundClient(
                limits: OutboundLimits(
                    connectMilliseconds: min(source.timeoutMilliseconds, 2_000),
                    totalMilliseconds: source.timeoutMilliseconds, bodyBytes: Self.answerBytes),
                breaker: CircuitBreaker(now: now), identity: credentials[source.key]?.identity)
            lines[source.key] = line
            return line
        }
    }

    public func close() async throws {
        let open = lines.withLock { lines in
            defer { lines = [:] }
            return Array(lines.values)
        }
        for line in open { try await line.close() }
    }
}
