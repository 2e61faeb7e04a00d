public import CivilTime
import Identity
import JSON

/// Something that happened in a case, as an event of the NL GOV profile for CloudEvents tells it
/// (structured mode).
public struct CaseEvent: Sendable {
    public let id: String
    public let source: String
    /// Whose source it is.
    let owner: OIN
    let push: CasePush

    /// The profile asks for 64 kB at least.
    public static let bytesLimit = 262_144
    /// More at once would keep a caller waiting; a batch is no archive.
    public static let batchLimit = 100
    public static let batchBytesLimit = 4_194_304

    /// Reads one event.
    public static func read(_ body: [UInt8], at now: Instant) throws -> CaseEvent {
        try read(.object(try JSONValue.object(of: body)), at: now)
    }

    /// Reads a batch: each event by itself, since one that is wrong does not make the others so.
    public static func readBatch(
        _ body: [UInt8], at now: Instant
    ) throws -> [Result<CaseEvent, RunningCaseError>] {
        let items: [JSONValue]?
        do { items = try JSONValue(parsing: body).list } catch { throw RunningCaseError.notJSON }
        guard let items else { throw RunningCaseError.notJSON }
        guard (1...batchLimit).contains(items.count) else {
            throw RunningCaseError.fields([JSONFault("", "zijn geen 1 tot \(batchLimit) gebeurtenissen")])
        }
        return items.map { item in
            do throws(RunningCaseError) { return .success(try read(item, at: now)) } catch {
                return .failure(error)
            }
        }
    }
}

extension CaseEvent {
    private static let types: [String: (kind: CaseMoment.Kind, state: RunningCase.State?)] = [
        "geopend": (.opened, .open), "geregistreerd": (.registered, .open), "gemuteerd": (.changed, nil),
        "opgeschort": (.suspended, .suspended), "bijgewerkt": (.updated, nil), "verlengd": (.extended, nil),
        "afgesloten": (.closed, .closed), "verwijderd": (.closed, .removed),
    ]
    private static let typePrefix = "nl.overheid.zaken.zaak-"

    private static func read(
        _ value: JSONValue, at now: Instant
    ) throws(RunningCaseError) -> CaseEvent {
        guard let object = value.object else { throw .fields([JSONFault("", "is geen object")]) }
        var fields = JSONFields(object)
        for name in ["id", "source", "specversion", "type", "subject", "time"] { fields.need(name) }
        let id = fields.text("id", 1...128)
        let source = fields.text("source", 1...256)
        let owner = fields.reading("source", as: "urn:nld:oin:<OIN>:systeem:<naam>", Self.owner)
        _ = fields.reading("specversion", as: "1.0") { $0 == "1.0" ? $0 : nil }
        _ = fields.reading("datacontenttype", as: "application/json") { text in
            text == "application/json" ? text : nil
        }
        let type = fields.text("type", 1...256)
        let caseKey = fields.reading("subject", as: CaseKey.meaning) { CaseKey($0) }
        let at = fields.moment("time", at: now)
        var (content, citizen) = (ContentChange(), BSN?.none)
        _ = fields.object("data") { fields in
            content.read(&fields)
            // An address of a type says nothing to a reader.
            if content.type?.hasPrefix("http") == true { content.type = nil }
            citizen = fields.citizen("betrokkene")
            return true
        }
        guard fields.faults.isEmpty, let id, let source, let owner, let type, let caseKey, let at else {
            throw .fields(fields.faults)
        }
        guard type.hasPrefix(typePrefix), let meaning = types[String(type.dropFirst(typePrefix.count))] else {
            throw .typeNotTaken
        }
        return CaseEvent(
            id: id, source: source, owner: owner,
            push: CasePush(
                caseKey: caseKey, key: "gebeurtenis \(source) \(id)", wording: value.canonicalText, at: at,
                kind: meaning.kind, state: meaning.state, content: content, citizen: citizen, title: nil,
                text: nil))
    }

    private static func owner(of source: String) -> OIN? {
        let parts = source.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 6, parts[..<3] == ["urn", "nld", "oin"], parts[4] == "systeem",
            parts[5...].allSatisfy({ !$0.isEmpty })
        else { return nil }
        return OIN(String(parts[3]))
    }
}
