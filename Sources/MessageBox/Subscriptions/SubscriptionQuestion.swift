public import CivilTime
import Crypto
// The JSON decoder has no other home on this platform.
import FoundationEssentials
import Identity

/// What an afnemer asks the subscription service, read from either interface.
public struct SubscriptionQuestion: Sendable {
    /// The organisation it is about; nil for the caller's own.
    let supplier: OIN?
    /// Nil where the interface has none.
    let requestID: SupplierGUID?
    let scope: Scope

    enum Scope: Sendable {
        case all
        case list([CitizenNumber])
        case changes(since: Instant)
    }

    /// What the interface takes in one request.
    public static let numbersLimit = 1_000_000
    /// A list of so many numbers, in the longer of the two notations, with room for white space.
    public static let bytesLimit = 33_554_432

    var kind: SubscriptionRequest.Kind {
        switch scope {
        case .all: .all
        case .list: .list
        case .changes: .changes
        }
    }

    var since: Instant? {
        if case .changes(let since) = scope { since } else { nil }
    }

    /// The numbers of a list in four bytes each; nil for the other kinds.
    var packedNumbers: [UInt8]? {
        guard case .list(let numbers) = scope else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(numbers.count * CitizenNumber.byteCount)
        for number in numbers { number.appendPacked(to: &bytes) }
        return bytes
    }

    /// Tells whether a request came a second time unchanged.
    var hash: [UInt8] {
        var hash = SHA256()
        hash.update(data: Array("\(kind.rawValue) \(since?.microseconds ?? 0) ".utf8))
        if let packedNumbers { hash.update(data: packedNumbers) }
        return Array(hash.finalize())
    }
}

extension SubscriptionQuestion {
    /// Reads the body of the JSON interface; throws ``RequestError`` with all that is wrong together.
    public static func read(json body: [UInt8], at now: Instant) throws -> SubscriptionQuestion {
        let collector = FaultCollector()
        let decoder = JSONDecoder()
        decoder.userInfo = [FaultCollector.key: collector, NumberList.limitKey: numbersLimit]
        let fields: Fields
        do {
            fields = try decoder.decode(Fields.self, from: Data(body))
        } catch {
            throw RequestError.notJSON
        }
        let scope = fields.scope(collector, at: now)
        guard collector.faults.isEmpty, let scope else { throw RequestError.fields(collector.faults) }
        return SubscriptionQuestion(supplier: nil, requestID: nil, scope: scope)
    }

    static let futureReason = "ligt in de toekomst"

    private struct Fields: Decodable {
        let soort: String?
        let bsns: NumberList?
        let vanaf: String?
        let has: Set<String>

        init(from decoder: any Decoder) throws {
            var object = try LenientObject(decoder, known: ["soort", "bsns", "vanaf"])
            soort = object.required("soort")
            bsns = object.optional("bsns")
            vanaf = object.optional("vanaf")
            has = object.names
        }

        func scope(_ collector: FaultCollector, at now: Instant) -> Scope? {
            guard let soort else { return nil }
            let kinds: [String: (name: String?, scope: () -> Scope?)] = [
                "alles": (nil, { .all }),
                "bsnLijst": ("bsns", { bsns.map { .list($0.numbers) } }),
                "mutaties": ("vanaf", { changes(collector, at: now) }),
            ]
            guard let kind = kinds[soort] else {
                collector.note("soort", "moet alles, bsnLijst of mutaties zijn")
                return nil
            }
            for name in ["bsns", "vanaf"] {
                if name == kind.name, !has.contains(name) { collector.note(name, "ontbreekt bij deze soort") }
                if name != kind.name, has.contains(name) {
                    collector.note(name, "hoort niet bij deze soort")
                }
            }
            return kind.scope()
        }

        private func changes(_ collector: FaultCollector, at now: Instant) -> Scope? {
            guard let vanaf else { return nil }
            guard let moment = Instant(rfc3339: vanaf) else {
                collector.note("vanaf", "is geen tijdstip volgens RFC 3339, zoals 2026-10-05T09:00:00+02:00")
                return nil
            }
            if moment > now { collector.note("vanaf", SubscriptionQuestion.futureReason) }
            return .changes(since: moment)
        }
    }
}
