public import CivilTime

/// What one organisation foretold of its use, at one moment. It may hold only the months that changed.
public struct Forecast: Hashable, Sendable {
    /// The key of the organisation.
    public let party: String
    public let givenAt: Instant
    public let months: [CivilMonth: Volume]

    public init(party: String, givenAt: Instant, months: [CivilMonth: Volume]) {
        self.party = party
        self.givenAt = givenAt
        self.months = months
    }
}

/// How much is sent in a month.
public struct Volume: Hashable, Sendable {
    public let messages: Int
    public let bytes: Int

    public init(messages: Int, bytes: Int) {
        precondition(messages >= 0 && bytes >= 0, "volumes are not negative")
        self.messages = messages
        self.bytes = bytes
    }

    static let none = Volume(messages: 0, bytes: 0)

    func amount(of measure: ForecastMeasure) -> Int {
        switch measure {
        case .messages: messages
        case .size: bytes
        }
    }
}

/// What was foretold, and what was sent in the month that is judged.
public struct ForecastEvidence: Hashable, Sendable {
    public let forecasts: [Forecast]
    /// By the key of the organisation; one that is not in it sent nothing.
    public let sent: [String: Volume]

    public init(forecasts: [Forecast], sent: [String: Volume]) {
        self.forecasts = forecasts
        self.sent = sent
    }

    /// Everyone who foretold or sent something, in order.
    var parties: [String] { Set(forecasts.map(\.party)).union(sent.keys).sorted() }

    /// The last word of an organisation on a month, of those given before a moment.
    func volume(of party: String, in month: CivilMonth, givenBefore moment: Instant) -> Volume? {
        forecasts.filter { $0.party == party && $0.givenAt < moment && $0.months[month] != nil }
            .max { $0.givenAt < $1.givenAt }?.months[month]
    }
}
