public import AgreementFiles
import HTTPTypes
public import Identity
import Markup
public import MessageBox
public import PersonalData
public import Routes
import SQL

/// What the pages work with.
public struct PortalPages: Sendable {
    let facilities: Facilities
    let sources: SourceSet
    let signIn: SignIn
    let secureCookies: Bool
    /// Where people who find a leak or a barrier write to; nil where none is set.
    let contact: String?
    let accounts: AccountPolicy
    let isDemo: Bool
    /// Which agreements concern which organisations.
    let parties: PartyFile
    let throttle = Throttle()
    /// The proxies that say for whom they ask.
    let proxies: Set<String>
    let devices: DeviceRoute

    var database: any Database { facilities.database }

    /// How people prove who they are.
    public enum SignIn: Sendable {
        /// By OpenID Connect, at one or both doors.
        case providers([Session.Door: SignInProvider], StaffPolicy)
        /// The demo environment: choose one of the test people.
        case demo([DemoIdentity], StaffPolicy)
        /// Nobody can sign in: no provider is set up.
        case closed
    }

    public init(
        facilities: Facilities, sources: SourceSet, signIn: SignIn, accounts: AccountPolicy,
        secureCookies: Bool, contact: String?, isDemo: Bool, proxies: Set<String>,
        parties: PartyFile, devices: DeviceRoute
    ) {
        self.accounts = accounts
        self.isDemo = isDemo
        self.parties = parties
        self.proxies = proxies
        self.facilities = facilities
        self.sources = sources
        self.signIn = signIn
        self.secureCookies = secureCookies
        self.contact = contact
        self.devices = devices
    }

    /// Every route for people.
    public var endpoints: [Endpoint] {
        startEndpoints + signInEndpoints + providerEndpoints + termsEndpoints + accountEndpoints
            + consentEndpoints + boxEndpoints + caseEndpoints + recordEndpoints + lookEndpoints
            + settingsEndpoints + deviceEndpoints + serviceLevelEndpoints + supplierEndpoints
            + publicEndpoints + appEndpoints
    }
}

/// Who people prove themselves to.
public struct SignInProvider: Sendable {
    let provider: OpenIDProvider
    /// What people know it by.
    let name: String

    public init(_ provider: OpenIDProvider, name: String) {
        self.provider = provider
        self.name = name
    }
}

/// What sign-in goes by for people who work.
public struct StaffPolicy: Sendable {
    let roles: RolePolicy
    /// The organisation that runs this installation: roles of staff are its people's only.
    let operating: OIN

    public init(roles: RolePolicy, operating: OIN) {
        self.roles = roles
        self.operating = operating
    }
}

/// What the pages of an account go by.
public struct AccountPolicy: Sendable {
    let terms: TermsPolicy
    let apps: AppPolicy
    /// How long closing can be undone.
    let closedDays: Int
    /// The public address: what tokens name as their issuer.
    let publicURL: String

    public init(terms: TermsPolicy, apps: AppPolicy, closedDays: Int, publicURL: String) {
        self.terms = terms
        self.apps = apps
        self.closedDays = closedDays
        self.publicURL = publicURL
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
