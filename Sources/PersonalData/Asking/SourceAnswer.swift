public import CivilTime
import JSON
public import SQL

/// What came of asking a source.
public enum SourceAnswer: Sendable, Hashable {
    /// What it keeps about the person: one record or more, such as a house each.
    case records([Record])
    /// It keeps nothing about the person.
    case nothingKnown
    case unavailable(Reason)

    /// A value for each field of the source, in its order; nil where the source does not know it.
    public struct Record: Sendable, Hashable {
        public let values: [String?]
    }

    /// Why there is nothing to show.
    public enum Reason: String, Sendable, Storable, CaseIterable {
        case unreachable, slow, failing
        case tooLarge = "too-large"
        case notReadable = "not-readable"
        /// It does not want to answer us: whose fault that is cannot be seen from here.
        case refused
        /// It failed too often just now, and was not asked.
        case leftAlone = "left-alone"
    }

    /// Whether the source was seen to work; nil when this says nothing of it.
    var isUp: Bool? {
        switch self {
        case .records, .nothingKnown: true
        case .unavailable(.refused), .unavailable(.leftAlone): nil
        case .unavailable: false
        }
    }
}

extension SourceAnswer {
    /// Nobody has so many houses that a page could show them.
    static let recordLimit = 50
    /// Longer is no value but a document.
    static let valueLimit = 500

    /// Reads `{"gegevens":[{…}]}`; only the declared fields are taken from it.
    init(reading body: [UInt8], fields: [Source.Field]) {
        self = Self.records(in: body, fields) ?? .unavailable(.notReadable)
    }

    private static func records(in body: [UInt8], _ fields: [Source.Field]) -> SourceAnswer? {
        let document: JSONValue
        do { document = try JSONValue(parsing: body) } catch { return nil }
        guard let items = document.value(at: "gegevens")?.list, items.count <= recordLimit else {
            return nil
        }
        var records: [Record] = []
        for item in items {
            guard item.object != nil, let record = record(item, fields) else { return nil }
            records.append(record)
        }
        return records.isEmpty ? .nothingKnown : .records(records)
    }

    private static func record(_ item: JSONValue, _ fields: [Source.Field]) -> Record? {
        var values: [String?] = []
        for field in fields {
            switch item.value(at: field.path) {
            case nil, .null: values.append(nil)
            case .text(let text), .number(let text):
                guard text.unicodeScalars.count <= valueLimit else { return nil }
                values.append(text.isEmpty ? nil : text)
            case .truth(let truth): values.append(truth ? "ja" : "nee")
            case .list, .object: return nil
            }
        }
        return Record(values: values)
    }
}

/// What a page shows of one source.
public struct SourceReport: Sendable {
    public let source: Source
    public let askedAt: Instant
    public let answer: SourceAnswer
    /// Since when it has not answered, as far as anybody asked; nil when it does, or when that is not known.
    public let downSince: Instant?
}
