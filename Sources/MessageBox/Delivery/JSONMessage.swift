// JSON and base64 have no decoder outside Foundation on this platform.
import FoundationEssentials
import Identity
import Synchronization

/// A single message as the JSON interface takes it: read and checked at the door, all faults of its form
/// together, and read once more in processing.
struct JSONMessage {
    let offered: OfferedMessage

    static func read(_ body: [UInt8], limits: DeliveryLimits) throws -> JSONMessage {
        let collector = FaultCollector()
        let decoder = JSONDecoder()
        decoder.userInfo[FaultCollector.key] = collector
        let fields: Fields
        do {
            fields = try decoder.decode(Fields.self, from: Data(body))
        } catch {
            throw DeliveryError.notJSON
        }
        fields.check(collector, limits: limits)
        guard collector.faults.isEmpty else { throw DeliveryError.message(collector.faults) }
        guard let offered = fields.offered(attachmentLimitBytes: limits.attachmentBytes) else {
            throw DeliveryError.notJSON
        }
        return JSONMessage(offered: offered)
    }
}

/// Gathers the faults of all fields, where decoding by itself would stop at the first.
final class FaultCollector: Sendable {
    static let key =
        CodingUserInfoKey(rawValue: "faults") ?? { preconditionFailure("a fixed key is valid") }()
    private let collected = Mutex<[FieldFault]>([])
    private static let limit = 50

    func note(_ path: String, _ reason: String) {
        collected.withLock { faults in
            if faults.count < Self.limit { faults.append(FieldFault(path, reason)) }
        }
    }

    var faults: [FieldFault] {
        collected.withLock { $0 }
    }
}

extension JSONMessage {
    /// The fields of the interface, each absent when it was absent or of another kind; the collector knows
    /// which.
    struct Fields: Decodable {
        var berichtId: String?
        var berichttype: String?
        var ontvanger: Recipient?
        var onderwerp: String?
        var tekst: String?
        var referentie: String?
        var publicatiedatum: String?
        var eindDatumHandelingstermijn: String?
        var bijlagen: [Attachment]?

        struct Recipient: Decodable {
            var type: String?
            var waarde: String?

            init(from decoder: any Decoder) throws {
                var object = try LenientObject(decoder, known: ["type", "waarde"])
                type = object.required("type")
                waarde = object.required("waarde")
            }
        }

        struct Attachment: Decodable {
            var omschrijving: String?
            var mediatype: String?
            var inhoud: String?

            init(from decoder: any Decoder) throws {
                var object = try LenientObject(decoder, known: ["omschrijving", "mediatype", "inhoud"])
                omschrijving = object.required("omschrijving")
                mediatype = object.required("mediatype")
                inhoud = object.required("inhoud")
            }
        }

        init(from decoder: any Decoder) throws {
            var object = try LenientObject(
                decoder,
                known: [
                    "berichtId", "berichttype", "ontvanger", "onderwerp", "tekst", "referentie",
                    "publicatiedatum", "eindDatumHandelingstermijn", "bijlagen",
                ])
            berichtId = object.required("berichtId")
            berichttype = object.required("berichttype")
            ontvanger = object.required("ontvanger")
            onderwerp = object.required("onderwerp")
            tekst = object.required("tekst")
            referentie = object.optional("referentie")
            publicatiedatum = object.optional("publicatiedatum")
            eindDatumHandelingstermijn = object.optional("eindDatumHandelingstermijn")
            bijlagen = object.optional("bijlagen")
        }
    }
}

/// A JSON object of which every field is tried, whatever became of the ones before.
struct LenientObject {
    private let container: KeyedDecodingContainer<Name>
    private let collector: FaultCollector
    private let path: String

    init(_ decoder: any Decoder, known: Set<String>) throws {
        container = try decoder.container(keyedBy: Name.self)
        guard let collector = decoder.userInfo[FaultCollector.key] as? FaultCollector else {
            preconditionFailure("the decoder was made without a collector")
        }
        self.collector = collector
        path = decoder.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(
            separator: ".")
        for key in container.allKeys where !known.contains(key.stringValue) {
            collector.note(full(key.stringValue), "dit veld bestaat niet")
        }
    }

    /// The fields that stand in it.
    var names: Set<String> { Set(container.allKeys.map(\.stringValue)) }

    mutating func required<Field: Decodable>(_ name: String) -> Field? {
        guard container.contains(Name(name)) else {
            collector.note(full(name), "ontbreekt")
            return nil
        }
        return present(name)
    }

    mutating func optional<Field: Decodable>(_ name: String) -> Field? {
        container.contains(Name(name)) ? present(name) : nil
    }

    private func present<Field: Decodable>(_ name: String) -> Field? {
        do {
            return try container.decode(Field.self, forKey: Name(name))
        } catch {
            collector.note(full(name), "is niet van de soort die hier hoort")
            return nil
        }
    }

    private func full(_ name: String) -> String {
        path.isEmpty ? name : "\(path).\(name)"
    }

    struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
