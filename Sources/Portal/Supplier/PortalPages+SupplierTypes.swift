import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Journal
import Markup
import MessageBox
import Routes
import SQL

extension PortalPages {
    var supplierTypeEndpoints: [Endpoint] {
        [
            .supplier(.readSupplies, .get, "/leverancier/berichttypes", showTypes),
            .supplier(.manageMessageTypes, .post, "/leverancier/berichttypes", createType),
            .supplier(.readSupplies, .get, "/leverancier/berichttypes/{code}", showType),
            .supplier(.manageMessageTypes, .post, "/leverancier/berichttypes/{code}", changeType),
            .supplier(.manageMessageTypes, .post, "/leverancier/berichttypes/{code}/actief", switchType),
        ]
    }

    /// As many changes as somebody reads; the audit trail keeps them all.
    private static let historyLength = 50

    private func showTypes(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        try await typesPage(member, visit)
    }

    private func typesPage(
        _ member: SupplierMember, _ visit: Visit, draft: MessageTypesPage.Draft = .init(),
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let types = try await database.read { transaction in
            try MessageType.list(of: member.organisation.id, in: transaction)
        }
        let content = MessageTypesPage(
            types: types.map(MessageTypesPage.Entry.init), draft: draft,
            form: member.may(.manageMessageTypes) ? visit.formToken : nil)
        return try await page(content, .supplier(.types), for: visit, status: status)
    }

    private func createType(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        let form = try await Self.form(of: visit)
        let draft = MessageTypesPage.Draft(form)
        do {
            let type = try await database.write { transaction in
                try MessageType.create(
                    code: draft.code, title: draft.title, isActive: true, isSensitive: draft.isSensitive,
                    of: member.organisation.id, by: member.actor, in: transaction, at: visit.at)
            }
            return Self.redirect(to: .supplierType(type.code, notice: .saved))
        } catch let error as MessageTypeError {
            return try await typesPage(
                member, visit, draft: draft.marked(with: error),
                status: error == .codeTaken || error == .tooMany ? .conflict : .badRequest)
        }
    }

    private func showType(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        try await typePage(visit, member, notice: visit.query("melding").flatMap(MessageTypePage.Notice.init))
    }

    private func typePage(
        _ visit: Visit, _ member: SupplierMember, notice: MessageTypePage.Notice?, titleFault: String? = nil,
        typed: String? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let code = visit.parameter("code")
        let object = MessageType.auditObject(code, of: member.organisation.id)
        let (type, entries) = try await database.read { transaction in
            (
                try MessageType.find(code, of: member.organisation.id, in: transaction),
                try AuditTrail.entries(about: object, limit: Self.historyLength, in: transaction)
            )
        }
        guard let type else { throw Problem(.notFound) }
        let content = MessageTypePage(
            code: type.code, title: type.title, isActive: type.isActive, isSensitive: type.isSensitive,
            version: "\(type.changedAt.microseconds)", typedTitle: typed, titleFault: titleFault,
            history: entries.compactMap(MessageTypePage.Step.init),
            form: member.may(.manageMessageTypes) ? visit.formToken : nil, notice: notice)
        return try await page(content, .supplier(.types), for: visit, status: status)
    }

    private func changeType(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        let form = try await Self.form(of: visit)
        let change = MessageType.Change(
            title: form["titel"] ?? "", isSensitive: form["gevoelig"].map { $0 == "ja" })
        return try await apply(change, form, visit, member)
    }

    private func switchType(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        let form = try await Self.form(of: visit)
        guard let wanted = form["actief"], ["ja", "nee"].contains(wanted) else {
            throw Problem(.invalidInput)
        }
        return try await apply(MessageType.Change(isActive: wanted == "ja"), form, visit, member)
    }

    private func apply(
        _ change: MessageType.Change, _ form: FormFields, _ visit: Visit, _ member: SupplierMember
    ) async throws -> Response {
        let code = visit.parameter("code")
        let version = Instant(microseconds: form["versie"].flatMap(Int64.init) ?? 0)
        do {
            _ = try await database.write { transaction in
                try MessageType.change(
                    code, to: change, expecting: version, of: member.organisation.id, by: member.actor,
                    in: transaction, at: visit.at)
            }
            return Self.redirect(to: .supplierType(code, notice: .saved))
        } catch MessageTypeError.changedMeanwhile {
            return try await typePage(visit, member, notice: .changedMeanwhile, status: .preconditionFailed)
        } catch MessageTypeError.fields(let faults) {
            return try await typePage(
                visit, member, notice: nil, titleFault: faults.first?.reason, typed: change.title,
                status: .badRequest)
        }
    }
}

extension Location {
    static func supplierType(_ code: String, notice: MessageTypePage.Notice? = nil) -> Location {
        notice.map { Location("leverancier", "berichttypes", code, query: ["melding": $0.rawValue]) }
            ?? Location("leverancier", "berichttypes", code)
    }
}

extension MessageTypesPage.Entry {
    init(_ type: MessageType) {
        self.init(
            code: type.code, title: type.title, isActive: type.isActive, isSensitive: type.isSensitive,
            changedAt: Moment(type.changedAt), location: .supplierType(type.code))
    }
}

extension MessageTypesPage.Draft {
    fileprivate init(_ form: FormFields) {
        self.init(
            code: form["code"] ?? "", title: form["titel"] ?? "", isSensitive: form["gevoelig"] == "ja")
    }

    /// The draft with what was wrong beside its fields.
    fileprivate func marked(with error: MessageTypeError) -> MessageTypesPage.Draft {
        var draft = self
        switch error {
        case .fields(let faults):
            draft.codeFault = faults.first { $0.path == "code" }?.reason
            draft.titleFault = faults.first { $0.path == "titel" }?.reason
        case .codeTaken: draft.codeIsTaken = true
        case .tooMany: draft.isTooMany = true
        case .unknown, .changedMeanwhile: break
        }
        return draft
    }
}

extension MessageTypePage.Step {
    /// Nil for an entry that does not say what the type became.
    init?(_ recorded: AuditTrail.Recorded) {
        guard let state = MessageType.State(detail: recorded.entry.detail) else { return nil }
        self.init(
            at: Moment(recorded.entry.at), isCreation: recorded.entry.act == "message-type.create",
            title: state.title, isActive: state.isActive, isSensitive: state.isSensitive)
    }
}
