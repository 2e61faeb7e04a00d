public import CivilTime
public import Mail

extension Bounce {
    /// What a report of a mail server came to.
    public enum Taken: Sendable, Equatable {
        /// It is not about an address in use here: of a stranger, or one that was replaced.
        case unknown
        /// The mail is on its way still, or has arrived.
        case nothing
        case counted(Bounce)
    }

    /// Takes the report of a mail server into account.
    public static func take(
        _ report: DeliveryStatus, facilities: Facilities, at now: Instant
    ) async throws -> Taken {
        guard let email = report.marks.lazy.compactMap({ Contact.email(named: $0) }).first else {
            return .unknown
        }
        let bounce: Bounce
        switch report.outcome {
        case .none: return .nothing
        case .permanent: bounce = .permanent
        case .passing: bounce = .passing
        }
        return try await bounce.note(of: email, facilities: facilities, at: now) ? .counted(bounce) : .unknown
    }
}
