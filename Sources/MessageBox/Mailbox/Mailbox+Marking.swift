public import CivilTime
import Identity
import Journal
public import SQL

/// What the owner of a box can change about a message.
public struct Arrangement: Sendable, Equatable {
    public let place: Place
    public let isRead: Bool
}

extension Mailbox {
    /// Marks messages as read or unread: all of them, or none when one is not in this box.
    public func mark(_ ids: [Message.ID], read isRead: Bool, at now: Instant) async throws {
        try await arrange(ids, place: nil, isRead: isRead, at: now)
    }

    /// Marks and moves messages: all of them, or none when one is not in this box. What is nil stays as it
    /// is.
    ///
    /// - Returns: how many were moved.
    @discardableResult
    public func arrange(
        _ ids: [Message.ID], place: Place?, isRead: Bool?, at now: Instant
    ) async throws -> Int {
        try await act(.arrangeBox, at: now) { box, transaction in
            try Self.check(ids, in: box, transaction: transaction)
            if let isRead { try Self.mark(ids, read: isRead, in: box, transaction: transaction, at: now) }
            guard let place else { return 0 }
            return try Self.move(ids, to: place, in: box, transaction: transaction, at: now)
        }
    }

    private static func mark(
        _ ids: [Message.ID], read isRead: Bool, in box: Opened, transaction: any Transaction, at now: Instant
    ) throws {
        guard isRead else {
            try transaction.run(
                """
                UPDATE message SET read_at = NULL
                WHERE person_id = \(box.person.id) AND id IN (\(list: ids))
                """)
            return
        }
        // The moment of reading stays the first one.
        try transaction.run(
            """
            UPDATE message SET read_at = \(now)
            WHERE person_id = \(box.person.id) AND id IN (\(list: ids)) AND read_at IS NULL
            """)
    }

    /// Changes one message, unless it is no longer as its owner saw it.
    ///
    /// - Parameter seen: throws for what is not as who asks saw it.
    /// - Returns: what it looks like now.
    public func arrange(
        _ id: Message.ID, place: Place?, isRead: Bool?,
        seen: @escaping @Sendable (Arrangement) throws -> Void,
        at now: Instant
    ) async throws -> Arrangement {
        try await act(.arrangeBox, at: now) { box, transaction in
            let found = try Self.arrangement(of: id, in: box, transaction: transaction)
            guard let found else { throw MailboxError.noSuchMessage }
            try seen(found)
            if let isRead { try Self.mark([id], read: isRead, in: box, transaction: transaction, at: now) }
            if let place { try Self.move([id], to: place, in: box, transaction: transaction, at: now) }
            return Arrangement(place: place ?? found.place, isRead: isRead ?? found.isRead)
        }
    }

    private static func arrangement(
        of id: Message.ID, in box: Opened, transaction: any Transaction
    ) throws -> Arrangement? {
        try transaction.first(
            """
            SELECT place, read_at FROM message
            WHERE id = \(id) AND person_id = \(box.person.id) AND published_at <= \(box.showsUntil)
              AND place <> 3
            """
        ) { row in Arrangement(place: try row.next(), isRead: try row.next(Instant?.self) != nil) }
    }
}
