public import CivilTime
public import Identity
import Journal
import Outbound
public import SQL
public import Sealing

/// One person's own data at the sources, asked when that person looks and kept by nobody here. Every question
/// leaves its line in the processing log first, or is not asked.
public struct OwnRecords: Sendable {
    let owner: Person.ID
    let sources: SourceSet
    let database: any Database
    let keys: KeyRing

    public init(of owner: Person.ID, sources: SourceSet, database: any Database, keys: KeyRing) {
        self.owner = owner
        self.sources = sources
        self.database = database
        self.keys = keys
    }

    /// Asks sources, all at the same time; the slowest takes no longer than its own time-out.
    ///
    /// - Returns: a report for each, in the order asked.
    public func ask(_ wanted: [Source], at now: Instant) async throws -> [SourceReport] {
        guard !wanted.isEmpty else { return [] }
        let citizen = try await log(wanted, at: now)
        let answers = await withTaskGroup(of: (Int, SourceAnswer).self) { group in
            for (index, source) in wanted.enumerated() {
                group.addTask { (index, await sources.ask(source, about: citizen)) }
            }
            return await group.reduce(into: [:]) { answers, next in answers[next.0] = next.1 }
        }
        let asked = zip(wanted.indices, wanted).map { index, source in
            (source: source, answer: answers[index] ?? .unavailable(.failing))
        }
        let seenAt = sources.now()
        for (source, answer) in asked {
            try await sources.watch.note(answer, of: source, in: database, at: seenAt)
        }
        let since = try await downSince(asked.filter { $0.answer.isDown }.map(\.source))
        return asked.map { source, answer in
            SourceReport(source: source, askedAt: now, answer: answer, downSince: since[source.key])
        }
    }

    private func log(_ wanted: [Source], at now: Instant) async throws -> BSN {
        let (owner, keys) = (owner, keys)
        return try await database.write { transaction in
            let citizen = try OwnNumber.open(owner, keys: keys, in: transaction)
            let subject = keys.pseudonym(of: citizen.digits, for: .log)
            for source in wanted {
                try ProcessingLine(
                    activity: source.kind.activity, organisation: source.owner.digits, subjects: [subject],
                    at: now
                ).record(in: transaction)
            }
            return citizen
        }
    }

    private func downSince(_ down: [Source]) async throws -> [String: Instant] {
        guard !down.isEmpty else { return [:] }
        return try await database.read { transaction in
            try down.reduce(into: [:]) { since, source in
                since[source.key] = try SourceStretch.downSince(source.key, in: transaction)
            }
        }
    }
}

extension SourceAnswer {
    fileprivate var isDown: Bool {
        if case .unavailable = self { true } else { false }
    }
}

extension SourceSet {
    /// One question, within the bounds of the source. The number is in the body: an address ends up in logs.
    func ask(_ source: Source, about citizen: BSN) async -> SourceAnswer {
        let wanted = source.fields.map { "\"\($0.path)\"" }.joined(separator: ",")
        let body = #"{"burgerservicenummer":"\#(citizen.digits)","velden":[\#(wanted)]}"#
        do {
            let answer = try await line(to: source).post(
                try await address(of: source),
                headers: [
                    OutboundHeader("Content-Type", "application/json"),
                    OutboundHeader("Accept", "application/json"),
                ] + headers(for: source), body: Array(body.utf8))
            switch answer.status {
            case 200: return SourceAnswer(reading: answer.body, fields: source.fields)
            case 404: return .nothingKnown
            case 400..<500: return .unavailable(.refused)
            default: return .unavailable(.failing)
            }
        } catch let error as OutboundError {
            return .unavailable(.init(error))
        } catch {
            return .unavailable(.unreachable)
        }
    }
}

extension SourceAnswer.Reason {
    fileprivate init(_ error: OutboundError) {
        switch error {
        case .timedOut: self = .slow
        case .tooLarge: self = .tooLarge
        case .leftAlone, .cancelled: self = .leftAlone
        case .badURL, .forbidden: self = .refused
        case .noConnection, .failed: self = .unreachable
        }
    }
}

/// A person's own number, for a question or a look that the person asked for.
enum OwnNumber {
    static func open(
        _ owner: Person.ID, keys: KeyRing, in transaction: any Transaction
    ) throws -> BSN {
        let sealed = try transaction.first(
            "SELECT id, wrapped_key, bsn_sealed FROM person WHERE id = \(owner)"
        ) { row in try SealedNumber(&row) }
        guard let sealed else { throw NobodyKnown() }
        return try sealed.open(keys)
    }
}

/// The person is gone: the account was closed while its page was open.
public struct NobodyKnown: Error {}
