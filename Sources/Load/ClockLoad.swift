public import Agreements
public import CivilTime

/// What clocks cost: one deadline, many clocks judged anew, a month of cases.
///
/// All that is random comes from a fixed seed, so that two runs do the same work. Each measurement sums what
/// it finds: work whose outcome nobody asks for may be left out by the compiler.
public struct ClockLoad {
    private let agreement: Agreement
    private let window: ServiceWindow
    private var chance = ClockChance(state: 20_260_403)

    /// Where cases begin: a month, so that judging it counts them all.
    private let month: CivilMonth

    /// Nil for an agreement without an opening hour in production.
    public init?(_ agreement: Agreement, in month: CivilMonth) {
        guard let window = agreement.serviceWindows.first(where: { $0.hours[.production] != nil }) else {
            return nil
        }
        self.agreement = agreement
        self.window = window
        self.month = month
    }

    public struct Figure: Sendable {
        public let seconds: Double
        public let checksum: Int64
    }

    /// So many deadlines from random starts over twenty years, on hours that were compiled before.
    public mutating func deadlines(_ count: Int) throws -> Figure {
        let hours = try WorkingHours(window, in: .production)
        let limit = SpanLimit(.atMost, Span(.working(microseconds: 6 * Self.hour), text: "6 uur"))
        let begin = month.interval.start
        let starts = (0..<count).map { _ in
            begin.advanced(bySeconds: Int64(chance.next(below: 20 * 365 * 86_400)))
        }
        return Self.timed {
            starts.reduce(0) { sum, start in
                sum &+ (Clock(limit: limit, hours: hours, start: start).deadline?.microseconds ?? 0)
            }
        }
    }

    /// So many cases judged with every window compiled anew, as after a change of the calendar. Making the
    /// cases is not counted.
    public mutating func rejudged(_ count: Int) -> Figure {
        var seconds = 0.0
        var sum: Int64 = 0
        let end = month.next.interval.end
        let pieceSize = 100_000
        for start in stride(from: 0, to: count, by: pieceSize) {
            let cases = cases(min(pieceSize, count - start))
            let figure = Self.timed {
                let rules = HandlingRules(agreement)
                return cases.reduce(0) { sum, record in
                    rules.results(of: record, asOf: end).reduce(sum) {
                        $0 &+ ($1.deadline?.microseconds ?? 0)
                    }
                }
            }
            seconds += figure.seconds
            sum &+= figure.checksum
        }
        return Figure(seconds: seconds, checksum: sum)
    }

    /// A month of so many cases, judged against every clause.
    public mutating func judgedMonth(_ count: Int) -> Figure {
        var evidence = Evidence()
        evidence.cases = cases(count)
        let end = month.next.interval.end
        return Self.timed {
            agreement.judge(evidence, in: month, asOf: end).reduce(0) { sum, judgement in
                judgement.findings.reduce(sum) { $0 &+ Int64($1.observations) }
            }
        }
    }

    private static let hour: Int64 = 3_600_000_000

    private static func timed(_ work: () -> Int64) -> Figure {
        let begin = ContinuousClock.now
        let sum = work()
        return Figure(seconds: (ContinuousClock.now - begin) / .seconds(1), checksum: sum)
    }

    /// Disturbances of each priority, most of them solved, one in five with a pause.
    private mutating func cases(_ count: Int) -> [CaseRecord] {
        let seconds = month.interval.microseconds / 1_000_000
        return (0..<count).map { number in
            let registered = month.interval.start.advanced(
                bySeconds: Int64(chance.next(below: Int(seconds))))
            let reacted = registered.advanced(bySeconds: Int64(chance.next(below: 7_200)))
            let solved = reacted.advanced(bySeconds: Int64(chance.next(below: 5 * 86_400)))
            let isPaused = chance.next(below: 5) == 0
            let pause = Pause(from: reacted, to: solved, reason: "wacht", responsible: "afnemer")
            let isSolved = chance.next(below: 20) > 0
            return CaseRecord(
                id: "\(number)", process: "disturbance", registeredAt: registered, environment: .production,
                classifications: [
                    Classification(
                        at: registered, impact: nil, urgency: nil, priority: 1 + chance.next(below: 4))
                ],
                terms: [
                    "reaction": TermRun(
                        start: registered, stops: [TermRun.Stop(at: reacted, reopenedAt: nil)]),
                    "resolution": TermRun(
                        start: registered,
                        stops: isSolved ? [TermRun.Stop(at: solved, reopenedAt: nil)] : []),
                ],
                pauses: isPaused ? [pause] : [])
        }
    }
}

/// Numbers that look random and are the same each time (Knuth's MMIX generator).
private struct ClockChance {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
