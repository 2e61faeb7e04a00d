import Identity

/// The clients of the example's organisations, with their keys in the folder of keys, so that the tour can be
/// walked.
enum DemoClient {
    static func id(of oin: OIN) -> String {
        "demo-\(oin.digits)"
    }

    static func loadOrCreate(_ oin: OIN, folder: String) throws -> ClientKey {
        let path = "\(folder)/\(id(of: oin)).pem"
        if FileSystem.exists(path) { return try ClientKey(pem: FileSystem.text(path)) }
        let key = ClientKey()
        try FileSystem.writePrivate(key.pem, to: path)
        return key
    }
}
