import ArgumentParser

/// The settings of the second door: people who work for an organisation, by a provider of their own.
struct WorkSignInOptions: ParsableArguments {
    @Option(help: "The OpenID Connect issuer by which people of organisations sign in. Default: none.")
    var workOpenidIssuer: String?

    @Option(help: "Our client id at that provider.")
    var workOpenidClient: String?

    @Option(
        help: "Our client secret there; secret. Default: private_key_jwt, with our key at /inloggen/sleutels."
    )
    var workOpenidSecret: String?

    @Option(help: "What they know the provider by. Default: eHerkenning.")
    var workOpenidName: String?

    @Option(help: "The claim with the OIN of the organisation. Default: oin.")
    var workOpenidOrganisationClaim: String?

    @Option(help: "The claim with the roles, out of roles.yaml: a text or a list. Default: roles.")
    var workOpenidRoleClaim: String?

    @Option(help: "The scopes that are asked for. Default: openid profile.")
    var workOpenidScope: String?

    @Option(
        help: "The least level of assurance. Default: http://eidas.europa.eu/LoA/substantial.")
    var workOpenidLevel: String?

    var given: [String: String?] {
        [
            "work-openid-issuer": workOpenidIssuer, "work-openid-client": workOpenidClient,
            "work-openid-secret": workOpenidSecret, "work-openid-name": workOpenidName,
            "work-openid-organisation-claim": workOpenidOrganisationClaim,
            "work-openid-role-claim": workOpenidRoleClaim, "work-openid-scope": workOpenidScope,
            "work-openid-level": workOpenidLevel,
        ]
    }
}
