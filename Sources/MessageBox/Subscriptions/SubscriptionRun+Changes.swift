import Blobs
import CivilTime
import Identity
import Journal
import SQL

extension SubscriptionRun {
    /// Each account that changed from the moment asked on, once, in the order of its last change, with what
    /// holds for it now.
    ///
    /// - Parameter end: what changes during the run is for the next list.
    func writeChanges(until end: Instant, to writer: BlobWriter) async throws -> Int {
        guard let since = request.since else { return 0 }
        let (database, organisation) = (facilities.database, request.organisation)
        var wishes = ChangeLine(since: since) { place in
            try await database.read { try Changes.ofWishes(organisation, after: place, until: end, in: $0) }
        }
        var boxes = ChangeLine(since: since) { place in
            try await database.read { try Changes.ofBoxes(organisation, after: place, until: end, in: $0) }
        }
        var part: [Change] = []
        var count = 0
        while let change = try await ChangeLine.next(&wishes, &boxes) {
            part.append(change)
            count += 1
            guard part.count == ProcessingLine.subjectLimit else { continue }
            try await write(part, to: writer)
            part.removeAll(keepingCapacity: true)
        }
        try await write(part, to: writer)
        return count
    }

    private func write(_ changes: [Change], to writer: BlobWriter) async throws {
        let numbers = try changes.map { try $0.sealed.open(facilities.keys) }
        try await log(numbers)
        var bytes: [UInt8] = []
        for (change, bsn) in zip(changes, numbers) {
            SubscriptionLine(number: CitizenNumber(bsn), isActive: change.isActive).append(to: &bytes)
        }
        try await writer.append(bytes)
    }
}

/// One line of changes, read page by page.
private struct ChangeLine {
    private var place: Changes.Place
    private var page: ArraySlice<Change> = []
    private var isAtEnd = false
    private let read: (Changes.Place) async throws -> [Change]

    init(since: Instant, read: @escaping (Changes.Place) async throws -> [Change]) {
        // Inclusive: nobody has the lowest id.
        place = Changes.Place(moment: since, person: .lowest)
        self.read = read
    }

    /// The earliest of two lines.
    static func next(_ left: inout ChangeLine, _ right: inout ChangeLine) async throws -> Change? {
        switch (try await left.first(), try await right.first()) {
        case (nil, nil): nil
        case (_?, nil): left.page.popFirst()
        case (nil, _?): right.page.popFirst()
        case (let one?, let other?):
            one.isBefore(other) ? left.page.popFirst() : right.page.popFirst()
        }
    }

    private mutating func first() async throws -> Change? {
        if page.isEmpty, !isAtEnd {
            page = try await read(place)[...]
            if let last = page.last { place = Changes.Place(moment: last.moment, person: last.sealed.person) }
            isAtEnd = page.count < SubscriptionRun.accountsPerPage
        }
        return page.first
    }
}
