import Agreements
import CivilTime
import MessageBox

extension SubscriptionRules {
    /// What an agreement says of the subscription service (SNO-15 to SNO-18): its night, how many requests of
    /// each kind that takes, and how long one may last.
    ///
    /// Nil when a part is missing, when the kinds have different nights, when the night is not the same every
    /// day, or when the longest request does not fit in a night in which the clock goes ahead.
    init?(_ agreement: Agreement, _ environment: Agreements.Environment) {
        let norms = agreement.clauses.flatMap(\.lines).map(\.norm)
        var perNight: [SubscriptionRequest.Kind: Int] = [:]
        var windows: Set<ServiceWindow> = []
        var longestMicroseconds: [Int] = []
        for norm in norms {
            switch norm {
            case .capacity(let norm):
                guard let kind = SubscriptionRequest.Kind(norm.flow), let window = norm.window else {
                    continue
                }
                perNight[kind] = norm.maximum
                windows.insert(window)
            case .term(let norm) where SubscriptionRequest.Kind(norm.flow) != nil:
                longestMicroseconds.append(norm.limit.largestKept)
            default: continue
            }
        }
        guard perNight.count == SubscriptionRequest.Kind.allCases.count, windows.count == 1,
            let night = windows.first?.dailyHours(environment), let longest = longestMicroseconds.min(),
            Int64(longest) <= night.shortestMicroseconds
        else { return nil }
        self.init(
            opensAt: night.from, closesAt: night.to, perNight: perNight,
            longestSeconds: Int64(longest) / 1_000_000)
    }
}

extension SubscriptionRequest.Kind {
    fileprivate init?(_ flow: Flow) {
        switch flow {
        case .subscriptionsAll: self = .all
        case .subscriptionsList: self = .list
        case .subscriptionsChanges: self = .changes
        case .messagesParked, .messagesSupplied, .messagesProcessed, .notifications, .validations: return nil
        }
    }
}

extension ServiceWindow {
    /// The one range that it is open on each day of every week; nil where it is not so plain.
    fileprivate func dailyHours(_ environment: Agreements.Environment) -> HoursRange? {
        guard calendar == nil, let hours = hours[environment] else { return nil }
        let days = Set(Weekday.allCases.map(hours.ranges))
        guard days.count == 1, let ranges = days.first, ranges.count == 1 else { return nil }
        return ranges.first
    }
}

extension HoursRange {
    /// Its length when the clock goes an hour ahead in it.
    fileprivate var shortestMicroseconds: Int64 {
        let day = TimeOfDay.endOfDay.microseconds
        return to.microseconds - from.microseconds + (to <= from ? day : 0) - 3_600_000_000
    }
}
