public import CivilTime
public import Identity
public import SQL

extension Rehearsal {
    /// Plays what a test citizen among the numbers asks of the validation service; returns where the ordinary
    /// answer is to be given. Throws ``RehearsedFault``, or that the type is unknown.
    ///
    /// - Parameter organisation: who asks; that it tried this is remembered before anything is played.
    public func play(
        _ request: ValidationRequest, by organisation: Organisation.ID, facilities: Facilities,
        at now: Instant
    ) async throws {
        let numbers = Set(request.numbers)
        try await facilities.database.write { transaction in
            try note(.validation, to: numbers, by: organisation, in: transaction, at: now)
        }
        let behaviours = Set(request.numbers).compactMap(behaviour)
        let waits = behaviours.compactMap { $0.wait?.validationSeconds }
        if let seconds = waits.max() { try await Task.sleep(for: .seconds(seconds)) }
        for behaviour in behaviours {
            switch behaviour {
            case .unknownType: throw RequestError.typeNotSupported
            case .fault, .noAnswer: throw RehearsedFault()
            case .receives, .withoutBox, .notSubscribed, .suspended, .slowAnswer: break
            }
        }
    }
}

/// The failure that a test citizen of preproduction always causes.
public struct RehearsedFault: Error {}
