public import CivilTime
public import Identity
public import SQL
public import Sealing

/// One message as its sender sees it: the line of the report, with the delivery it came in. Nothing in it is
/// about the person it was for.
public struct SuppliedMessage: Sendable {
    /// Where it stands: in which delivery, and at which place there, from 1.
    public struct Place: Sendable, Equatable {
        public let delivery: Delivery.ID
        public let position: Int

        public init(delivery: Delivery.ID, position: Int) {
            self.delivery = delivery
            self.position = position
        }
    }

    public let place: Place
    public let batchID: SupplierGUID
    public let messageID: SupplierGUID
    public let typeCode: String
    public let code: ProcessingCode
    public let stage: Stage
    public let receivedAt: Instant

    init(_ row: inout Row) throws {
        place = Place(delivery: try row.next(), position: try row.next())
        batchID = try row.next()
        messageID = try row.next()
        typeCode = try row.next()
        code = try row.next()
        stage = try row.next()
        receivedAt = try row.next()
    }
}

extension SuppliedMessage {
    /// The messages that were received on a day, newest first, before the place given (exclusive).
    ///
    /// - Parameter code: only those that got this code; nil for all.
    public static func list(
        of organisation: Organisation.ID, on day: CivilDate, with code: ProcessingCode?, before: Place?,
        limit: Int, in transaction: any Transaction
    ) throws -> [SuppliedMessage] {
        let span = DeliveryIDs.of(day)
        let (last, position) = (before?.delivery.bytes ?? span.end, before?.position ?? 0)
        if let code, code != .processed {
            return try transaction.rows(
                """
                SELECT delivery.id, report_line.position, delivery.batch_id, report_line.message_id,
                  report_line.type_code, report_line.code, report_line.stage, delivery.received_at
                FROM rejection
                JOIN delivery ON delivery.id = rejection.delivery_id
                JOIN report_line ON report_line.delivery_id = rejection.delivery_id
                  AND report_line.position = rejection.position
                WHERE rejection.organisation_id = \(organisation) AND rejection.code = \(code)
                  AND rejection.delivery_id >= \(span.first) AND rejection.delivery_id < \(span.end)
                  AND (rejection.delivery_id, rejection.position) < (\(last), \(position))
                ORDER BY rejection.delivery_id DESC, rejection.position DESC
                LIMIT \(limit)
                """, SuppliedMessage.init)
        }
        if code == .processed {
            return try transaction.rows(
                """
                SELECT delivery.id, report_line.position, delivery.batch_id, report_line.message_id,
                  report_line.type_code, report_line.code, report_line.stage, delivery.received_at
                FROM delivery
                JOIN report_line ON report_line.delivery_id = delivery.id
                WHERE delivery.organisation_id = \(organisation)
                  AND delivery.id >= \(span.first) AND delivery.id < \(span.end) AND delivery.id <= \(last)
                  AND (delivery.id, report_line.position) < (\(last), \(position))
                  AND report_line.code = \(ProcessingCode.processed)
                ORDER BY delivery.id DESC, report_line.position DESC
                LIMIT \(limit)
                """, SuppliedMessage.init)
        }
        return try transaction.rows(
            """
            SELECT delivery.id, report_line.position, delivery.batch_id, report_line.message_id,
              report_line.type_code, report_line.code, report_line.stage, delivery.received_at
            FROM delivery
            JOIN report_line ON report_line.delivery_id = delivery.id
            WHERE delivery.organisation_id = \(organisation)
              AND delivery.id >= \(span.first) AND delivery.id < \(span.end) AND delivery.id <= \(last)
              AND (delivery.id, report_line.position) < (\(last), \(position))
            ORDER BY delivery.id DESC, report_line.position DESC
            LIMIT \(limit)
            """, SuppliedMessage.init)
    }

    public static func find(
        _ place: Place, of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> SuppliedMessage? {
        try transaction.first(
            """
            SELECT delivery.id, report_line.position, delivery.batch_id, report_line.message_id,
              report_line.type_code, report_line.code, report_line.stage, delivery.received_at
            FROM delivery
            JOIN report_line ON report_line.delivery_id = delivery.id
            WHERE delivery.id = \(place.delivery) AND delivery.organisation_id = \(organisation)
              AND report_line.position = \(place.position)
            """, SuppliedMessage.init)
    }
}

extension SuppliedMessage {
    /// As many as somebody looks through; an id or a reference is rarely used more than a few times.
    public static let searchLimit = 50

    /// The messages that an organisation sent under an id of its own, the last one first: each time it was
    /// offered.
    public static func search(
        _ id: SupplierGUID, of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> [SuppliedMessage] {
        var places = try transaction.rows(
            """
            SELECT delivery_id, position FROM rejection
            WHERE organisation_id = \(organisation) AND message_key = \(id.key)
            ORDER BY delivery_id DESC
            LIMIT \(searchLimit)
            """
        ) { row in Place(delivery: try row.next(), position: try row.next()) }
        let accepted = try transaction.rows(
            """
            SELECT report_line.delivery_id, report_line.position, report_line.message_id
            FROM message_key
            JOIN message ON message.id = message_key.message_id
            JOIN report_line ON report_line.delivery_id = message.delivery_id
            WHERE message_key.organisation_id = \(organisation) AND message_key.key = \(id.key)
              AND report_line.code = \(ProcessingCode.processed)
            """
        ) { row in
            (
                Place(delivery: try row.next(), position: try row.next()),
                try row.next(SupplierGUID.self)
            )
        }
        // A delivery has a thousand lines at most; which of them it is, is told by the id as it was sent.
        places += accepted.filter { $0.1 == id }.map(\.0)
        return try find(places, of: organisation, in: transaction)
    }

    /// The messages that an organisation sent with a reference, the last one first.
    public static func search(
        reference: String, of organisation: Organisation.ID, keys: KeyRing, in transaction: any Transaction
    ) throws -> [SuppliedMessage] {
        let places = try ReferenceKey.live(reference, of: organisation, keys: keys).flatMap { key in
            try transaction.rows(
                """
                SELECT delivery_id, position FROM message_reference
                WHERE reference_key = \(key)
                ORDER BY delivery_id DESC, position DESC
                LIMIT \(searchLimit)
                """
            ) { row in Place(delivery: try row.next(), position: try row.next()) }
        }
        return try find(places, of: organisation, in: transaction)
    }

    private static func find(
        _ places: [Place], of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> [SuppliedMessage] {
        let found = try places.compactMap { try find($0, of: organisation, in: transaction) }
        return Array(found.sorted { $0.receivedAt > $1.receivedAt }.prefix(searchLimit))
    }
}

/// A reference as the table knows it: a sender may put anything in it, so it is recognised and never read.
enum ReferenceKey {
    /// Half of the code with the id of its key: no two references of a country's mail share it by chance.
    private static let byteCount = 20

    static func current(_ reference: String, of organisation: Organisation.ID, keys: KeyRing) -> [UInt8] {
        Array(keys.pseudonym(of: text(reference, organisation), for: .reference).bytes.prefix(byteCount))
    }

    static func live(_ reference: String, of organisation: Organisation.ID, keys: KeyRing) -> [[UInt8]] {
        keys.livePseudonyms(of: text(reference, organisation), for: .reference).map {
            Array($0.bytes.prefix(byteCount))
        }
    }

    private static func text(_ reference: String, _ organisation: Organisation.ID) -> String {
        "\(organisation)\0\(reference)"
    }
}
