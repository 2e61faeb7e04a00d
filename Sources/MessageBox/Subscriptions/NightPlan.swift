import CivilTime
import SQL

/// The night a request is planned for.
struct NightPlan {
    let date: CivilDate
    let startsAt: Instant
    let expectedAt: Instant

    /// How far ahead is planned; beyond that a request is turned away, so that nobody fills a year.
    private static let nightsAhead = 31

    /// The first night with room for one more of this kind, over all organisations.
    static func first(
        for kind: SubscriptionRequest.Kind, rules: SubscriptionRules, in transaction: any Transaction,
        at now: Instant
    ) throws -> NightPlan {
        let first = rules.firstNight(at: now)
        let taken = Dictionary(
            uniqueKeysWithValues: try transaction.rows(
                """
                SELECT night, COUNT(*)
                FROM subscription_request
                WHERE kind = \(kind) AND night >= \(first.date.dayNumber)
                GROUP BY night
                """
            ) { row in (try row.next(Int.self), try row.next(Int.self)) })
        let room = rules.perNight[kind] ?? 0
        for days in 0..<nightsAhead {
            let night = rules.night(of: first.date.advanced(byDays: days))
            guard taken[night.date.dayNumber, default: 0] < room else { continue }
            let startsAt = max(now, night.window.start)
            return NightPlan(
                date: night.date, startsAt: startsAt,
                expectedAt: startsAt.advanced(bySeconds: rules.longestSeconds))
        }
        throw RequestError.nightsFull(
            until: rules.night(of: first.date.advanced(byDays: nightsAhead)).window.start)
    }
}
