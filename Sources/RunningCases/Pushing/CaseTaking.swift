import CivilTime
import Identity
import JSON
import Journal
import SQL
import Sealing

/// One push on its way into the register, in one transaction: what it changes, its line in the processing
/// log, and its entry in the audit trail.
struct CaseTaking {
    let push: CasePush
    let organisation: Organisation
    let name: String
    let keys: KeyRing
    let now: Instant

    init(
        _ push: CasePush, from organisation: Organisation, name: String, keys: KeyRing, at now: Instant
    ) {
        self.push = push
        self.organisation = organisation
        self.name = name
        self.keys = keys
        self.now = now
    }

    func take(in transaction: any Transaction) throws -> CaseReceipt {
        guard let known = try KnownCase.find(push.caseKey, of: organisation.id, in: transaction) else {
            return try make(in: transaction)
        }
        if let earlier = try known.earlier(push, in: transaction) {
            guard keys.isCode(earlier.code, of: push.wording) else { throw RunningCaseError.contentDiffers }
            return receipt(earlier.outcome, at: earlier.at)
        }
        guard known.pushCount < CasePush.countLimit else { throw RunningCaseError.tooManyPushes }
        return try change(known, in: transaction)
    }

    private func receipt(_ outcome: CasePush.Outcome, at moment: Instant) -> CaseReceipt {
        CaseReceipt(caseKey: push.caseKey, outcome: outcome, receivedAt: moment)
    }

    /// A new case. It must say whose it is and what it is about, whether that person has an account or not.
    private func make(in transaction: any Transaction) throws -> CaseReceipt {
        guard let citizen = push.citizen else { throw RunningCaseError.notKnown }
        guard let content = push.content.applied(to: nil) else { throw push.content.missing }
        let id = RunningCase.ID.new(milliseconds: now.microseconds / 1_000)
        let person = try lookUp(citizen, in: transaction)
        let state = push.state ?? .open
        let isKept = person != nil && state != .removed
        let key = isKept ? try person?.key(keys) : nil
        let hasStep = isKept && !state.isOver && content.step != nil
        // A state that was only assumed gives way to any that is told.
        let stateAt = push.state == nil ? Instant(microseconds: 0) : push.at
        try transaction.run(
            """
            INSERT INTO running_case
              (id, organisation_id, case_key, person_id, state, is_closed, has_step, state_at, content_at,
               step_at, changed_at, content_sealed, push_count, received_at)
            VALUES
              (\(id), \(organisation.id), \(push.caseKey), \(key == nil ? nil : person?.id), \(state),
               \(state.isOver), \(hasStep), \(stateAt), \(push.at), \(push.at),
               \(push.at), \(try key.map { try content.sealed(for: id, with: $0) }), 1, \(now))
            ON CONFLICT (organisation_id, case_key) DO NOTHING
            """)
        let first = push.kind == .updated ? CaseMoment.Kind.opened : push.kind
        try record(.created, of: id, as: first, with: key, in: transaction)
        return receipt(.created, at: now)
    }

    private func change(_ known: KnownCase, in transaction: any Transaction) throws -> CaseReceipt {
        let isNewState =
            push.state.map { _ in push.at > known.stateAt || push.isFurther(than: known) } ?? false
        let news = News(
            facts: push.content.tellsFacts && push.at >= known.contentAt,
            step: push.content.tellsStep && push.at >= known.stepAt)
        let holder = try self.holder(of: known, isNewest: push.at >= known.contentAt, in: transaction)
        let state = isNewState ? push.state ?? known.state : known.state
        let content =
            try state == .removed
            ? nil : self.content(of: known, for: holder, news, in: transaction)
        let person = content == nil ? nil : holder
        let key = try person?.key(keys)
        if person?.id != known.person { try eraseStory(of: known.id, in: transaction) }
        try update(known, state, isNewState, content, news, person, in: transaction)
        let isIdle = push.state == nil && push.content.isEmpty
        let changes = isNewState || news.facts || news.step || (isIdle && push.at >= known.changedAt)
        let outcome = changes ? CasePush.Outcome.taken : .outdated
        try record(outcome, of: known.id, as: push.kind, with: key, in: transaction)
        return receipt(outcome, at: now)
    }
}

/// Which parts of a push are newer than what is known: what a case is about, and what the person must do.
private struct News {
    let facts: Bool
    let step: Bool
}

extension CaseTaking {
    /// Looks a person up, after the line in the log that says so. Nil for somebody without an account.
    private func lookUp(_ citizen: BSN, in transaction: any Transaction) throws -> Person? {
        let person = try Person.find(citizen, keys: keys, in: transaction)
        try ProcessingLine(
            activity: .receiveCase, organisation: organisation.oin.digits,
            subjects: [keys.pseudonym(of: citizen.digits, for: .log)],
            outcome: person == nil ? .refused : .given, at: now
        ).record(in: transaction)
        return person
    }

    /// Whose case it is after the push: the newest one that names a person decides.
    private func holder(
        of known: KnownCase, isNewest: Bool, in transaction: any Transaction
    ) throws -> Person? {
        if let citizen = push.citizen, isNewest { return try lookUp(citizen, in: transaction) }
        // Of an erased account nothing can be read, and nothing is added: the case is nobody's from here on.
        guard let person = try known.person.flatMap({ try Person.find($0, in: transaction) }),
            !person.isErased
        else { return nil }
        try ProcessingLine(
            activity: .receiveCase, organisation: organisation.oin.digits,
            subjects: [try person.logPseudonym(keys)], at: now
        ).record(in: transaction)
        return person
    }

    private func content(
        of known: KnownCase, for holder: Person?, _ news: News, in transaction: any Transaction
    ) throws -> CaseContent? {
        guard let holder else { return nil }
        var current: CaseContent?
        if holder.id == known.person, let sealed = known.sealedContent {
            current = try CaseContent.open(sealed, of: known.id, with: try holder.key(keys))
        }
        // Too little for a case of somebody new: it waits for a push that says all, as it would for nobody.
        guard let current else { return push.content.applied(to: nil) }
        return push.content.applied(to: current, facts: news.facts, step: news.step)
    }

    private func update(
        _ known: KnownCase, _ state: RunningCase.State, _ isNewState: Bool, _ content: CaseContent?,
        _ news: News, _ person: Person?, in transaction: any Transaction
    ) throws {
        let key = try person?.key(keys)
        let sealed = try key.flatMap { key in try content?.sealed(for: known.id, with: key) }
        let hasStep = !state.isOver && content?.step != nil
        try transaction.run(
            """
            UPDATE running_case
            SET person_id = \(person?.id), state = \(state), is_closed = \(state.isOver),
              has_step = \(hasStep), state_at = \(isNewState ? push.at : known.stateAt),
              content_at = \(news.facts ? push.at : known.contentAt),
              step_at = \(news.step ? push.at : known.stepAt),
              changed_at = \(max(push.at, known.changedAt)), content_sealed = \(sealed),
              push_count = push_count + 1
            WHERE id = \(known.id)
            """)
    }

    /// What was told to one person is not told to the next, and nobody is told of a case that was taken back.
    private func eraseStory(of id: RunningCase.ID, in transaction: any Transaction) throws {
        try transaction.run("UPDATE case_push SET text_sealed = NULL WHERE case_id = \(id)")
    }

    private func record(
        _ outcome: CasePush.Outcome, of id: RunningCase.ID, as kind: CaseMoment.Kind, with key: DataKey?,
        in transaction: any Transaction
    ) throws {
        let words = "\(push.title ?? "")\0\(push.text ?? "")"
        let sealed = key?.seal(Array(words.utf8), for: .story(id))
        try transaction.run(
            """
            INSERT INTO case_push
              (case_id, push_key, content_code, outcome, kind, at, received_at, text_sealed)
            VALUES
              (\(id), \(push.key), \(keys.code(of: push.wording)), \(outcome), \(kind), \(push.at), \(now),
               \(sealed))
            """)
        try AuditEntry(
            actor: .organisation("\(organisation.id)", name: name),
            act: "case.\(push.state == .removed ? "removed" : kind.rawValue)",
            object: .init(kind: "case", id: "\(id)"), detail: outcome.rawValue, at: now
        ).record(in: transaction)
    }
}

extension CasePush {
    /// Of two states at the same moment the one further on holds, whichever came first.
    fileprivate func isFurther(than known: KnownCase) -> Bool {
        let order = RunningCase.State.allCases
        guard let state, at == known.stateAt, let new = order.firstIndex(of: state),
            let old = order.firstIndex(of: known.state)
        else { return false }
        return new > old
    }
}

extension ContentChange {
    /// What it would have to say to make a case.
    fileprivate var missing: RunningCaseError {
        .fields(
            [("zaaktype", type), ("omschrijving", title)].filter { $0.1 == nil }.map {
                JSONFault($0.0, "ontbreekt: zonder dit is er geen zaak om te tonen")
            })
    }
}

extension KeyRing {
    /// Tells a text by a code of which nobody without the key can guess the text: it holds a BSN.
    func code(of wording: String) -> [UInt8] {
        pseudonym(of: wording, for: .bsn).bytes
    }

    func isCode(_ code: [UInt8], of wording: String) -> Bool {
        livePseudonyms(of: wording, for: .bsn).contains { $0.bytes == code }
    }
}
