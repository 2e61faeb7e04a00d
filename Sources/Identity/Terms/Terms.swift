public import CivilTime
public import SQL

/// One version of the terms of use (DAP §1.2: who accepts them gets and keeps an account), in both languages.
public struct Terms: Sendable, Equatable {
    public struct Section: Sendable, Equatable {
        public let heading: String
        public let paragraphs: [String]

        public init(heading: String, paragraphs: [String]) {
            self.heading = heading
            self.paragraphs = paragraphs
        }
    }

    public let version: String
    public let validFrom: CivilDate
    /// Who is younger gets no account.
    public let ageMinimumYears: Int
    public let dutch: [Section]
    public let english: [Section]

    public init(
        version: String, validFrom: CivilDate, ageMinimumYears: Int, dutch: [Section], english: [Section]
    ) {
        self.version = version
        self.validFrom = validFrom
        self.ageMinimumYears = ageMinimumYears
        self.dutch = dutch
        self.english = english
    }
}

/// The versions of the terms, as the policy files give them.
public struct TermsPolicy: Sendable {
    /// In the order of the days they hold from.
    private let versions: [Terms]

    public init(_ versions: [Terms]) {
        self.versions = versions.sorted { ($0.validFrom, $0.version) < ($1.validFrom, $1.version) }
    }

    /// The version in force at a moment; nil where none is, and then nothing is asked.
    public func current(at now: Instant) -> Terms? {
        versions.last { $0.validFrom <= now.localDate }
    }
}

extension Terms {
    /// Records that a person accepted this version; the first time counts.
    ///
    /// - Returns: whether this was that first time.
    public func accept(
        by person: Person.ID, in transaction: any Transaction, at now: Instant
    ) throws -> Bool {
        try transaction.run(
            """
            INSERT INTO terms_acceptance (person_id, version, accepted_at)
            VALUES (\(person), \(version), \(now))
            ON CONFLICT (person_id, version) DO NOTHING
            """) == 1
    }

    /// When a person accepted this version; nil for not.
    public func acceptedAt(by person: Person.ID, in transaction: any Transaction) throws -> Instant? {
        try transaction.value(
            """
            SELECT accepted_at FROM terms_acceptance
            WHERE person_id = \(person) AND version = \(version)
            """)
    }
}
