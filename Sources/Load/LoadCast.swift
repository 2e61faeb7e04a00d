import Identity

/// Who delivers in a measurement: an organisation with a test OIN, its client and its kind of message.
public enum LoadCast {
    public static let client = "load"
    static let name = "Organisatie voor metingen"
    static let typeCode = "METING"
    static let typeTitle = "Bericht van een meting"

    static var oin: OIN {
        guard let oin = OIN("00000099000000099000") else {
            preconditionFailure("a test OIN has 20 digits")
        }
        return oin
    }
}
