public import CivilTime

/// When requests of the subscription service run, and how many a night (SNO-15 to SNO-18). The values come
/// from the agreement.
public struct SubscriptionRules: Sendable {
    /// When the nights begin, on the clock in Amsterdam.
    public let opensAt: TimeOfDay
    /// When they end: at or before ``opensAt`` it is the next day.
    public let closesAt: TimeOfDay
    /// How many requests of each kind are taken on for one night.
    public let perNight: [SubscriptionRequest.Kind: Int]
    /// How long one request may take from its start.
    public let longestSeconds: Int64

    public init(
        opensAt: TimeOfDay, closesAt: TimeOfDay, perNight: [SubscriptionRequest.Kind: Int],
        longestSeconds: Int64
    ) {
        self.opensAt = opensAt
        self.closesAt = closesAt
        self.perNight = perNight
        self.longestSeconds = longestSeconds
    }

    /// One night: the date on which it begins, and the moments between which requests run.
    struct Night: Hashable {
        let date: CivilDate
        let window: Interval
    }

    func night(of date: CivilDate) -> Night {
        let end = closesAt <= opensAt ? date.advanced(byDays: 1) : date
        return Night(
            date: date,
            window: Interval(
                from: Instant(LocalTime(date: date, time: opensAt)),
                to: Instant(LocalTime(date: end, time: closesAt))))
    }

    /// The first night in which a request that is ready now can still run to its end.
    func firstNight(at now: Instant) -> Night {
        // The night that began yesterday may go on.
        for days in -1...1 {
            let night = night(of: now.localDate.advanced(byDays: days))
            if admits(now, in: night) || now < night.window.start { return night }
        }
        return night(of: now.localDate.advanced(byDays: 1))
    }

    /// Whether a request that starts at this moment ends within the night (SNO-18, assumption), were it to
    /// take as long as it may.
    func admits(_ start: Instant, in night: Night) -> Bool {
        night.window.contains(start) && start.advanced(bySeconds: longestSeconds) <= night.window.end
    }
}
