public import CivilTime
import Crypto
public import Outbound
public import SQL
import Sealing
public import WebPush

/// A browser or installed app of a person that is told of new messages by push (SNO-05).
public struct Device: Sendable {
    public typealias ID = Identifier<Device>

    public let id: ID
    /// As its owner calls it.
    public let label: String
    /// By which the browser itself recognises its line in the list: the SHA-256 of its address.
    public let fingerprint: [UInt8]
    public let addedAt: Instant
    /// Since when the push service knows it no more; nil while it is told.
    public let goneAt: Instant?

    /// More than anybody carries; each costs a request for every message.
    public static let limit = 10
    /// In characters; a line on a phone.
    public static let labelLimit = 40
}

/// What a browser gives to be told by push, checked.
public struct NewDevice: Sendable {
    let address: CallbackURL
    let receiver: PushReceiver
    let label: String

    /// - Parameters:
    ///   - endpoint: the address at the push service; from a page, so it may be anything.
    ///   - p256dh: the browser's public key, base64url.
    ///   - auth: its secret, base64url.
    public init(
        endpoint: String, p256dh: String, auth: String, label: String, within reach: Reach
    ) throws(DeviceError) {
        do {
            address = try CallbackURL(endpoint, within: reach)
        } catch {
            throw .address(error)
        }
        do {
            receiver = try PushReceiver(p256dh: p256dh, auth: auth)
        } catch {
            throw .keys(error)
        }
        let name = label.split { $0.isWhitespace || $0 == "\0" }.joined(separator: " ")
        guard (1...Device.labelLimit).contains(name.count) else { throw .label(limit: Device.labelLimit) }
        self.label = name
    }

    var fingerprint: [UInt8] {
        Array(SHA256.hash(data: Array(address.text.utf8)))
    }
}

/// How this installation reaches devices: the key that push services know it by, and where its calls may
/// lead.
public struct DeviceRoute: Sendable {
    public let key: VAPIDKey
    /// A `mailto:` or `https:` address where the keepers of a push service reach ours.
    public let contact: String
    public let reach: Reach
    /// False where suppliers try their systems out: nobody is told then.
    public let reachesPeople: Bool

    public init(key: VAPIDKey, contact: String, reach: Reach, reachesPeople: Bool = true) {
        self.key = key
        self.contact = contact
        self.reach = reach
        self.reachesPeople = reachesPeople
    }
}

extension SealContext {
    static func deviceAddress(_ id: Device.ID) -> SealContext {
        SealContext(purpose: "device.address", id: id.bytes)
    }

    static func deviceKeys(_ id: Device.ID) -> SealContext {
        SealContext(purpose: "device.keys", id: id.bytes)
    }

    static func deviceLabel(_ id: Device.ID) -> SealContext {
        SealContext(purpose: "device.label", id: id.bytes)
    }
}
