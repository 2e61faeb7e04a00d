import Agreements
import CivilTime
// FoundationEssentials for its JSON decoder.
import FoundationEssentials

/// Cases as JSON Lines: an object for each, with the keys of the CSV, and `terms`, `classifications` and
/// `pauses` in full where a case has more to tell.
struct CaseLines {
    let terms: Set<String>

    func read(_ bytes: [UInt8], _ problems: inout CaseProblems) -> [CaseRecord] {
        let decoder = JSONDecoder()
        decoder.userInfo[CaseLine.termsKey] = terms
        var cases: [CaseRecord] = []
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        where line.contains(where: { $0 > UInt8(ascii: " ") }) {
            do {
                let read = try decoder.decode(CaseLine.self, from: Data(line))
                if let record = read.record(line: index + 1, &problems) { cases.append(record) }
            } catch let error as WrongValue {
                problems.add(line: index + 1, nil, error.reason)
            } catch {
                problems.add(line: index + 1, nil, "is no JSON object on one line")
            }
        }
        return cases
    }
}

private struct CaseLine: Decodable {
    private var values: [String: String] = [:]
    private var pauseText: String?
    private var pauses: [Pause] = []
    private var classifications: [Classification] = []
    private var terms: [String: TermRun] = [:]
    private var ends: [String: String] = [:]

    static let termsKey = CodingUserInfoKey.terms

    init(from decoder: any Decoder) throws {
        let known = decoder.userInfo[Self.termsKey] as? Set<String> ?? []
        let keys = CaseFields.names + ["terms", "classifications"] + known.sorted()
        let fields = try JSONFields(
            try decoder.container(keyedBy: AnyKey.self), at: "", knowing: keys)
        for name in CaseFields.names where name != "pauses" && fields.has(name) {
            values[name] = name == "priority" ? "\(try fields.number(name))" : try fields.text(name)
        }
        try readPauses(fields)
        for term in known where fields.keys.contains(term) {
            ends[term] = try fields.optionalText(term) ?? ""
        }
        try readTerms(fields, known)
        classifications = try fields.objects(
            "classifications", knowing: ["at", "impact", "urgency", "priority"]
        ).map { fields throws(WrongValue) in
            Classification(
                at: try fields.writtenMoment("at"), impact: try fields.optionalText("impact"),
                urgency: try fields.optionalText("urgency"), priority: try fields.optionalNumber("priority"))
        }
    }

    private mutating func readPauses(_ fields: JSONFields) throws(WrongValue) {
        guard fields.has("pauses") else { return }
        if fields.isText("pauses") {
            pauseText = try fields.text("pauses")
            return
        }
        for pause in try fields.objects("pauses", knowing: ["from", "to", "party", "reason"]) {
            let from = try pause.writtenMoment("from")
            let to = pause.has("to") ? try pause.writtenMoment("to") : nil
            if let to, to < from { throw WrongValue("pauses: one ends before it begins") }
            pauses.append(
                Pause(
                    from: from, to: to, reason: try pause.optionalText("reason") ?? "wacht",
                    responsible: try pause.optionalText("party") ?? "onbekend"))
        }
    }

    private mutating func readTerms(_ fields: JSONFields, _ known: Set<String>) throws(WrongValue) {
        guard fields.has("terms") else { return }
        let runs = try fields.object("terms", knowing: known.sorted())
        for term in runs.keys {
            let run = try runs.object(term, knowing: ["start", "stops"])
            let stops = try run.objects("stops", knowing: ["at", "reopened"]).map {
                stop throws(WrongValue) in
                TermRun.Stop(
                    at: try stop.writtenMoment("at"),
                    reopenedAt: stop.has("reopened") ? try stop.writtenMoment("reopened") : nil)
            }
            terms[term] = TermRun(start: try run.writtenMoment("start"), stops: stops)
        }
    }

    func record(line: Int, _ problems: inout CaseProblems) -> CaseRecord? {
        var fields = CaseFields(line: line)
        fields.values = values
        fields.pauses = pauses
        if let pauseText { fields.readPauses(pauseText, &problems) }
        fields.classifications = classifications
        fields.terms = terms
        guard let registered = values["registered"].flatMap(Instant.init(written:)) else {
            return fields.record(&problems)
        }
        for (term, text) in ends.sorted(by: { $0.key < $1.key }) {
            let stop = text.isEmpty ? nil : fields.moment(text, term, &problems)
            if let stop, stop < registered {
                problems.add(line: line, term, "lies before registered")
                continue
            }
            fields.terms[term] = TermRun(
                start: registered, stops: stop.map { [TermRun.Stop(at: $0, reopenedAt: nil)] } ?? [])
        }
        return fields.record(&problems)
    }
}

extension CodingUserInfoKey {
    fileprivate static var terms: CodingUserInfoKey {
        guard let key = CodingUserInfoKey(rawValue: "terms") else {
            preconditionFailure("a key of user info is any text")
        }
        return key
    }
}
