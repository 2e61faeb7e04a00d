import Blobs
import CivilTime
import Journal
import Logging
import MessageBox
import RunningCases
import SQL
import ServiceLifecycle

/// What must be done now and then and belongs to nobody's request: the processing log is indexed, reminders
/// of deadlines are put in line, what has passed its term goes, and space that nothing names any more is
/// freed.
struct Housekeeping: Service {
    let facilities: Facilities
    let closedAccountDays: Int
    let caseEventDays: Int
    /// How long the agreement has reports offered.
    let reofferMicroseconds: Int64
    let now: @Sendable () -> Instant
    let logger: Logger

    private static let everySeconds = 20
    /// Freeing space reads the whole folder; once in so many rounds is enough.
    private static let roundsBetweenSweeps = 45

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for round in 1... {
                do {
                    try await Task.sleep(for: .seconds(Self.everySeconds))
                    try await tidy(isSweep: round % Self.roundsBetweenSweeps == 0)
                } catch is CancellationError {
                    return
                } catch {
                    logger.warning("housekeeping waits for its next round", metadata: ["cause": "\(error)"])
                }
            }
        }
    }

    private func tidy(isSweep: Bool) async throws {
        try await facilities.database.write { transaction in
            _ = try ProcessingLog.index(in: transaction)
        }
        try await Reminder.queueDue(facilities: facilities, at: now())
        guard isSweep else { return }
        try await Account.eraseClosed(
            before: now().advanced(bySeconds: -Int64(closedAccountDays) * 86_400), facilities: facilities,
            at: now())
        try await Retention.apply(facilities: facilities, at: now())
        try await Retention.expireReports(
            reofferMicroseconds: reofferMicroseconds, facilities: facilities, at: now())
        try await CaseEvent.forget(
            before: now().advanced(bySeconds: -Int64(caseEventDays) * 86_400), in: facilities.database)
        try await facilities.blobs.removeUnused()
    }
}
