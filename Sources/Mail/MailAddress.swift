/// Where a mail comes from or goes to. Prints without the person's part.
public struct MailAddress: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// `local@domain`, ASCII: what is said to the server.
    public let address: String
    /// What a reader sees before the address.
    public let name: String?

    /// The longest address that SMTP carries (RFC 5321 §4.5.3.1.3, without the angle brackets).
    public static let addressByteLimit = 254
    private static let nameByteLimit = 200

    public init(_ address: String, name: String? = nil) throws(MailError) {
        let bytes = Array(address.utf8)
        let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard bytes.count <= Self.addressByteLimit, parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7f && !Self.forbidden.contains($0) })
        else { throw .invalid("an address must be local@domain in ASCII, without quotes or spaces") }
        if let name {
            guard name.utf8.count <= Self.nameByteLimit else {
                throw .invalid("the name with an address is too long")
            }
            try Header.check(name)
        }
        self.address = address
        self.name = name
    }

    /// Legal in theory inside quotes, and each a way to say something else to a server.
    private static let forbidden = Set("\"(),:;<>[\\]".utf8)

    public var description: String {
        "•••\(address.drop { $0 != "@" })"
    }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
