/// Which of several clauses on one subject holds, among the documents of a contract (DAP-01).
public struct Precedence: Sendable {
    public let subject: String
    public let prevailing: Placed
    /// The other clauses, the strongest first.
    public let others: [Placed]
    /// Whether the clause holds because it says so of itself.
    public let isStated: Bool

    /// A clause in its document.
    public struct Placed: Sendable {
        /// The name of the agreement.
        public let agreement: String
        public let title: String
        public let place: DocumentPlace
        public let clause: Clause
    }

    /// Nil when no document of the set has a clause on the subject.
    ///
    /// - Parameter party: a customer; parts that are specific to others are left out (DAP-02).
    public init?(
        about subject: String, inSet set: String, among agreements: [Agreement], for party: String? = nil
    ) {
        let clauses = Self.clauses(about: subject, inSet: set, among: agreements, for: party)
        // One that states it prevails over those before it; so the last to state it goes before all.
        guard let first = clauses.first else { return nil }
        let stated = clauses.dropFirst().lastIndex { $0.clause.prevails }
        self.subject = subject
        prevailing = stated.map { clauses[$0] } ?? first
        isStated = stated != nil
        others = clauses.indices.filter { $0 != stated ?? 0 }.map { clauses[$0] }
    }

    /// Every subject on which more than one document of the set has a clause, in the order of the documents.
    public static func all(
        inSet set: String, among agreements: [Agreement], for party: String? = nil
    ) -> [Precedence] {
        let ranked = agreements.filter { $0.place.set == set }.sorted { $0.place.rank < $1.place.rank }
        let subjects = ranked.flatMap { $0.clauses.compactMap(\.about) }
        var seen: Set<String> = []
        return subjects.filter { seen.insert($0).inserted }
            .compactMap { Precedence(about: $0, inSet: set, among: ranked, for: party) }
            .filter { !$0.others.isEmpty }
    }

    private static func clauses(
        about subject: String, inSet set: String, among agreements: [Agreement], for party: String?
    ) -> [Placed] {
        let ranked = agreements.enumerated().filter { $0.element.place.set == set }
            .sorted { ($0.element.place.rank, $0.offset) < ($1.element.place.rank, $1.offset) }
        return ranked.flatMap { _, agreement in
            agreement.clauses.filter { $0.about == subject && $0.isFor(party) }.map {
                Placed(
                    agreement: agreement.name, title: agreement.title, place: agreement.place, clause: $0)
            }
        }
    }
}

extension Precedence {
    /// Dutch: which clause holds, and why.
    public var reason: String {
        let holds = "\(prevailing.text) geldt"
        guard let first = others.first else { return "\(holds): geen ander document gaat hierover." }
        if isStated { return "\(holds), want daar staat dat het voorgaat op \(first.text)." }
        guard first.place.rank != prevailing.place.rank else {
            return "\(holds): het staat eerder in hetzelfde document dan \(first.clause.id)."
        }
        return """
            \(holds), want \(prevailing.place.kind) gaat in de contractstructuur voor op \(first.place.kind) \
            (\(first.clause.id)).
            """
    }

    /// The clauses of later documents that say something else without prevailing: they do not fit within the
    /// one that holds (DAP-41).
    public var conflicts: [Placed] {
        others.filter { $0.place.rank > prevailing.place.rank && !$0.clause.agrees(with: prevailing.clause) }
    }
}

extension Precedence.Placed {
    /// `SNO (2.1.4, SNO-34)`.
    fileprivate var text: String { "\(place.kind) (\(clause.paragraph), \(clause.id))" }
}

extension Clause {
    fileprivate func isFor(_ party: String?) -> Bool {
        guard let party, !appliesTo.isEmpty else { return true }
        return appliesTo.contains(party)
    }

    /// Whether what can be compared is the same. What only one of the two sets does not contradict the other.
    fileprivate func agrees(with other: Clause) -> Bool {
        let pairs: [(isSilent: Bool, isSame: Bool)] = [
            (lines.isEmpty || other.lines.isEmpty, lines.map(\.norm) == other.lines.map(\.norm)),
            (
                contents.serviceWindows.isEmpty || other.contents.serviceWindows.isEmpty,
                contents.serviceWindows.map(\.opening) == other.contents.serviceWindows.map(\.opening)
            ),
            (
                contents.notices.isEmpty || other.contents.notices.isEmpty,
                contents.notices.map(\.atLeast) == other.contents.notices.map(\.atLeast)
            ),
            (
                contents.maintenanceWindows.isEmpty || other.contents.maintenanceWindows.isEmpty,
                contents.maintenanceWindows.map(\.opening) == other.contents.maintenanceWindows.map(\.opening)
            ),
            (text == nil || other.text == nil, text == other.text),
        ]
        return pairs.allSatisfy { $0.isSilent || $0.isSame }
    }
}

extension ServiceWindow {
    /// When it is open, whatever it is called.
    fileprivate var opening: [AnyHashable] { [hours, calendar?.days, calendar?.holidays] }
}

extension MaintenanceWindow {
    fileprivate var opening: [AnyHashable] { [recurrence, hours, allowsDowntime] }
}
