import Blobs
import Identity
import SQL

extension SubscriptionRun {
    /// Everybody with an active box who wants this organisation, in the order of accounts. The next page is
    /// read while this one is opened.
    func writeAll(to writer: BlobWriter) async throws -> Int {
        var count = 0
        var page = try await page(after: .lowest)
        while let last = page.last?.person {
            async let next = self.page(after: last)
            let opened = try await open(page)
            try await writer.append(opened)
            count += page.count
            page = try await next
        }
        return count
    }

    private func page(after last: Person.ID) async throws -> [SealedNumber] {
        let organisation = request.organisation
        return try await facilities.database.read { transaction in
            try Subscribers.page(of: organisation, after: last, in: transaction)
        }
    }

    /// The lines of a page, opened on all cores.
    private func open(_ page: [SealedNumber]) async throws -> [UInt8] {
        let keys = facilities.keys
        return try await withThrowingTaskGroup { group in
            for start in stride(from: 0, to: page.count, by: Self.accountsPerTask) {
                let part = page[start..<min(start + Self.accountsPerTask, page.count)]
                group.addTask {
                    var bytes: [UInt8] = []
                    bytes.reserveCapacity(part.count * SubscriptionLine.byteCount)
                    for sealed in part {
                        SubscriptionLine(number: CitizenNumber(try sealed.open(keys)), isActive: true)
                            .append(to: &bytes)
                    }
                    return (start, bytes)
                }
            }
            var parts: [Int: [UInt8]] = [:]
            for try await (start, bytes) in group { parts[start] = bytes }
            return parts.sorted { $0.key < $1.key }.flatMap(\.value)
        }
    }

    private static let accountsPerTask = 1_250
}

extension Subscribers {
    static func page(
        of organisation: Organisation.ID, after last: Person.ID, in transaction: any Transaction
    ) throws -> [SealedNumber] {
        try transaction.rows(
            """
            SELECT person.id, person.wrapped_key, person.bsn_sealed
            FROM preference
            JOIN box ON box.person_id = preference.person_id
            JOIN person ON person.id = preference.person_id
            WHERE preference.organisation_id = \(organisation)
              AND preference.reaches = 1
              AND preference.person_id > \(last)
              AND box.state = 'active'
            ORDER BY preference.person_id
            LIMIT \(SubscriptionRun.accountsPerPage)
            """
        ) { row in try SealedNumber(&row) }
    }
}
