public import CivilTime
import Identity
import Journal
import Mail
import SQL
import Sealing
import Work

extension PersonalSettings {
    /// Sends a code to an address. The address in use stays so until the code comes back.
    public func ask(email text: String, at now: Instant) async throws {
        let address = text.split(whereSeparator: \.isWhitespace).joined()
        do throws(MailError) {
            _ = try MailAddress(address)
        } catch {
            throw EmailError.notAnAddress
        }
        try await facilities.database.write { try ask(email: address, in: $0, at: now) }
        facilities.bell.ring(.notification)
    }

    private func ask(email address: String, in transaction: any Transaction, at now: Instant) throws {
        let person = try note(.changeSettings, in: transaction, at: now)
        let rules = facilities.notifications
        let earlier = try EmailConfirmation.find(owner, in: transaction)
        var (windowStart, count) = (now, 0)
        if let earlier,
            now < earlier.windowStartedAt.advanced(bySeconds: EmailConfirmation.windowSeconds)
        {
            (windowStart, count) = (earlier.windowStartedAt, earlier.windowCount)
        }
        guard count < rules.codesPerHour else {
            throw EmailError.tooManyCodes(
                until: windowStart.advanced(bySeconds: EmailConfirmation.windowSeconds))
        }
        let id = EmailConfirmation.ID.new(milliseconds: now.microseconds / 1_000)
        let key = try person.key(facilities.keys)
        let sealed = key.seal(Array(address.utf8), for: .waitingAddress(id))
        let code = key.seal(Array(EmailConfirmation.newCode().utf8), for: .confirmationCode(id))
        let expiresAt = now.advanced(bySeconds: rules.codeSeconds)
        try transaction.run(
            """
            INSERT INTO email_confirmation
              (person_id, id, address_sealed, code_sealed, asked_at, expires_at, wrong_count,
               window_started_at, window_count)
            VALUES
              (\(owner), \(id), \(sealed), \(code), \(now), \(expiresAt), 0, \(windowStart),
               \(count + 1))
            ON CONFLICT (person_id) DO UPDATE
            SET id = excluded.id, address_sealed = excluded.address_sealed,
              code_sealed = excluded.code_sealed, asked_at = excluded.asked_at,
              expires_at = excluded.expires_at, wrong_count = 0,
              window_started_at = excluded.window_started_at, window_count = excluded.window_count
            """)
        try audit("email.ask", in: transaction, at: now)
        try Errand.code(owner, id).enqueue(in: transaction, dueAt: now, at: now)
    }

    /// What came of a code.
    public enum Confirmed: Sendable, Equatable {
        case confirmed
        case wrong(attemptsLeft: Int)
        /// There is no code to answer: never asked, used, too old, or answered wrong too often.
        case expired
    }

    /// Takes the code that was sent: from now on mail goes to the new address, and the old one is told so.
    public func confirm(code typed: String, at now: Instant) async throws -> Confirmed {
        let digits = String(typed.filter { !$0.isWhitespace })
        let outcome = try await facilities.database.write { transaction in
            try confirm(code: digits, in: transaction, at: now)
        }
        facilities.bell.ring(.notification)
        return outcome
    }

    private func confirm(
        code typed: String, in transaction: any Transaction, at now: Instant
    ) throws -> Confirmed {
        let person = try note(.changeSettings, in: transaction, at: now)
        let keys = facilities.keys
        guard let waiting = try EmailConfirmation.find(owner, in: transaction),
            let address = try waiting.openAddress(of: person, keys, at: now),
            let code = try waiting.code(of: person, keys)
        else { return .expired }
        guard typed == code else {
            try waiting.noteWrong(in: transaction)
            let left = facilities.notifications.wrongCodes - waiting.wrongCount - 1
            if left <= 0 { try waiting.close(in: transaction) }
            return left > 0 ? .wrong(attemptsLeft: left) : .expired
        }
        try tellOldAddress(of: person, unless: address, in: transaction, at: now)
        try waiting.close(in: transaction)
        try Box.setEmail(address, of: person, keys: keys, in: transaction, at: now)
        try SettingChange(subject: .email, outcome: "confirmed")
            .record(for: owner, in: transaction, at: now)
        try audit("email.confirm", in: transaction, at: now)
        return .confirmed
    }

    /// Takes the address away: nothing goes there any more, but for the word that it was taken away.
    public func removeEmail(at now: Instant) async throws {
        try await facilities.database.write { transaction in
            let person = try note(.changeSettings, in: transaction, at: now)
            try EmailConfirmation.find(owner, in: transaction)?.close(in: transaction)
            guard try Contact.find(owner, in: transaction)?.email != nil else { return }
            try tellOldAddress(of: person, unless: nil, in: transaction, at: now)
            try Box.setEmail(nil, of: person, keys: facilities.keys, in: transaction, at: now)
            try SettingChange(subject: .email, outcome: "removed")
                .record(for: owner, in: transaction, at: now)
            try audit("email.remove", in: transaction, at: now)
        }
        facilities.bell.ring(.notification)
    }

    /// Whoever took an account over would change the address first: its holder must hear of it. An address
    /// that mail does not reach is not written to.
    private func tellOldAddress(
        of person: Person, unless address: String?, in transaction: any Transaction, at now: Instant
    ) throws {
        guard let email = try Contact.find(owner, in: transaction)?.email, email.unreachableAt == nil,
            try email.text(person, facilities.keys) != address
        else { return }
        try Errand.farewell(owner, email.id, sealed: email.sealed)
            .enqueue(in: transaction, dueAt: now, at: now)
    }
}
