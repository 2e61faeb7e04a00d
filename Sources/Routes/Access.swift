public import Identity

/// Who may use a route. Each route states one; a test tries every route as every kind of caller and as
/// nobody.
public enum Access: Sendable, Equatable {
    case anyone
    case citizen
    /// Who is signed in but must accept the terms first, and nobody else.
    case newcomer
    case staff(Capability)
    /// Somebody who works for an organisation that sends messages, for that organisation only.
    case supplier(Capability)
    /// Staff of the provider or of an organisation.
    case employee(Capability)
    case organisation(Scope)
}

/// Who calls, after the door has checked it.
public enum Caller: Sendable {
    case nobody
    case citizen(Person.ID)
    /// Signed in, but must accept the terms of use before anything else.
    case newcomer(Person.ID)
    case staff(Role)
    case supplier(SupplierMember)
    case organisation(OrganisationCaller)
}

extension Caller {
    /// The role of who works for the provider or for an organisation.
    var role: Role? {
        switch self {
        case .staff(let role): role
        case .supplier(let member): member.role
        case .nobody, .citizen, .newcomer, .organisation: nil
        }
    }
}

/// Somebody who works for an organisation: what they may see and do is that organisation's and no other's.
public struct SupplierMember: Sendable {
    public let organisation: Organisation
    public let role: Role

    public init(organisation: Organisation, role: Role) {
        self.organisation = organisation
        self.role = role
    }
}

/// A system of an organisation, by its token or its certificate, or an operator acting for it on the
/// management port.
public struct OrganisationCaller: Sendable {
    public let organisation: Organisation
    public let scopes: Set<Scope>
    /// For the audit trail: the client id, or how else it came in.
    public let name: String

    public init(organisation: Organisation, scopes: Set<Scope>, name: String) {
        self.organisation = organisation
        self.scopes = scopes
        self.name = name
    }
}
