public import CivilTime
public import SQL

extension ProcessingLog {
    /// Readers look through the lines that are not indexed; this many take them a few milliseconds.
    public static let indexAtLines = 5_000
    private static let linesPerRun = 20_000
    private static let subjectsPerRun = 500_000

    /// Indexes the oldest lines that are not indexed yet as one run, when there are enough for it to pay.
    /// Gives their number. For a periodic task; call again while it is not 0.
    public static func index(atLeast least: Int = indexAtLines, in transaction: any Transaction) throws -> Int
    {
        let waiting = try transaction.rows(
            "SELECT line, subject_count FROM processing_unindexed ORDER BY line LIMIT \(linesPerRun)"
        ) { row in (line: try row.next(Identifier<ProcessingLine>.self), count: try row.next(Int.self)) }
        var subjects = 0
        let taken = waiting.prefix { line in
            defer { subjects += line.count }
            return subjects < subjectsPerRun
        }
        guard let last = taken.last?.line, taken.count >= least || subjects >= subjectsPerRun else {
            return 0
        }
        for (bucket, entries) in try entries(upTo: last, in: transaction).sorted(by: { $0.key < $1.key }) {
            try transaction.run(
                "INSERT INTO processing_index (bucket, run, entries) VALUES (\(bucket), \(last), \(entries))")
        }
        try transaction.run("INSERT INTO processing_run (last_line) VALUES (\(last))")
        // The rows of this transaction's view: one that commits meanwhile with an earlier id keeps its mark.
        try transaction.run("DELETE FROM processing_unindexed WHERE line <= \(last)")
        return taken.count
    }

    /// Deletes the oldest lines from before a moment, at most so many, with the runs that lie before it;
    /// gives the number of lines. Call again while it is the limit.
    public static func expire(
        before moment: Instant, limit: Int, in transaction: any Transaction
    ) throws -> Int {
        let first = firstID(at: moment)
        let runs = try transaction.rows(
            "SELECT last_line FROM processing_run WHERE last_line < \(first) ORDER BY last_line LIMIT 10"
        ) { row in try row.next(Identifier<ProcessingLine>.self) }
        for run in runs { try remove(run: run, in: transaction) }
        let lines = try transaction.rows(
            "SELECT id FROM processing_line WHERE id < \(first) ORDER BY id LIMIT \(limit)"
        ) { row in try row.next(Identifier<ProcessingLine>.self) }
        guard let last = lines.last else { return 0 }
        try transaction.run("DELETE FROM processing_unindexed WHERE line <= \(last)")
        return try transaction.run("DELETE FROM processing_line WHERE id <= \(last)")
    }

    private static func entries(
        upTo last: Identifier<ProcessingLine>, in transaction: any Transaction
    ) throws -> [Int: [UInt8]] {
        var entries: [Int: [UInt8]] = [:]
        try transaction.visit(
            """
            SELECT processing_line.id, processing_line.subjects
            FROM processing_unindexed
            JOIN processing_line ON processing_line.id = processing_unindexed.line
            WHERE processing_unindexed.line <= \(last)
            """
        ) { row in
            let id = try row.next(Identifier<ProcessingLine>.self)
            PackedSubjects.each(try row.next()) { subject in
                SubjectIndex.append(
                    subject, line: id, to: &entries[SubjectIndex.bucket(of: subject), default: []])
            }
        }
        return entries
    }

    private static func remove(run: Identifier<ProcessingLine>, in transaction: any Transaction) throws {
        for start in stride(from: 0, to: SubjectIndex.bucketCount, by: Statement.listLimit) {
            let buckets = Array(start..<min(start + Statement.listLimit, SubjectIndex.bucketCount))
            try transaction.run(
                "DELETE FROM processing_index WHERE bucket IN (\(list: buckets)) AND run = \(run)")
        }
        try transaction.run("DELETE FROM processing_run WHERE last_line = \(run)")
    }
}
