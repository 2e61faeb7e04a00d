import HTTPTypes
public import Identity
import Markup
public import MessageBox
public import Routes
import SQL

/// What the pages work with.
public struct PortalPages: Sendable {
    let facilities: Facilities
    let signIn: SignIn
    let secureCookies: Bool
    /// Where people who find a leak or a barrier write to; nil where none is set.
    let contact: String?

    var database: any Database { facilities.database }

    /// How people prove who they are. An OpenID provider takes the place of the demo's page behind the same
    /// seam.
    public enum SignIn: Sendable {
        /// The demo environment: choose one of the test people.
        case demo([DemoIdentity], policy: RolePolicy)
        /// Nobody can sign in: no provider is set up.
        case closed
    }

    public init(facilities: Facilities, signIn: SignIn, secureCookies: Bool, contact: String?) {
        self.facilities = facilities
        self.signIn = signIn
        self.secureCookies = secureCookies
        self.contact = contact
    }

    /// Every route for people.
    public var endpoints: [Endpoint] {
        startEndpoints + signInEndpoints + boxEndpoints + serviceLevelEndpoints + supplierEndpoints
            + publicEndpoints
    }

    var isDemo: Bool {
        if case .demo = signIn { true } else { false }
    }
}

/// Somebody to sign in as in the demo: a test citizen or a member of staff.
public struct DemoIdentity: Sendable {
    public enum Visitor: Sendable {
        case citizen(BSN)
        case staff(role: String)
        case supplier(OIN, role: String)
    }

    /// What the form sends back.
    let key: String
    let name: String
    let description: String
    let visitor: Visitor

    public init(key: String, name: String, description: String, visitor: Visitor) {
        self.key = key
        self.name = name
        self.description = description
        self.visitor = visitor
    }
}
