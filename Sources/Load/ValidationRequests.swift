/// Questions to the validation service, each about as many accounts as asked for, chosen anew.
public struct ValidationRequests: LoadRequests {
    private let head: [UInt8]
    private let start: [UInt8]
    private let accounts: Int
    private let numbers: Int
    private var generator = SystemRandomNumberGenerator()
    private static let end = Array("\"]}".utf8)
    private static let between = Array("\",\"".utf8)

    /// - Parameters:
    ///   - accounts: the number of accounts that were made.
    ///   - numbers: in one question.
    public init(server: LoadServer, token: String, accounts: Int, numbers: Int) {
        precondition(numbers > 0, "a question is about somebody")
        self.accounts = accounts
        self.numbers = numbers
        start = Array(#"{"berichttype":"\#(LoadCast.typeCode)","bsns":[""#.utf8)
        let length = start.count + numbers * 9 + (numbers - 1) * Self.between.count + Self.end.count
        head = server.head(
            "POST", "/api/v1/validaties",
            ["Authorization: Bearer \(token)", "Content-Type: application/json", "Content-Length: \(length)"])
    }

    public mutating func next() -> [UInt8] {
        var request = head + start
        for index in 0..<numbers {
            if index > 0 { request += Self.between }
            request += TestNumbers.random(among: accounts, using: &generator).utf8
        }
        return request + Self.end
    }
}
