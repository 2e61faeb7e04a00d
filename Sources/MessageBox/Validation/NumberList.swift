// The JSON decoder has no other home on this platform.
import FoundationEssentials

/// A list of numbers in a JSON body. Each item is tried, whatever became of the ones before; what is over the
/// limit is counted and not kept.
struct NumberList: Decodable {
    private(set) var numbers: [CitizenNumber] = []
    private(set) var count = 0

    /// How many numbers the list may hold; told to the decoder beside the collector of faults.
    static let limitKey =
        CodingUserInfoKey(rawValue: "numbers") ?? { preconditionFailure("a fixed key is valid") }()

    init(from decoder: any Decoder) throws {
        guard let collector = decoder.userInfo[FaultCollector.key] as? FaultCollector,
            let limit = decoder.userInfo[Self.limitKey] as? Int
        else { preconditionFailure("the decoder was made without a collector and a limit") }
        let path = decoder.codingPath.map(\.stringValue).joined(separator: ".")
        var list = try decoder.unkeyedContainer()
        while !list.isAtEnd {
            let text = try list.decode(LenientText.self).text
            defer { count += 1 }
            guard count < limit else { continue }
            if let number = text.flatMap(CitizenNumber.init) {
                numbers.append(number)
            } else {
                collector.note("\(path).\(count)", Self.reason)
            }
        }
        if count == 0 || count > limit { collector.note(path, Self.countReason(count, limit: limit)) }
    }

    static let reason = "is geen tekst van negen cijfers"

    static func countReason(_ count: Int, limit: Int) -> String {
        "telt \(count) nummers; het mogen er 1 tot \(limit) zijn"
    }
}

/// Text, or nil for a value of another kind.
private struct LenientText: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
        do {
            text = try decoder.singleValueContainer().decode(String.self)
        } catch {
            text = nil
        }
    }
}
