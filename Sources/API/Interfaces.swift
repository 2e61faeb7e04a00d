public import Identity
public import MessageBox
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

    var database: any Database { facilities.database }

    public init(
        facilities: Facilities, tokens: AccessTokens, publicURL: String, contact: Contact,
        subscriptions: SubscriptionRules
    ) {
        self.facilities = facilities
        self.tokens = tokens
        self.publicURL = publicURL
        self.contact = contact
        self.subscriptions = subscriptions
    }

    /// Every route of the interfaces for systems.
    public var endpoints: [Endpoint] {
        let acts =
            tokenEndpoints + deliveryEndpoints + batchEndpoints + reportEndpoints + serviceLevelEndpoints
            + clientEndpoints + agreementEndpoints + validationEndpoints + validationEnvelopeEndpoints
            + subscriptionEndpoints + subscriptionDocumentEndpoints + rehearsalEndpoints
            + messageTypeEndpoints + totalEndpoints
        return acts + documentEndpoints(for: acts)
    }
}
