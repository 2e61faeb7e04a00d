// The JSON decoder has no other home on this platform.
import FoundationEssentials
import Identity
import XML

/// A question of the validation service: of these numbers, whose holders would get a message of this type
/// (SNO-14)?
public struct ValidationRequest: Sendable {
    /// The organisation whose message it would be; nil for the caller's own.
    let supplier: OIN?
    let typeCode: String
    /// As they were asked, in that order; one may stand there twice.
    let numbers: [CitizenNumber]

    /// What the interface takes in one call (facts of the interface; SNO-14 counts calls of this size).
    public static let numbersLimit = 250
    /// The longest envelope with so many numbers, several times over: names may have long prefixes.
    public static let bytesLimit = 262_144
}

extension ValidationRequest {
    /// Reads the body of the JSON interface; throws ``RequestError`` with all that is wrong together.
    public static func read(json body: [UInt8]) throws -> ValidationRequest {
        let collector = FaultCollector()
        let decoder = JSONDecoder()
        decoder.userInfo = [FaultCollector.key: collector, NumberList.limitKey: numbersLimit]
        let fields: Fields
        do {
            fields = try decoder.decode(Fields.self, from: Data(body))
        } catch {
            throw RequestError.notJSON
        }
        if let type = fields.berichttype, !MessageLimits.typeCode.admits(type) || type.utf8.contains(0) {
            collector.note("berichttype", typeReason)
        }
        guard collector.faults.isEmpty, let type = fields.berichttype, let list = fields.bsns else {
            throw RequestError.fields(collector.faults)
        }
        return ValidationRequest(supplier: nil, typeCode: type, numbers: list.numbers)
    }

    static let typeReason = "is geen code van 1 tot 8 tekens"

    private struct Fields: Decodable {
        let berichttype: String?
        let bsns: NumberList?

        init(from decoder: any Decoder) throws {
            var object = try LenientObject(decoder, known: ["berichttype", "bsns"])
            berichttype = object.required("berichttype")
            bsns = object.required("bsns")
        }
    }
}
