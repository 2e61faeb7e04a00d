public import CivilTime

/// What was foretold for a month by all together, held against the capacities that were agreed (SNO-50).
public struct CapacityTest: Hashable, Sendable {
    public let month: CivilMonth
    /// The messages foretold, of all organisations together.
    public let messages: Int
    /// Whether the month was spread evenly, for want of a pattern of a year before.
    public let isEven: Bool
    /// The first ``listedLimit`` of them, in the order of the document and of time.
    public let conflicts: [CapacityConflict]
    public let conflictCount: Int

    /// A month has at most 745 hours; more than this many conflicts are counted, not listed.
    public static let listedLimit = 100

    /// Dutch.
    public var explanation: [String] {
        let spread =
            isEven
            ? "gelijk over alle uren verdeeld, want een patroon van een jaar eerder is er niet"
            : "over dagen en uren verdeeld zoals een jaar eerder"
        let heading = """
            Voor \(Dutch.text(month)) zijn \(Dutch.text(messages)) berichten voorspeld, \(spread).
            """
        guard conflictCount > 0 else { return [heading, "Dat past binnen alle afgesproken maxima."] }
        return [heading, "Dat past \(Dutch.text(conflictCount)) keer niet binnen een maximum."]
            + conflicts.map(\.text)
    }
}

/// A stretch of time for which more is foretold than was agreed can be handled.
public struct CapacityConflict: Hashable, Sendable {
    public let clause: Clause.ID
    public let norm: CapacityNorm
    public let start: Instant
    /// Rounded up.
    public let expected: Int

    /// Dutch.
    public var text: String {
        "\(norm.text): \(Dutch.text(expected)) verwacht \(norm.when(start)) (\(clause))."
    }
}

extension Agreement {
    /// Tests what is foretold of a month against every capacity that messages meet, notifications too: each
    /// message gives one.
    ///
    /// - Parameters:
    ///   - moment: only forecasts given before it count.
    ///   - pattern: what was offered in the same weeks of a year before; nil spreads evenly.
    public func capacityTest(
        of forecasts: [Forecast], for month: CivilMonth, at moment: Instant, pattern: LoadSeries?
    ) -> CapacityTest {
        let evidence = ForecastEvidence(forecasts: forecasts, sent: [:])
        let messages = evidence.parties.reduce(0) { total, party in
            total + (evidence.volume(of: party, in: month, givenBefore: moment)?.messages ?? 0)
        }
        let spread = HourlySpread(of: month, after: forecastNorm?.spread == .even ? nil : pattern)
        let conflicts = capacityNorms.flatMap { clause, norm in
            norm.conflicts(of: messages, spread).map {
                CapacityConflict(clause: clause, norm: norm, start: $0.start, expected: $0.expected)
            }
        }
        return CapacityTest(
            month: month, messages: messages, isEven: spread.isEven,
            conflicts: Array(conflicts.prefix(CapacityTest.listedLimit)), conflictCount: conflicts.count)
    }

    var forecastNorm: ForecastNorm? {
        clauses.lazy.flatMap(\.lines).compactMap { line in
            if case .forecast(let norm) = line.norm { norm } else { nil }
        }.first
    }

    /// The capacities that the number of messages bears on.
    var capacityNorms: [(Clause.ID, CapacityNorm)] {
        clauses.flatMap { clause in
            clause.lines.compactMap { line in
                guard case .capacity(let norm) = line.norm, norm.flow.followsMessages else { return nil }
                return (clause.id, norm)
            }
        }
    }
}

extension Flow {
    fileprivate var followsMessages: Bool {
        switch self {
        case .messagesParked, .messagesSupplied, .messagesProcessed, .notifications: true
        case .validations, .subscriptionsAll, .subscriptionsList, .subscriptionsChanges: false
        }
    }
}
