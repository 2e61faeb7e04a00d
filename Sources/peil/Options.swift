import ArgumentParser
import Platform

/// The folders that commands on the machine of the server share.
struct FolderOptions: ParsableArguments {
    @Option(help: "The data folder of the installation.")
    var data = "data"

    @Option(help: "The folder of keys, outside the data folder and its backups.")
    var keys = "keys"
}

/// The settings of an installation. Each may also be set in the environment (PEIL_DATA, PEIL_PUBLIC_URL, …)
/// or in a file.
struct SettingOptions: ParsableArguments {
    @Option(help: "A YAML file with these settings under 'peil:'.")
    var config: String?

    @Option(help: "demo, preproduction or production; kept with the data. Default: demo.")
    var environment: String?

    @Option(help: "The data folder. Default: data.")
    var data: String?

    @Option(help: "The folder of keys, outside the data folder and its backups. Default: keys.")
    var keys: String?

    @Option(help: "The folder of agreements. Default: agreements.")
    var agreements: String?

    @Option(help: "The folder of policies, such as roles.yaml. Default: policies.")
    var policies: String?

    @Option(help: "The address to listen on. Default: 127.0.0.1.")
    var host: String?

    @Option(help: "The public port. Default: 8080.")
    var port: String?

    @Option(help: "The port for operators and monitoring, on 127.0.0.1 only. Default: 8081.")
    var managementPort: String?

    @Option(help: "The address by which others know this installation. Default: http://HOST:PORT.")
    var publicURL: String?

    @Option(help: "A libpq connection string; secret. Default: the embedded SQLite in the data folder.")
    var postgres: String?

    @Option(
        help:
            "The mail server, smtp://host:port or smtps://host:port. Default: .eml files in the data folder.")
    var smtp: String?

    @Option(help: "The address that mails come from. Default: noreply@peil.example.")
    var mailSender: String?

    @Option(help: "The port on which systems come in with a certificate. Default: none.")
    var mutualTLSPort: String?

    @Option(help: "PEM file with the certificate of that port, and its chain.")
    var mutualTLSCertificate: String?

    @Option(help: "PEM file with the key of that port.")
    var mutualTLSKey: String?

    @Option(help: "PEM file with the authorities whose client certificates are let in.")
    var mutualTLSTrust: String?

    @Option(
        help:
            "Addresses of proxies that may pass on a certificate (Client-Cert), by commas. Default: none."
    )
    var certificateProxies: String?

    @Option(help: "Mail address for security and accessibility. Default: none.")
    var contact: String?

    @Option(
        help: """
            Where addresses for processing reports may lead: public, loopback (also this machine, without \
            TLS) or private (also private networks). Default: public; in the demo loopback.
            """)
    var pushReach: String?

    @Option(help: "OIN of the organisation that runs this installation. Default: a test OIN.")
    var providerOIN: String?

    @Option(help: "Name of the organisation that runs this installation.")
    var providerName: String?

    @Option(help: "The OpenID Connect issuer by which people sign in. Default: none.")
    var openidIssuer: String?

    @Option(help: "Our client id at that provider.")
    var openidClient: String?

    @Option(
        help: "Our client secret there; secret. Default: private_key_jwt, with our key at /inloggen/sleutels."
    )
    var openidSecret: String?

    @Option(help: "What people know the provider by. Default: DigiD.")
    var openidName: String?

    @Option(help: "The claim with the citizen service number. Default: urn:nl-eid-gdi:1.0:id:bsn.")
    var openidNumberClaim: String?

    @Option(help: "The claim with the person's name. Default: name.")
    var openidNameClaim: String?

    @Option(help: "The claim with the role of staff, out of roles.yaml. Default: staff do not sign in by it.")
    var openidRoleClaim: String?

    @Option(help: "The scopes that are asked for. Default: openid profile.")
    var openidScope: String?

    @Option(
        help: "The least level of assurance. Default: http://eidas.europa.eu/LoA/substantial.")
    var openidLevel: String?

    @OptionGroup(title: "Sign-in of people who work for an organisation")
    var work: WorkSignInOptions

    func settings() async throws -> Settings {
        let given: [String: String?] = [
            "environment": environment, "data": data, "keys": keys, "agreements": agreements,
            "policies": policies, "host": host, "port": port, "management-port": managementPort,
            "public-url": publicURL, "postgres": postgres, "smtp": smtp, "mail-sender": mailSender,
            "mutual-tls-port": mutualTLSPort, "mutual-tls-certificate": mutualTLSCertificate,
            "mutual-tls-key": mutualTLSKey, "mutual-tls-trust": mutualTLSTrust,
            "certificate-proxies": certificateProxies, "contact": contact, "push-reach": pushReach,
            "provider-oin": providerOIN, "provider-name": providerName, "openid-issuer": openidIssuer,
            "openid-client": openidClient, "openid-secret": openidSecret, "openid-name": openidName,
            "openid-number-claim": openidNumberClaim, "openid-name-claim": openidNameClaim,
            "openid-role-claim": openidRoleClaim, "openid-scope": openidScope, "openid-level": openidLevel,
        ]
        let flags = given.merging(work.given) { $1 }.compactMapValues { $0 }
        return try await Settings.read(flags: flags, file: config)
    }
}
