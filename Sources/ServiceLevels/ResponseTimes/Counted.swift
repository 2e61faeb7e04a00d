import Agreements
import CivilTime

/// The counts that a server holds: those of the running minutes whole, so that writing them again changes
/// nothing.
struct Counted {
    struct Key: Hashable {
        let function: String
        let start: Instant
    }

    /// What is to be written, and the revision it was taken at.
    struct Changes: Sendable {
        let times: [Key: Histogram]
        let refusals: [Key: Int]
        let revision: Int

        var isEmpty: Bool { times.isEmpty && refusals.isEmpty }
    }

    private var times: [Key: Histogram] = [:]
    private var refusals: [Key: Int] = [:]
    /// The revision at which each was last changed.
    private var changedAt: [Key: Int] = [:]
    private var refusedAt: [Key: Int] = [:]
    private var revision = 0
    private var functions: Set<String> = []
    /// Earlier moments are forgotten; a note of one goes to this minute.
    private var since: Instant

    /// Answers are noted by the moment they started, and may take this long before they come here.
    private static let keptSeconds: Int64 = 300

    init(since: Instant) { self.since = since }

    mutating func record(_ function: String, microseconds: Int, at now: Instant) {
        let key = Key(function: name(function), start: max(now.startOfMinute, since))
        times[key, default: Histogram()].record(microseconds: microseconds)
        revision += 1
        changedAt[key] = revision
    }

    mutating func refuse(_ function: String, at now: Instant) {
        let key = Key(function: name(function), start: max(now.startOfSecond, since))
        refusals[key, default: 0] += 1
        revision += 1
        refusedAt[key] = revision
    }

    func changes() -> Changes {
        Changes(
            times: times.filter { changedAt[$0.key] != nil },
            refusals: refusals.filter { refusedAt[$0.key] != nil }, revision: revision)
    }

    mutating func settle(_ changes: Changes, at now: Instant) {
        changedAt = changedAt.filter { $0.value > changes.revision }
        refusedAt = refusedAt.filter { $0.value > changes.revision }
        since = max(since, now.startOfMinute.advanced(bySeconds: -Self.keptSeconds))
        times = times.filter { $0.key.start >= since || changedAt[$0.key] != nil }
        refusals = refusals.filter { $0.key.start >= since || refusedAt[$0.key] != nil }
    }

    private mutating func name(_ function: String) -> String {
        if functions.contains(function) { return function }
        guard functions.count < ResponseTimes.functionLimit else { return ResponseTimes.otherFunction }
        functions.insert(function)
        return function
    }
}
