extension SelfCheck {
    /// One thing to have tried before going live.
    public struct Step: Sendable {
        /// What it is known by, also in the interface: `batch-als-xml`.
        public let key: String
        public let group: Group
        let proof: Proof

        /// What comes back when it is tried.
        public enum Answer: Sendable {
            case status(Int)
            /// The stable number of a problem.
            case problem(Int)
            case code(String)
            /// What the rest of its group has.
            case ordinary
        }

        public var answer: Answer {
            switch proof {
            case .answer(let attempt) where attempt.outcome >= Self.firstProblem: .problem(attempt.outcome)
            case .answer(let attempt): .status(attempt.outcome)
            case .code(let code): .code(code.rawValue)
            case .resent, .attachment, .planned: .ordinary
            }
        }

        /// Problems are numbered from here; an HTTP status has three digits.
        private static let firstProblem = 1_000

        public enum Group: String, CaseIterable, Sendable {
            case deliveries = "aanleveren"
            case codes = "verwerkingscodes"
            case reports = "verwerkingsberichten"
            case validation = "validatie"
            case subscriptions = "abonnementen"
            case refusals = "weigeringen"
        }

        /// What shows that it was tried.
        enum Proof: Sendable {
            case answer(Attempt)
            case code(ProcessingCode)
            /// A delivery that came again and was known (SNO-13).
            case resent
            case attachment
            /// A message that shows later than it came.
            case planned
        }
    }
}

extension SelfCheck.Step {
    static let all: [SelfCheck.Step] = deliveries + codes + reports + validation + subscriptions + refusals

    private static let deliveries = [
        Self(key: "bericht-als-json", group: .deliveries, proof: answer(.json, 202)),
        Self(key: "batch-als-xml", group: .deliveries, proof: answer(.batch, 202)),
        Self(key: "bijlage", group: .deliveries, proof: .attachment),
        Self(key: "latere-publicatie", group: .deliveries, proof: .planned),
        Self(key: "opnieuw-aangeleverd", group: .deliveries, proof: .resent),
    ]

    /// Every code that a report can hold: an OIN that is not the caller's is refused at once.
    private static let codes = ProcessingCode.allCases.filter { $0 != .oinDiffers }.map { code in
        Self(key: code.rawValue, group: .codes, proof: .code(code))
    }

    private static let reports = [
        Self(key: "nog-niet-klaar", group: .reports, proof: answer(.report, 1301)),
        Self(key: "verwerkingsbericht-als-xml", group: .reports, proof: answer(.report, 200)),
        Self(key: "verwerkingsberichten-op-volgorde", group: .reports, proof: answer(.reportList, 200)),
        Self(key: "ontvangst-bevestigd", group: .reports, proof: answer(.confirmation, 204)),
    ]

    private static let validation = [
        Self(key: "validatie-als-json", group: .validation, proof: answer(.validation, 200)),
        Self(key: "validatie-als-soap", group: .validation, proof: answer(.envelope, 200)),
        Self(key: "validatie-type-onbekend", group: .validation, proof: answer(.validation, 1401)),
        Self(key: "validatie-storing", group: .validation, proof: answer(.validation, 1903)),
    ]

    private static let subscriptions = [
        Self(key: "abonnementen-als-json", group: .subscriptions, proof: answer(.subscriptions, 202)),
        Self(key: "abonnementen-resultaat", group: .subscriptions, proof: answer(.result, 200)),
        Self(key: "abonnementen-als-xml", group: .subscriptions, proof: answer(.subscriptionDocument, 202)),
    ]

    private static let refusals = [
        Self(key: "velden-kloppen-niet", group: .refusals, proof: answer(.json, 1002)),
        Self(key: "xml-niet-welgevormd", group: .refusals, proof: answer(.batch, 1201)),
        Self(key: "envelop-klopt-niet", group: .refusals, proof: answer(.batch, 1203)),
        Self(key: "oin-van-een-ander", group: .refusals, proof: answer(.batch, 1205)),
        Self(key: "te-groot", group: .refusals, proof: answer(.json, 1004)),
    ]

    /// The routes that are tried, as they are described.
    private enum Route: String {
        case json = "POST /api/v1/aanleveringen"
        case batch = "POST /koppelvlak/berichtverwerking"
        case report = "GET /koppelvlak/verwerkingsberichten/{batchId}"
        case reportList = "GET /api/v1/verwerkingsberichten"
        case confirmation = "PUT /api/v1/verwerkingsberichten/{id}/ontvangst"
        case validation = "POST /api/v1/validaties"
        case envelope = "POST /koppelvlak/validatie"
        case subscriptions = "POST /api/v1/abonnementaanvragen"
        case result = "GET /api/v1/abonnementaanvragen/{id}/resultaat"
        case subscriptionDocument = "POST /koppelvlak/abonnementen"
    }

    private static func answer(_ route: Route, _ outcome: Int) -> Proof {
        .answer(Attempt(route: route.rawValue, outcome: outcome))
    }
}
