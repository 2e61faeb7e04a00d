/// Holds an act to the rule of ``Transaction``: one statement at a time, and none after one that failed.
///
/// Used by the drivers; one guard lives as long as one act.
public final class ActGuard {
    /// What the first failed statement threw; an act with a failure is undone, whatever it makes of the
    /// error.
    public private(set) var failure: (any Error)?
    private var isRunning = false

    public init() {}

    /// Runs one statement, unless an earlier one failed or is still giving rows.
    public func statement<Outcome>(_ run: () throws -> Outcome) throws -> Outcome {
        if failure != nil {
            throw SQLError.statement("an earlier statement of this act failed, which ended it")
        }
        do {
            if isRunning {
                throw SQLError.statement("a visitor cannot run a statement of its own; gather the rows first")
            }
            isRunning = true
            defer { isRunning = false }
            return try run()
        } catch {
            failure = failure ?? error
            throw error
        }
    }

    /// Gives what the act gave, unless one of its statements failed.
    public func outcome<Outcome>(of act: () throws -> Outcome) throws -> Outcome {
        let outcome = try act()
        if let failure { throw failure }
        return outcome
    }
}
