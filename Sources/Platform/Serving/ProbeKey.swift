public import Identity

/// The key by which the probe asks for its tokens.
public enum ProbeKey {
    public static let client = "peil-probe"

    /// The key in the folder of keys; made when it is not there.
    public static func loadOrCreate(folder: String) throws -> ClientKey {
        let path = "\(folder)/\(client).pem"
        if FileSystem.exists(path) { return try ClientKey(pem: FileSystem.text(path)) }
        let key = ClientKey()
        try FileSystem.writePrivate(key.pem, to: path)
        return key
    }
}
