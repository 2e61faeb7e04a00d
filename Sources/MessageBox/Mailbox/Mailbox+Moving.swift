public import CivilTime
import Identity
import Journal
public import SQL

/// Messages that were moved together, and where they are now.
public struct Move: Sendable, Equatable {
    public let place: Place
    public let messageCount: Int
    /// Names the move, to take it back by.
    public let at: Instant
}

extension Mailbox {
    /// The most messages that one act changes: a page of the list at its longest.
    public static let selectionLimit = pageLimit

    /// Moves messages: all of them, or none when one is not in this box.
    public func move(_ ids: [Message.ID], to place: Place, at now: Instant) async throws -> Move {
        let count = try await arrange(ids, place: place, isRead: nil, at: now)
        return Move(place: place, messageCount: count, at: now)
    }

    @discardableResult
    static func move(
        _ ids: [Message.ID], to place: Place, in box: Opened, transaction: any Transaction, at now: Instant
    ) throws -> Int {
        if case .folder(let id) = place, !(try exists(id, of: box, in: transaction)) {
            throw MailboxError.noSuchFolder
        }
        return try transaction.run(
            """
            UPDATE message SET place_before = place, place = \(place), moved_at = \(now)
            WHERE person_id = \(box.person.id) AND id IN (\(list: ids)) AND place <> \(place)
            """)
    }

    /// Puts messages back where each was before its last move; in the box where that folder is gone.
    ///
    /// - Returns: how many were elsewhere before.
    @discardableResult
    public func putBack(_ ids: [Message.ID], at now: Instant) async throws -> Int {
        try await act(.arrangeBox, at: now) { box, transaction in
            try Self.check(ids, in: box, transaction: transaction)
            return try Self.putBack(ids, in: box, transaction: transaction, at: now)
        }
    }

    private static func putBack(
        _ ids: [Message.ID], in box: Opened, transaction: any Transaction, at now: Instant
    ) throws -> Int {
        try transaction.run(
            """
            UPDATE message
            SET place = CASE
                WHEN place_before <= 2 OR EXISTS (
                  SELECT 1 FROM folder
                  WHERE folder.person_id = message.person_id AND folder.number = message.place_before
                ) THEN place_before
                ELSE 0
              END,
              place_before = place, moved_at = \(now)
            WHERE person_id = \(box.person.id) AND id IN (\(list: ids)) AND place_before <> place
            """)
    }

    /// The move of a moment, as far as its messages are still where it brought them; nil when none are.
    public func move(of moment: Instant) async throws -> Move? {
        let owner = owner
        return try await facilities.database.read { transaction in
            try transaction.first(
                """
                SELECT place, COUNT(*) FROM message
                WHERE person_id = \(owner) AND moved_at = \(moment) AND place <> 3
                GROUP BY place
                ORDER BY COUNT(*) DESC
                LIMIT 1
                """
            ) { row in Move(place: try row.next(), messageCount: try row.next(), at: moment) }
        }
    }

    /// Takes a move back: what it moved goes where it was before.
    ///
    /// - Returns: how many messages.
    @discardableResult
    public func undo(moveOf moment: Instant, at now: Instant) async throws -> Int {
        try await act(.arrangeBox, at: now) { box, transaction in
            let ids = try transaction.rows(
                """
                SELECT id FROM message
                WHERE person_id = \(box.person.id) AND moved_at = \(moment) AND place <> 3
                LIMIT \(Self.selectionLimit)
                """
            ) { row in try row.next(Message.ID.self) }
            guard !ids.isEmpty else { throw MailboxError.nothingToUndo }
            return try Self.putBack(ids, in: box, transaction: transaction, at: now)
        }
    }

    /// Refuses a selection that is empty or too long, or of which a part is not in this box.
    static func check(_ ids: [Message.ID], in box: Opened, transaction: any Transaction) throws {
        let chosen = Set(ids)
        guard (1...selectionLimit).contains(chosen.count) else { throw MailboxError.selectionSize }
        let found: Int? = try transaction.value(
            """
            SELECT COUNT(*) FROM message
            WHERE person_id = \(box.person.id) AND id IN (\(list: chosen.sorted()))
              AND published_at <= \(box.showsUntil) AND place <> 3
            """)
        guard found == chosen.count else { throw MailboxError.noSuchMessage }
    }
}
