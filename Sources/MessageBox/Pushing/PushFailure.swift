import Outbound
public import SQL

/// Why a push failed, in a word that its receiver can act on; the word holds nothing of the answer.
public struct PushFailure: Sendable, Equatable {
    public let text: String

    /// The receiver answered, but not with a status from 200 to 299.
    init(status: Int) { text = "status-\(status)" }

    init(_ error: OutboundError) {
        text =
            switch error {
            case .noConnection: "geen-verbinding"
            case .timedOut: "te-laat"
            case .tooLarge: "antwoord-te-groot"
            case .forbidden, .badURL: "adres-niet-toegestaan"
            case .leftAlone, .cancelled, .failed: "mislukt"
            }
    }
}

extension PushFailure: Storable {
    public var value: Value { .text(text) }

    public init?(value: Value) {
        guard case .text(let stored) = value else { return nil }
        text = stored
    }
}
