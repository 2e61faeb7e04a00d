public import Identity

/// A citizen of preproduction, who does not exist and always behaves the same.
public struct TestCitizen: Sendable {
    public let bsn: BSN
    public let name: String
    public let behaviour: Behaviour

    /// What a supplier can try on a test citizen.
    public enum Behaviour: Sendable, Equatable {
        case receives
        case withoutBox
        case notSubscribed
        case suspended
        /// Every message type is unknown for this citizen.
        case unknownType
        /// Answers come, but late.
        case slowAnswer(Wait)
        /// No answer comes within any reasonable time.
        case noAnswer(Wait)
        /// The system behind the box fails.
        case fault
    }

    /// How long is waited, in seconds: by the validation service, and from the receipt of a delivery to its
    /// report.
    public struct Wait: Sendable, Equatable {
        public let validationSeconds: Int
        public let reportSeconds: Int

        public init(validationSeconds: Int, reportSeconds: Int) {
            self.validationSeconds = validationSeconds
            self.reportSeconds = reportSeconds
        }
    }

    public init(bsn: BSN, name: String, behaviour: Behaviour) {
        self.bsn = bsn
        self.name = name
        self.behaviour = behaviour
    }
}

extension TestCitizen.Behaviour {
    /// As the policy file has it.
    public var name: String {
        switch self {
        case .receives: "receives"
        case .withoutBox: "without-box"
        case .notSubscribed: "not-subscribed"
        case .suspended: "suspended"
        case .unknownType: "unknown-type"
        case .slowAnswer: "slow-answer"
        case .noAnswer: "no-answer"
        case .fault: "fault"
        }
    }

    /// Nil where nothing waits.
    var wait: TestCitizen.Wait? {
        switch self {
        case .slowAnswer(let wait), .noAnswer(let wait): wait
        case .receives, .withoutBox, .notSubscribed, .suspended, .unknownType, .fault: nil
        }
    }
}
