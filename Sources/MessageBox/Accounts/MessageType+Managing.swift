public import CivilTime
public import Identity
public import Journal
public import SQL

/// Why a message type could not be made or changed.
public enum MessageTypeError: Error, Equatable, Sendable {
    /// Everything that is wrong with what was sent.
    case fields([FieldFault])
    case unknown
    case codeTaken
    case tooMany
    /// It is no longer as it was when the caller looked at it.
    case changedMeanwhile
}

extension MessageType {
    /// What somebody wants to be different; nil leaves it as it is.
    public struct Change: Sendable {
        public var title: String?
        public var isActive: Bool?
        public var isSensitive: Bool?

        public init(title: String? = nil, isActive: Bool? = nil, isSensitive: Bool? = nil) {
            self.title = title
            self.isActive = isActive
            self.isSensitive = isSensitive
        }
    }

    /// Adds a message type under a code that the organisation does not have yet.
    public static func create(
        code: String, title: String, isActive: Bool, isSensitive: Bool, of organisation: Organisation.ID,
        by actor: Actor, in transaction: any Transaction, at now: Instant
    ) throws -> MessageType {
        let faults = [codeFault(code), titleFault(title)].compactMap { $0 }
        guard faults.isEmpty else { throw MessageTypeError.fields(faults) }
        let count = try transaction.value(
            "SELECT COUNT(*) FROM message_type WHERE organisation_id = \(organisation)", as: Int.self)
        guard count ?? 0 < limit else { throw MessageTypeError.tooMany }
        let type = MessageType(
            code: code, title: title, isActive: isActive, isSensitive: isSensitive, changedAt: now)
        let added = try transaction.run(
            """
            INSERT INTO message_type (organisation_id, code, title, active, sensitive, changed_at)
            VALUES (\(organisation), \(code), \(title), \(isActive), \(isSensitive), \(now))
            ON CONFLICT (organisation_id, code) DO NOTHING
            """)
        guard added == 1 else { throw MessageTypeError.codeTaken }
        try type.record("message-type.create", of: organisation, by: actor, in: transaction, at: now)
        return type
    }

    /// Changes a message type, as long as it is still the one that the caller looked at. A change that
    /// changes nothing leaves no trace.
    ///
    /// - Parameter version: its ``changedAt`` as the caller knows it.
    public static func change(
        _ code: String, to change: Change, expecting version: Instant, of organisation: Organisation.ID,
        by actor: Actor, in transaction: any Transaction, at now: Instant
    ) throws -> MessageType {
        guard let known = try find(code, of: organisation, in: transaction) else {
            throw MessageTypeError.unknown
        }
        guard known.changedAt == version else { throw MessageTypeError.changedMeanwhile }
        if let fault = change.title.flatMap(titleFault) { throw MessageTypeError.fields([fault]) }
        let changed = MessageType(
            code: code, title: change.title ?? known.title, isActive: change.isActive ?? known.isActive,
            isSensitive: change.isSensitive ?? known.isSensitive,
            // Two versions never share a moment: it is what tells them apart.
            changedAt: max(now, known.changedAt.advanced(byMicroseconds: 1)))
        guard !changed.isLike(known) else { return known }
        try transaction.run(
            """
            UPDATE message_type
            SET title = \(changed.title), active = \(changed.isActive), sensitive = \(changed.isSensitive),
              changed_at = \(changed.changedAt)
            WHERE organisation_id = \(organisation) AND code = \(code)
            """)
        try changed.record("message-type.change", of: organisation, by: actor, in: transaction, at: now)
        return changed
    }

    private func isLike(_ other: MessageType) -> Bool {
        title == other.title && isActive == other.isActive && isSensitive == other.isSensitive
    }

    private static func codeFault(_ code: String) -> FieldFault? {
        let isPlain = code.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard (1...codeLimit).contains(code.utf8.count), isPlain else {
            return FieldFault("code", "1 tot \(codeLimit) letters, cijfers, - of _")
        }
        return nil
    }

    private static func titleFault(_ title: String) -> FieldFault? {
        let isPlain = title.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        let isBlank = title.unicodeScalars.allSatisfy(\.properties.isWhitespace)
        guard (1...titleLimit).contains(title.unicodeScalars.count), isPlain, !isBlank else {
            return FieldFault("titel", "1 tot \(titleLimit) tekens op één regel")
        }
        return nil
    }
}

extension MessageType {
    /// What an entry of the audit trail says a type became. The title stands last, as it may hold anything.
    public struct State: Sendable, Equatable {
        public let isActive: Bool
        public let isSensitive: Bool
        public let title: String

        /// Nil for a text that no entry about a message type has.
        public init?(detail: String) {
            let words = detail.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
            guard words.count == 3, words[2].hasPrefix("title=") else { return nil }
            isActive = words[0] == "active=yes"
            isSensitive = words[1] == "sensitive=yes"
            title = String(words[2].dropFirst("title=".count))
        }
    }

    /// What the audit trail knows a type by.
    public static func auditObject(_ code: String, of organisation: Organisation.ID) -> AuditEntry.Object {
        AuditEntry.Object(kind: "message-type", id: "\(organisation)/\(code)")
    }

    private func record(
        _ act: String, of organisation: Organisation.ID, by actor: Actor, in transaction: any Transaction,
        at now: Instant
    ) throws {
        let detail =
            "active=\(isActive ? "yes" : "no") sensitive=\(isSensitive ? "yes" : "no") title=\(title)"
        try AuditEntry(
            actor: actor, act: act, object: Self.auditObject(code, of: organisation), detail: detail, at: now
        ).record(in: transaction)
    }
}
