public import SQL

/// Why somebody who works could not be signed in, though they are who they say.
public enum WorkSignInError: Error, Equatable, Sendable {
    case unknownOrganisation(OIN)
    /// None of the roles that were named is one for the people of this organisation.
    case noRole
}

extension Session.Visitor {
    /// One of the staff of the organisation that runs this installation, by the names of roles.
    public static func staff(as roles: [String], policy: RolePolicy) throws -> Session.Visitor {
        guard let role = policy.role(among: roles, for: .staff) else { throw WorkSignInError.noRole }
        return .staff(role: role)
    }

    /// Somebody who works for an organisation, by what a trusted provider of identities said of them: its OIN
    /// and the names of roles.
    ///
    /// A role of staff counts for the organisation that runs this installation only; every other role is for
    /// the named organisation and no other.
    ///
    /// - Parameter operating: the organisation that runs this installation.
    public static func working(
        for oin: OIN, as roles: [String], operating: OIN, policy: RolePolicy, in transaction: any Transaction
    ) throws -> Session.Visitor {
        if oin == operating, let role = policy.role(among: roles, for: .staff) { return .staff(role: role) }
        guard let organisation = try Organisation.find(oin, in: transaction) else {
            throw WorkSignInError.unknownOrganisation(oin)
        }
        guard let role = policy.role(among: roles, for: .organisation) else {
            throw WorkSignInError.noRole
        }
        return .supplier(organisation.id, role: role)
    }
}
