import MessageBox
import WebPush

/// The key by which push services know this installation. It lies with the other keys, and is part of their
/// backup: with another one every device would have to subscribe again.
enum DeviceKey {
    private static let fileName = "meldingen.pem"

    /// The key in the folder of keys; made when it is not there.
    static func loadOrCreate(folder: String) throws -> VAPIDKey {
        let path = "\(folder)/\(fileName)"
        if FileSystem.exists(path) { return try VAPIDKey(pem: FileSystem.text(path)) }
        let key = VAPIDKey()
        try FileSystem.writePrivate(key.pem, to: path)
        return key
    }
}

extension Settings {
    /// How devices are reached. In preproduction nobody is told.
    func deviceRoute() throws -> DeviceRoute {
        DeviceRoute(
            key: try DeviceKey.loadOrCreate(folder: keysFolder),
            contact: contact.map { "mailto:\($0)" } ?? publicURL, reach: pushReach,
            reachesPeople: environment != .preproduction)
    }
}
