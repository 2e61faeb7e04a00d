/// Single messages as JSON, of a given size, each with an id of its own and for one of the accounts.
public struct MessageRequests: LoadRequests {
    private let head: [UInt8]
    private let parts: (start: [UInt8], middle: [UInt8], end: [UInt8])
    private let accounts: Int
    private let valid: Bool
    private var guids = GUIDs()
    private var generator = SystemRandomNumberGenerator()

    /// - Parameters:
    ///   - bodyBytes: of the whole body; texts are limited in scalars, so some of them take two bytes.
    ///   - accounts: the number of accounts that were made; a message goes to any of them.
    ///   - valid: false gives messages that pass every check but one, and are refused without being stored.
    public init(server: LoadServer, token: String, bodyBytes: Int, accounts: Int, valid: Bool) {
        self.accounts = accounts
        self.valid = valid
        let start = #"{"berichtId":""#
        let middle =
            #"","berichttype":"\#(LoadCast.typeCode)","onderwerp":"Een bericht van een meting","#
            + #""referentie":"meting","ontvanger":{"type":"BSN","waarde":""#
        let end = #""},"tekst":"\#(Self.text(bodyBytes: bodyBytes - start.utf8.count - middle.utf8.count))"}"#
        parts = (Array(start.utf8), Array(middle.utf8), Array(end.utf8))
        let length = parts.start.count + GUIDs.byteCount + parts.middle.count + 9 + parts.end.count
        head = server.head(
            "POST", "/api/v1/aanleveringen",
            ["Authorization: Bearer \(token)", "Content-Type: application/json", "Content-Length: \(length)"])
    }

    public mutating func next() -> [UInt8] {
        head + nextBody()
    }

    mutating func nextBody() -> [UInt8] {
        var guid = guids.next()
        if !valid { guid[0] = UInt8(ascii: "x") }
        let recipient = TestNumbers.random(among: accounts, using: &generator)
        return parts.start + guid + parts.middle + recipient.utf8 + parts.end
    }

    private static let scalarLimit = 4_000

    private static func text(bodyBytes: Int) -> String {
        let fixed = GUIDs.byteCount + 9 + #""},"tekst":""}"#.utf8.count
        let wanted = max(bodyBytes - fixed, 10)
        let wide = max(wanted - scalarLimit, 0)
        return String(repeating: "é", count: min(wide, scalarLimit))
            + String(repeating: "tekst ", count: scalarLimit / 6 + 1)
            .prefix(max(min(wanted, scalarLimit) - wide, 0))
    }
}
