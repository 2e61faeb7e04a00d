import Foundation

/// The fields of a form as browsers and OAuth clients send it (`application/x-www-form-urlencoded`). A field
/// that stands there twice counts as absent: which one was meant is not for us to guess.
public struct FormFields: Sendable {
    private let values: [String: [String]]
    /// A list at its longest with every box ticked, and the fields around it.
    private static let countLimit = 250

    public init(_ body: [UInt8]) {
        var values: [String: [String]] = [:]
        let text = String(decoding: body, as: UTF8.self)
        for pair in text.split(separator: "&").prefix(Self.countLimit) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count > 1 ? parts[1] : "")
            else { continue }
            values[name, default: []].append(value)
        }
        self.values = values
    }

    public subscript(name: String) -> String? {
        values[name].flatMap { $0.count == 1 ? $0[0] : nil }
    }

    /// The values of a field that may stand there several times, such as boxes to tick.
    public func all(_ name: String) -> [String] {
        values[name] ?? []
    }

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }
}
