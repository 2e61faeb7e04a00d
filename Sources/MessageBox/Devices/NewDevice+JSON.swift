// The JSON decoder has no other home on this platform.
import FoundationEssentials
public import Outbound

extension NewDevice {
    /// Several times the longest subscription of a browser.
    public static let bytesLimit = 16_384

    /// Reads what a browser's `PushSubscription` gives as JSON, with a name; throws ``RequestError`` with
    /// all that is missing together, or ``DeviceError``.
    public static func read(json body: [UInt8], within reach: Reach) throws -> NewDevice {
        let collector = FaultCollector()
        let decoder = JSONDecoder()
        decoder.userInfo = [FaultCollector.key: collector]
        let fields: Fields
        do {
            fields = try decoder.decode(Fields.self, from: Data(body))
        } catch {
            throw RequestError.notJSON
        }
        guard collector.faults.isEmpty, let endpoint = fields.endpoint, let keys = fields.keys,
            let p256dh = keys.p256dh, let auth = keys.auth, let name = fields.naam
        else { throw RequestError.fields(collector.faults) }
        return try NewDevice(endpoint: endpoint, p256dh: p256dh, auth: auth, label: name, within: reach)
    }

    private struct Fields: Decodable {
        let endpoint: String?
        let keys: Keys?
        let naam: String?

        init(from decoder: any Decoder) throws {
            // Browsers add when the subscription ends, which none of them fills in.
            var object = try LenientObject(
                decoder, known: ["endpoint", "expirationTime", "keys", "naam"])
            endpoint = object.required("endpoint")
            keys = object.required("keys")
            naam = object.required("naam")
        }
    }

    private struct Keys: Decodable {
        let p256dh: String?
        let auth: String?

        init(from decoder: any Decoder) throws {
            var object = try LenientObject(decoder, known: ["p256dh", "auth"])
            p256dh = object.required("p256dh")
            auth = object.required("auth")
        }
    }
}
