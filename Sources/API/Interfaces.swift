public import Identity
public import MessageBox
public import Outbound
public import PersonalData
public import Routes
import SQL

/// What the endpoints of the interfaces work with.
public struct Interfaces: Sendable {
    let facilities: Facilities
    let tokens: AccessTokens
    /// The public address, without a slash at the end: what `aud` of an assertion must name.
    let publicURL: String
    let contact: Contact
    let subscriptions: SubscriptionRules
    let devices: DeviceRoute
    /// Where addresses that organisations give may lead.
    let reach: Reach
    let sources: SourceSet
    let apps: AppPolicy
    let terms: TermsPolicy

    var database: any Database { facilities.database }

    public init(
        facilities: Facilities, tokens: AccessTokens, publicURL: String, contact: Contact,
        subscriptions: SubscriptionRules, reach: Reach, sources: SourceSet, apps: AppPolicy,
        terms: TermsPolicy, devices: DeviceRoute
    ) {
        self.facilities = facilities
        self.tokens = tokens
        self.publicURL = publicURL
        self.contact = contact
        self.subscriptions = subscriptions
        self.devices = devices
        self.reach = reach
        self.sources = sources
        self.apps = apps
        self.terms = terms
    }

    /// Every route of the interfaces for systems.
    public var endpoints: [Endpoint] {
        let acts =
            tokenEndpoints + deliveryEndpoints + batchEndpoints + reportEndpoints + reportAddressEndpoints
            + serviceLevelEndpoints
            + clientEndpoints + agreementEndpoints + validationEndpoints + validationEnvelopeEndpoints
            + subscriptionEndpoints + subscriptionDocumentEndpoints + boxEndpoints + caseEndpoints
            + caseEventEndpoints + ownCaseEndpoints + recordEndpoints + lookEndpoints + deviceEndpoints
            + rehearsalEndpoints
            + bounceEndpoints + preferenceEndpoints
            + messageTypeEndpoints + totalEndpoints
        return acts + documentEndpoints(for: acts)
    }
}
