/// The kinds of norm that can be judged. The values in them come from a file, never from this program.
public enum Norm: Hashable, Sendable {
    case capacity(CapacityNorm)
    case order(OrderNorm)
    case term(TermNorm)
    case responseTime(ResponseTimeNorm)
    case size(SizeNorm)
    case designLoad(DesignLoadNorm)
    case reoffer(ReofferNorm)
    case redelivery(RedeliveryNorm)
    case availability(AvailabilityNorm)
    case handling(HandlingNorm)
    case share(ShareNorm)
    case answerTime(AnswerTimeNorm)
    case mean(MeanNorm)
    case number(NumberNorm)
    case length(LengthNorm)
    case forecast(ForecastNorm)
}

/// A stream of things that arrive and are handled, as the product can count them.
public enum Flow: String, CaseIterable, Hashable, Sendable {
    /// Messages at the door: offered, accepted and parked, or refused.
    case messagesParked = "messages_parked"
    /// Messages as afnemers supply them.
    case messagesSupplied = "messages_supplied"
    /// Messages from parked to box or rejection.
    case messagesProcessed = "messages_processed"
    /// Notifications that a message has arrived.
    case notifications
    /// Calls of the validation service.
    case validations
    /// Requests for the list of all accounts that want the messages of an afnemer.
    case subscriptionsAll = "subscriptions_all"
    /// The same for a list of numbers the afnemer gives.
    case subscriptionsList = "subscriptions_list"
    /// The same for what changed since a moment.
    case subscriptionsChanges = "subscriptions_changes"

    /// What is counted, in Dutch plural.
    var noun: String {
        switch self {
        case .notifications: "notificaties"
        case .validations: "bevragingen"
        case .subscriptionsAll, .subscriptionsList, .subscriptionsChanges: "verzoeken"
        case .messagesParked, .messagesSupplied, .messagesProcessed: "berichten"
        }
    }

    /// One of them at a time, in Dutch.
    var each: String {
        switch self {
        case .notifications: "elke notificatie"
        case .validations: "elke bevraging"
        case .subscriptionsAll, .subscriptionsList, .subscriptionsChanges: "elk verzoek"
        case .messagesParked, .messagesSupplied, .messagesProcessed: "elk bericht"
        }
    }

    /// What handling is called in Dutch, as a participle.
    var participle: String {
        switch self {
        case .messagesParked: "aangenomen en geparkeerd"
        case .messagesSupplied: "aangenomen"
        case .messagesProcessed: "verwerkt"
        case .notifications: "verstuurd"
        case .validations: "beantwoord"
        case .subscriptionsAll, .subscriptionsList, .subscriptionsChanges: "afgehandeld"
        }
    }
}

/// An interface whose response times the product measures.
public enum Interface: String, CaseIterable, Hashable, Sendable {
    /// Reading messages through the REST interface.
    case presentation
    /// The validation service.
    case validation
    /// Requests for data through the broker.
    case broker
}
