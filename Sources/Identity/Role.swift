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
    static let ofSuppliers: Set<Capability> = [
        .readSupplies, .manageMessageTypes, .manageAccess, .manageContacts,
    ]
}

/// A role of staff, with the title that people see.
public struct Role: Sendable, Equatable {
    public let name: String
    public let title: String
    public let capabilities: Set<Capability>

    public init(name: String, title: String, capabilities: Set<Capability>) {
        self.name = name
        self.title = title
        self.capabilities = capabilities
    }
}

/// The roles of this installation, as its policy file gives them.
public struct RolePolicy: Sendable {
    public let roles: [Role]

    public init(roles: [Role]) {
        self.roles = roles
    }

    public func role(named name: String) -> Role? {
        roles.first { $0.name == name }
    }
}
