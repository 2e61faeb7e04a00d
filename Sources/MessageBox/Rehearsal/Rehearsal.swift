public import CivilTime
public import Identity
public import SQL
public import Sealing

/// What makes preproduction a place to rehearse in: test citizens with fixed behaviour. Other environments
/// have none.
public struct Rehearsal: Sendable {
    /// In the order of the policy file.
    public let citizens: [TestCitizen]
    private let behaviours: [CitizenNumber: TestCitizen.Behaviour]

    public init(citizens: [TestCitizen]) {
        self.citizens = citizens
        behaviours = Dictionary(
            citizens.map { (CitizenNumber($0.bsn), $0.behaviour) }, uniquingKeysWith: { first, _ in first })
    }

    func behaviour(of number: CitizenNumber) -> TestCitizen.Behaviour? {
        behaviours[number]
    }
}

extension Rehearsal {
    /// Makes the test citizens known, with the boxes that their behaviour asks, open to every organisation.
    public func settle(keys: KeyRing, in transaction: any Transaction, at now: Instant) throws {
        for citizen in citizens {
            let person = try Person.register(
                citizen.bsn, name: citizen.name, keys: keys, in: transaction, at: now)
            if citizen.behaviour == .withoutBox { continue }
            let box = try Box.find(person, in: transaction)
            if box == nil { try Box.open(for: person, in: transaction, at: now) }
            let isSuspended = citizen.behaviour == .suspended
            if isSuspended, box?.state != .suspended {
                try Box.find(person, in: transaction)?.change(to: .suspended, in: transaction, at: now)
            }
        }
        for organisation in try Organisation.all(in: transaction) {
            try welcome(organisation.id, keys: keys, in: transaction, at: now)
        }
    }

    /// Lets an organisation write to the test citizens that receive: a new one has nobody otherwise.
    public func welcome(
        _ organisation: Organisation.ID, keys: KeyRing, in transaction: any Transaction, at now: Instant
    ) throws {
        for citizen in citizens where citizen.behaviour.isSubscribed {
            guard let person = try Person.find(citizen.bsn, keys: keys, in: transaction) else { continue }
            try Preference.set(person.id, wants: true, from: organisation, in: transaction, at: now)
        }
    }
}

extension TestCitizen.Behaviour {
    fileprivate var isSubscribed: Bool {
        switch self {
        case .receives, .slowAnswer, .noAnswer, .unknownType, .fault: true
        case .withoutBox, .notSubscribed, .suspended: false
        }
    }
}
