/// What a member of staff may do: a closed list. Which role has which is data.
public enum Capability: String, CaseIterable, Sendable {
    case readServiceLevels = "service-levels.read"
    case manageClients = "clients.manage"
    case publishAgreements = "agreements.publish"
    case takeBounces = "bounces.take"
    case checkInstallation = "installation.check"
    /// In the supplier portal: the figures, the messages and the reports of the own organisation.
    case readSupplies = "supplies.read"
    case manageMessageTypes = "supplies.message-types"
    /// The systems, and who may act for the organisation: whoever holds this lets others deliver.
    case manageAccess = "supplies.access"
    case manageContacts = "supplies.contacts"

    /// What only somebody of an organisation that sends messages can be let in for.
    private static let ofSuppliers: Set<Capability> = [
        .readSupplies, .manageMessageTypes, .manageAccess, .manageContacts,
    ]

    /// Whether a role for these people can hold it: what is for one organisation is not for who works for
    /// all of them.
    public func fits(_ audience: Role.Audience) -> Bool {
        switch audience {
        case .staff: !Self.ofSuppliers.contains(self)
        case .organisation: Self.ofSuppliers.contains(self) || self == .readServiceLevels
        }
    }
}

/// What people who work may do, with the title that they see.
public struct Role: Sendable, Equatable {
    /// Whose role it is. The two never mix: a role of the one gives nothing to the other.
    public enum Audience: String, CaseIterable, Sendable {
        /// Of who works for the organisation that runs this installation.
        case staff
        /// Of who works for an organisation that sends messages, for that organisation only.
        case organisation
    }

    public let name: String
    public let title: String
    public let audience: Audience
    public let capabilities: Set<Capability>

    public init(
        name: String, title: String, for audience: Audience = .staff, capabilities: Set<Capability>
    ) {
        self.name = name
        self.title = title
        self.audience = audience
        self.capabilities = capabilities
    }
}

/// The roles of this installation, as its policy file gives them.
public struct RolePolicy: Sendable {
    public let roles: [Role]

    public init(roles: [Role]) {
        self.roles = roles
    }

    public func role(named name: String, for audience: Role.Audience) -> Role? {
        roles.first { $0.name == name && $0.audience == audience }
    }

    /// Of the names that a provider gives of somebody, the role that comes first in the policy.
    func role(among names: [String], for audience: Role.Audience) -> Role? {
        roles.first { names.contains($0.name) && $0.audience == audience }
    }
}
