import CivilTime
import Identity
import MessageBox
import SQL
import ServiceLevels

/// The evenings on which the example's organisations ask the subscription service.
struct DemoEvenings {
    private var day: CivilDate
    private static let nightsBetween = 3
    /// Half past ten, before the night begins.
    private static let askSecond: Int64 = 81_000

    init(from start: Instant) { day = start.localDate }

    /// The next evening whose night has begun by the moment given; each once.
    mutating func next(before end: Instant) -> (number: Int, at: Instant)? {
        let at = Instant(startOf: day).advanced(bySeconds: Self.askSecond)
        guard at.advanced(bySeconds: 3_600) < end else { return nil }
        defer { day = day.advanced(byDays: Self.nightsBetween) }
        return (day.dayNumber / Self.nightsBetween, at)
    }
}

extension DemoFilling {
    /// Every third evening one organisation asks: all, a list of numbers or what changed, in turn. The
    /// request runs in the night that follows.
    func askForLists(
        before end: Instant, _ evenings: inout DemoEvenings, _ cast: [Organisation], _ clock: DemoClock
    ) async throws {
        while let evening = evenings.next(before: end) {
            clock.set(evening.at)
            let caller = cast[evening.number % cast.count]
            let question = try SubscriptionQuestion.read(
                json: Array(Self.question(evening.number, at: evening.at).utf8), at: evening.at)
            let request = try await SubscriptionRequest.ask(
                question, by: caller, name: "demo", rules: installation.subscriptions,
                facilities: installation.facilities, at: evening.at)
            clock.set(request.startsAt)
            let lane = SubscriptionLane(
                facilities: installation.facilities, rules: installation.subscriptions
            ) {
                // Each look at the clock finds it a little further: a run takes time.
                clock.set(clock.now().advanced(bySeconds: Self.stepSeconds))
                return clock.now()
            }
            try await serve(.subscriptions, clock, lane.serve)
        }
    }

    private static let stepSeconds: Int64 = 4

    private static func question(_ number: Int, at now: Instant) -> String {
        switch number % 3 {
        case 0: return #"{"soort":"alles"}"#
        case 1:
            let numbers = DemoCast.citizens.map { "\"\($0.bsn.digits)\"" }.joined(separator: ",")
            return #"{"soort":"bsnLijst","bsns":[\#(numbers)]}"#
        default:
            let since = now.advanced(bySeconds: -7 * 86_400)
            return #"{"soort":"mutaties","vanaf":"\#(since.rfc3339)"}"#
        }
    }

    /// Before it writes, an organisation asks whom it can reach.
    func validate(
        _ delivery: DemoCalendar.Delivery, by sender: Organisation
    ) async throws {
        let numbers = DemoCast.citizens.map { "\"\($0.bsn.digits)\"" }.joined(separator: ",")
        let type = DemoCast.senders[delivery.sender].types[0].code
        let request = try ValidationRequest.read(
            json: Array(#"{"berichttype":"\#(type)","bsns":[\#(numbers)]}"#.utf8))
        _ = try await Validation.answer(
            request, by: sender, name: "demo", facilities: installation.facilities, at: delivery.at)
        let times = ResponseTimes(startedAt: delivery.at)
        times.note(
            MeasuredFunction.validation, microseconds: 3_000 + delivery.processingSeconds * 1_000,
            status: 200,
            at: delivery.at)
        try await times.flush(to: installation.database, at: delivery.at.advanced(bySeconds: 60))
    }
}
