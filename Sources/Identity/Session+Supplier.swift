public import CivilTime
public import SQL

/// Why somebody of an organisation could not be signed in, though they are who they say.
public enum SupplierSignInError: Error, Equatable, Sendable {
    case unknownOrganisation(OIN)
    /// There is no such role, or it gives nothing in the supplier portal.
    case noSupplierRole(String)
}

extension Session {
    /// Starts a session for somebody who works for an organisation, by what a trusted provider of identities
    /// said of them: the organisation's OIN and the name of a role of `roles.yaml`.
    public static func start(
        forStaffOf oin: OIN, as roleName: String, policy: RolePolicy, in transaction: any Transaction,
        at now: Instant
    ) throws -> SessionToken {
        guard let organisation = try Organisation.find(oin, in: transaction) else {
            throw SupplierSignInError.unknownOrganisation(oin)
        }
        guard let role = policy.role(named: roleName),
            !role.capabilities.isDisjoint(with: Capability.ofSuppliers)
        else { throw SupplierSignInError.noSupplierRole(roleName) }
        return try start(for: .supplier(organisation.id, role: role), in: transaction, at: now)
    }
}
