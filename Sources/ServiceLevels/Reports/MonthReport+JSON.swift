// FoundationEssentials for its JSON coder: a report is frozen as the JSON in which it is given out.
import FoundationEssentials

extension MonthReport {
    /// The report as JSON in UTF-8, its keys in order: the same report gives the same bytes.
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }

    public init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(MonthReport.self, from: Data(json))
    }
}
