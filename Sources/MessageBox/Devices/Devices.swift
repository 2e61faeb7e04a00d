public import CivilTime
public import Identity
import Journal
import Outbound
public import SQL
import Sealing
import WebPush

/// The devices of one person. Every look and every change leaves a line in the processing log first.
public struct Devices: Sendable {
    let owner: Person.ID
    let facilities: Facilities

    public init(of owner: Person.ID, facilities: Facilities) {
        self.owner = owner
        self.facilities = facilities
    }

    /// All of them, the one that was added first on top.
    public func list(at now: Instant) async throws -> [Device] {
        let (owner, keys) = (owner, facilities.keys)
        return try await facilities.database.write { transaction in
            let key = try note(.readSettings, in: transaction, at: now).key(keys)
            return try transaction.rows(
                """
                SELECT id, fingerprint, label_sealed, added_at, gone_at
                FROM device
                WHERE person_id = \(owner)
                ORDER BY id
                LIMIT \(2 * Device.limit)
                """
            ) { row in
                let id: Device.ID = try row.next()
                let fingerprint: [UInt8] = try row.next()
                let label = try key.open(try row.next(), for: .deviceLabel(id))
                return Device(
                    id: id, label: String(decoding: label, as: UTF8.self), fingerprint: fingerprint,
                    addedAt: try row.next(), goneAt: try row.next())
            }
        }
    }

    /// Tells this device from now on. The same browser again takes the place of what it was before, also when
    /// that was another person's: what is told of somebody goes to who signed in there last.
    public func add(_ new: NewDevice, at now: Instant) async throws -> Device {
        let keys = facilities.keys
        return try await facilities.database.write { transaction in
            let person = try note(.changeSettings, in: transaction, at: now)
            guard try Box.find(person, in: transaction) != nil else { throw DeviceError.noBox }
            try forgetGone(and: new.fingerprint, in: transaction)
            try leaveRoom(in: transaction)
            let id = Device.ID.new(milliseconds: now.microseconds / 1_000)
            try insert(new, as: id, key: try person.key(keys), in: transaction, at: now)
            try audit("device.add", id, in: transaction, at: now)
            return Device(
                id: id, label: new.label, fingerprint: new.fingerprint, addedAt: now, goneAt: nil)
        }
    }

    /// Tells it no more. Words to it that wait are dropped.
    public func remove(_ id: Device.ID, at now: Instant) async throws {
        let owner = owner
        try await facilities.database.write { transaction in
            try note(.changeSettings, in: transaction, at: now)
            let gone = try transaction.run("DELETE FROM device WHERE id = \(id) AND person_id = \(owner)")
            guard gone == 1 else { throw DeviceError.noSuchDevice }
            try audit("device.remove", id, in: transaction, at: now)
        }
    }
}

extension Devices {
    @discardableResult
    private func note(
        _ activity: ProcessingActivity, in transaction: any Transaction, at now: Instant
    ) throws -> Person {
        guard let person = try Person.find(owner, in: transaction) else { throw DeviceError.noBox }
        try ProcessingLine(
            activity: activity, organisation: nil, subjects: [try person.logPseudonym(facilities.keys)],
            at: now
        ).record(in: transaction)
        return person
    }

    private func audit(
        _ act: String, _ id: Device.ID, in transaction: any Transaction, at now: Instant
    ) throws {
        try AuditEntry(
            actor: .citizen(owner.description), act: act,
            object: .init(kind: "device", id: id.description), at: now
        ).record(in: transaction)
    }

    /// Who adds a device has seen which ones are gone.
    private func forgetGone(and fingerprint: [UInt8], in transaction: any Transaction) throws {
        try transaction.run(
            """
            DELETE FROM device
            WHERE fingerprint = \(fingerprint) OR (person_id = \(owner) AND gone_at IS NOT NULL)
            """)
    }

    private func leaveRoom(in transaction: any Transaction) throws {
        let count: Int =
            try transaction.value("SELECT COUNT(*) FROM device WHERE person_id = \(owner)") ?? 0
        guard count < Device.limit else { throw DeviceError.tooMany(limit: Device.limit) }
    }

    private func insert(
        _ new: NewDevice, as id: Device.ID, key: DataKey, in transaction: any Transaction, at now: Instant
    ) throws {
        let address = key.seal(Array(new.address.text.utf8), for: .deviceAddress(id))
        let keys = key.seal(new.receiver.bytes, for: .deviceKeys(id))
        let label = key.seal(Array(new.label.utf8), for: .deviceLabel(id))
        try transaction.run(
            """
            INSERT INTO device
              (id, person_id, fingerprint, push_service, address_sealed, keys_sealed, label_sealed, added_at)
            VALUES
              (\(id), \(owner), \(new.fingerprint), \(new.address.origin), \(address), \(keys), \(label),
               \(now))
            """)
    }
}
