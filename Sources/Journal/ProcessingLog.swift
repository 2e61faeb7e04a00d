public import CivilTime
public import SQL
public import Sealing

/// Reads the processing log as the citizen sees it.
public enum ProcessingLog {
    /// A line without its subjects: one citizen never sees whom else it was about.
    public struct Recorded: Sendable {
        public let id: Identifier<ProcessingLine>
        public let at: Instant
        public let activity: ProcessingActivity
        public let organisation: String?
        public let purpose: String
        public let outcome: ProcessingLine.Outcome
        public let traceID: String?
        let subjects: [UInt8]
        let isAboutEveryone: Bool
    }

    /// Which lines about a citizen: the citizen's own looks would hide those of others.
    public enum Looks: String, Sendable, CaseIterable {
        case all, byOthers, own

        func hold(_ activity: ProcessingActivity) -> Bool {
            switch self {
            case .all: true
            case .byOthers: !activity.isOwnLook
            case .own: activity.isOwnLook
            }
        }
    }

    /// A page is at most this long, also one for a download.
    public static let pageLimit = 10_001
    /// How many lines are read at once while looking for those of a page.
    private static let portionLimit = 1_000

    /// The lines about one citizen, newest first, before the line given (exclusive) or from the newest.
    ///
    /// - Parameter subject: all live pseudonyms of the citizen under the log's key.
    public static func lines(
        about subject: [Pseudonym], _ looks: Looks = .all, before: Identifier<ProcessingLine>? = nil,
        limit: Int, in transaction: any Transaction
    ) throws -> [Recorded] {
        precondition((1...pageLimit).contains(limit), "a page is bounded")
        var ids = try indexed(about: subject, in: transaction)
        ids.formUnion(try unindexed(about: subject, in: transaction))
        let end = end(before)
        ids.formUnion(try aboutEveryone(before: end, limit: limit, in: transaction))
        var lines: [Recorded] = []
        var rest = ids.sorted(by: >)[...]
        rest = rest.drop { id in before.map { id >= $0 } ?? false }
        let portion = min(looks == .all ? limit : portionLimit, portionLimit)
        while lines.count < limit, !rest.isEmpty {
            lines += try read(Array(rest.prefix(portion)), in: transaction).filter { line in
                looks.hold(line.activity)
                    && (line.isAboutEveryone || PackedSubjects.contain(line.subjects, anyOf: subject))
            }
            rest = rest.dropFirst(portion)
        }
        return Array(lines.prefix(limit))
    }

    private static func indexed(
        about subject: [Pseudonym], in transaction: any Transaction
    ) throws -> Set<Identifier<ProcessingLine>> {
        var ids: Set<Identifier<ProcessingLine>> = []
        for pseudonym in subject {
            let bucket = SubjectIndex.bucket(of: pseudonym.bytes[...])
            try transaction.visit("SELECT entries FROM processing_index WHERE bucket = \(bucket)") { row in
                ids.formUnion(SubjectIndex.lines(about: pseudonym.bytes[...], in: try row.next()))
            }
        }
        return ids
    }

    /// The lines that no run covers yet: some thousands at most, as ``index(atLeast:in:)`` runs when there
    /// are more.
    private static func unindexed(
        about subject: [Pseudonym], in transaction: any Transaction
    ) throws -> [Identifier<ProcessingLine>] {
        var ids: [Identifier<ProcessingLine>] = []
        try transaction.visit(
            """
            SELECT processing_line.id, processing_line.subjects
            FROM processing_unindexed
            JOIN processing_line ON processing_line.id = processing_unindexed.line
            """
        ) { row in
            let id = try row.next(Identifier<ProcessingLine>.self)
            if PackedSubjects.contain(try row.next(), anyOf: subject) { ids.append(id) }
        }
        return ids
    }

    private static func aboutEveryone(
        before end: [UInt8], limit: Int, in transaction: any Transaction
    ) throws -> [Identifier<ProcessingLine>] {
        try transaction.rows(
            """
            SELECT id
            FROM processing_line
            WHERE everyone = 1 AND id < \(end)
            ORDER BY id DESC
            LIMIT \(limit)
            """
        ) { row in try row.next() }
    }

    private static func read(
        _ ids: [Identifier<ProcessingLine>], in transaction: any Transaction
    ) throws -> [Recorded] {
        try transaction.rows(
            """
            SELECT id, at, activity, organisation, purpose, outcome, trace_id, subjects, everyone
            FROM processing_line
            WHERE id IN (\(list: ids))
            ORDER BY id DESC
            """
        ) { row in
            Recorded(
                id: try row.next(), at: try row.next(), activity: try row.next(),
                organisation: try row.next(), purpose: try row.next(), outcome: try row.next(),
                traceID: try row.next(), subjects: try row.next(), isAboutEveryone: try row.next())
        }
    }
}
