public import CivilTime
import Identity
import JSON

extension CasePush {
    /// Reads a whole case, as `PUT /api/v1/zaken/{zaakId}` takes it.
    public static func whole(_ body: [UInt8], caseID: String, at now: Instant) throws -> CasePush {
        try read(body) { fields, wording in
            let key = fields.caseKey(caseID)
            let at = fields.moment("gewijzigdOp", at: now)
            let state = fields.state()
            var content = ContentChange(isWhole: true)
            fields.need("zaaktype")
            fields.need("omschrijving")
            content.read(&fields)
            fields.need("betrokkene")
            let citizen = fields.citizen("betrokkene")
            fields.refuseOthers()
            guard let key, let at, let state, let citizen else { return nil }
            return CasePush(
                caseKey: key, key: "zaak \(at.microseconds)", wording: wording, at: at,
                kind: state.telling, state: state, content: content, citizen: citizen, title: nil, text: nil)
        }
    }

    /// Reads a status of a case, as `POST /api/v1/zaken/{zaakId}/statussen` takes it.
    public static func status(_ body: [UInt8], caseID: String, at now: Instant) throws -> CasePush {
        try read(body) { fields, wording in
            let key = fields.caseKey(caseID)
            fields.need("statusId")
            let id = fields.reading("statusId", as: CaseKey.meaning) { CaseKey($0) }
            let at = fields.moment("tijdstip", at: now)
            let state = fields.value("status") == nil ? nil : fields.state()
            fields.need("omschrijving")
            let title = fields.text("omschrijving", Limits.title)
            let text = fields.text("toelichting", Limits.text)
            let step = fields.step()
            fields.refuseOthers()
            guard let key, let id, let at, let title else { return nil }
            return CasePush(
                caseKey: key, key: "status \(id.text)", wording: wording, at: at, kind: .status, state: state,
                content: ContentChange(step: step, setsStep: true), citizen: nil, title: title, text: text)
        }
    }

    private static func read(
        _ body: [UInt8], _ make: (inout JSONFields, String) -> CasePush?
    ) throws -> CasePush {
        let value = try JSONValue.object(of: body)
        var fields = JSONFields(value)
        let push = make(&fields, JSONValue.object(value).canonicalText)
        guard fields.faults.isEmpty, let push else { throw RunningCaseError.fields(fields.faults) }
        return push
    }
}

extension JSONValue {
    /// The object that fills a body.
    static func object(of body: [UInt8]) throws(RunningCaseError) -> [String: JSONValue] {
        do {
            if let object = try JSONValue(parsing: body).object { return object }
        } catch {
            throw .notJSON
        }
        throw .notJSON
    }
}

extension ContentChange {
    /// Reads the fields that tell about a case; the limits are those of ``CaseContent/Limits``.
    mutating func read(_ fields: inout JSONFields) {
        type = fields.text("zaaktype", CaseContent.Limits.type)
        title = fields.text("omschrijving", CaseContent.Limits.title)
        explanation = fields.text("toelichting", CaseContent.Limits.explanation)
        reference = fields.text("kenmerk", CaseContent.Limits.reference)
        start = fields.day("startdatum")
        expectedEnd = fields.day("verwachteEinddatum")
        result = fields.text("resultaat", CaseContent.Limits.result)
        step = fields.step()
    }
}

extension JSONFields {
    mutating func caseKey(_ text: String) -> CaseKey? {
        let key = CaseKey(text)
        if key == nil { note("zaakId", "is geen \(CaseKey.meaning)") }
        return key
    }

    /// A moment by the organisation's clock, which may not run ahead.
    mutating func moment(_ name: String, at now: Instant) -> Instant? {
        need(name)
        let moment = reading(name, as: "datum met tijd en tijdzone (RFC 3339)") { Instant(rfc3339: $0) }
        guard let moment, moment > now.advanced(bySeconds: CasePush.aheadSeconds) else { return moment }
        note(name, "ligt in de toekomst: hoogstens vijf minuten mag")
        return nil
    }

    mutating func state() -> RunningCase.State? {
        need("status")
        return reading("status", as: "status: kies open, opgeschort of afgesloten") { text in
            switch text {
            case "open": .open
            case "opgeschort": .suspended
            case "afgesloten": .closed
            default: nil
            }
        }
    }

    mutating func citizen(_ name: String) -> BSN? {
        object(name) { fields in
            fields.need("type")
            _ = fields.reading("type", as: "soort die hier kan: alleen BSN") { $0 == "BSN" ? $0 : nil }
            fields.need("waarde")
            let citizen = fields.reading("waarde", as: "BSN") { BSN($0) }
            fields.refuseOthers()
            return citizen
        }
    }

    /// A date, kept as it is written.
    mutating func day(_ name: String) -> String? {
        reading(name, as: "datum (JJJJ-MM-DD)") { text in CivilDate(text).map { "\($0)" } }
    }

    mutating func step() -> CaseContent.Step? {
        object("stapVoorU") { fields in
            fields.need("omschrijving")
            let text = fields.text("omschrijving", CaseContent.Limits.step)
            let until = fields.day("uiterlijk")
            fields.refuseOthers()
            return text.map { CaseContent.Step(text: $0, until: until) }
        }
    }
}

extension RunningCase.State {
    /// What a push of the whole case tells in the story.
    fileprivate var telling: CaseMoment.Kind {
        switch self {
        case .open: .updated
        case .suspended: .suspended
        case .closed, .removed: .closed
        }
    }
}
