import API
import CivilTime
import Hummingbird
import HummingbirdTLS
import Identity
public import Logging
import MessageBox
import NIOSSL
import Portal
import Routes
import SQL
import ServiceLevels
import ServiceLifecycle
import UnixSignals
import Work

/// The server of an installation: its listeners and its workers, as one group of services.
public struct Server: Sendable {
    let installation: Installation
    let tokens: AccessTokens
    let responseTimes: ResponseTimes
    let metrics: PrometheusMetrics
    let logger: Logger
    let policy: RolePolicy
    let certificates = CertificateRegister()
    let devices: DeviceRoute
    let secret: OperatorSecret
    let signIn: SignInParts
    let started: @Sendable (Int) -> Void

    /// - Parameter started: told the public port once it takes connections.
    public static func make(
        _ installation: Installation, logger: Logger, started: @escaping @Sendable (Int) -> Void
    ) async throws -> Server {
        let signIn = try SignInParts(installation)
        return Server(
            installation: installation,
            tokens: try await AccessTokens(
                keys: installation.keys, issuer: installation.settings.publicURL, apps: signIn.apps),
            responseTimes: ResponseTimes(startedAt: installation.now()), metrics: PrometheusMetrics.installed,
            logger: logger,
            policy: try RolePolicy.read(folder: installation.settings.policiesFolder),
            devices: try installation.settings.deviceRoute(),
            secret: OperatorSecret(text: SessionToken.random().text), signIn: signIn, started: started)
    }

    /// Serves until it is told to stop, or a part of it fails.
    public func run() async throws {
        let settings = installation.settings
        try await registerProbe()
        try RunningServer(
            managementURL: "http://127.0.0.1:\(settings.managementPort)", publicURL: settings.publicURL,
            secret: secret
        ).write(toDataFolder: settings.dataFolder)
        var services: [any Service] = try workers() + [openListener, managementListener]
        if let mutualTLS = settings.mutualTLS { services.append(try mutualTLSListener(mutualTLS)) }
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(Self.shutdownSeconds)
        defer { forgetRunningServer() }
        try await ServiceGroup(configuration: configuration).run()
        try await signIn.close()
        await installation.close()
    }

    /// A connection that says nothing for so long is closed: a place for somebody else.
    private static let idleSeconds: Int64 = 60

    /// How long running requests and work get to end after a signal.
    private static let shutdownSeconds = 20

    private func forgetRunningServer() {
        do {
            try RunningServer.remove(fromDataFolder: installation.settings.dataFolder)
        } catch {
            logger.warning("server.json stays behind", metadata: ["cause": "\(error)"])
        }
    }
}

extension Server {
    private var openListener: some Service {
        let settings = installation.settings
        let router = router(.open(certificateProxies: settings.certificateProxies))
        let started = started
        return Application(
            router: router, server: .http1(configuration: .init(idleTimeout: .seconds(Self.idleSeconds))),
            configuration: .init(address: .hostname(settings.host, port: settings.port)),
            onServerRunning: { channel in started(channel.localAddress?.port ?? settings.port) },
            logger: logger)
    }

    func mutualTLSListener(_ mutualTLS: Settings.MutualTLS) throws -> some Service {
        var tls = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(mutualTLS.certificateFile).map {
                .certificate($0)
            },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: mutualTLS.keyFile, format: .pem)))
        tls.minimumTLSVersion = .tlsv12
        tls.trustRoots = .file(mutualTLS.trustFile)
        tls.certificateVerification = .noHostnameVerification
        return Application(
            router: router(.mutualTLS),
            server: try .tls(
                .http1(configuration: .init(idleTimeout: .seconds(Self.idleSeconds))), tlsConfiguration: tls),
            configuration: .init(address: .hostname(installation.settings.host, port: mutualTLS.port)),
            logger: logger)
    }

    /// For operators and monitoring on the same machine: health, metrics, and the interfaces with the
    /// operator's secret.
    private var managementListener: some Service {
        let router = router(.management(secret))
        let metrics = metrics
        let database = installation.database
        router.get("/metrics") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: .init(byteBuffer: ByteBuffer(string: metrics.text())))
        }
        router.get("/healthz") { _, _ in
            Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "ok\n")))
        }
        router.get("/readyz") { _, _ in
            let one: Int64? = try await database.read { try $0.value("SELECT 1") }
            return Response(
                status: one == 1 ? .ok : .serviceUnavailable,
                body: .init(byteBuffer: ByteBuffer(string: "ready\n")))
        }
        return Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: installation.settings.managementPort)),
            logger: logger)
    }

    /// The whole product behind one door, as each listener serves it.
    func router(_ door: Doorkeeper.Door) -> Router<PeilContext> {
        let router = Router(context: PeilContext.self, options: [.autoGenerateHeadEndpoints])
        let doorkeeper = Doorkeeper(
            door: door, database: installation.database, tokens: tokens, policy: policy,
            certificates: certificates, now: installation.now)
        let pages = portal
        router.mount(
            interfaces.endpoints,
            Mounting(
                doorkeeper: doorkeeper, responseTimes: responseTimes,
                attempts: facilities.rehearsal == nil ? nil : Attempts(facilities)
            ) { problem, request in
                problem.response(instance: request.uri.path)
            })
        router.mount(
            pages.endpoints,
            Mounting(doorkeeper: doorkeeper, responseTimes: responseTimes) { problem, request in
                pages.failurePage(problem, request)
            })
        router.add(middleware: UnknownPaths { request in pages.failurePage(Problem(.notFound), request) })
        return router
    }
}

extension Server {
    private var facilities: Facilities { installation.facilities }

    var interfaces: Interfaces {
        Interfaces(
            facilities: facilities, tokens: tokens, publicURL: installation.settings.publicURL,
            contact: Contact(
                name: installation.settings.provider.name, email: installation.settings.contact,
                publicURL: installation.settings.publicURL),
            subscriptions: installation.subscriptions, reach: installation.settings.pushReach,
            sources: installation.sources, apps: signIn.apps, terms: signIn.terms, devices: devices)
    }

    var portal: PortalPages {
        let settings = installation.settings
        return PortalPages(
            facilities: facilities, sources: installation.sources,
            signIn: signIn.signIn(settings, policy: policy),
            accounts: AccountPolicy(
                terms: signIn.terms, apps: signIn.apps, closedDays: installation.closedAccountDays,
                publicURL: settings.publicURL),
            secureCookies: settings.publicURL.hasPrefix("https://"), contact: settings.contact,
            isDemo: settings.environment == .demo, proxies: settings.certificateProxies,
            parties: installation.parties, devices: devices)
    }

    /// Receivers of reports that are served at once: waiting for one takes a task, not a thread, and as many
    /// may hang before anybody else waits.
    private static let receiversAtOnce = 64

    /// Browsers know a handful of push services; one that hangs holds a place for ten seconds.
    private static let pushServicesAtOnce = 16

    /// One worker a core on batches and on subscriptions; one on notifications, whose single lane keeps the
    /// order.
    private func workers() throws -> [any Service] {
        let now = installation.now
        let processing = ProcessingLane(facilities: facilities, now: now)
        let listing = SubscriptionLane(
            facilities: facilities, rules: installation.subscriptions, now: now)
        let notifying = try installation.notificationSending(now: now)
        let pushing = ReportPushing(facilities: facilities, rules: installation.pushes, now: now)
        return [
            LaneRunner(
                .processing, workers: 2, itemsPerLease: 100, database: installation.database,
                bell: facilities.bell, now: now, logger: logger, serve: processing.serve),
            LaneRunner(
                .notification, workers: 1, itemsPerLease: 200, database: installation.database,
                bell: facilities.bell, now: now, logger: logger, serve: notifying.serve),
            LaneRunner(
                .subscriptions, workers: 2, itemsPerLease: 1, database: installation.database,
                bell: facilities.bell, now: now, logger: logger, serve: listing.serve),
            LaneRunner(
                .reportPush, workers: Self.receiversAtOnce, itemsPerLease: 20,
                database: installation.database, bell: facilities.bell, now: now, logger: logger,
                serve: pushing.serve),
            LaneRunner(
                .devices, workers: Self.pushServicesAtOnce, itemsPerLease: 100,
                database: installation.database, bell: facilities.bell, now: now, logger: logger,
                serve: DeviceTelling(facilities: facilities, route: devices, now: now).serve),
            Housekeeping(
                facilities: facilities, closedAccountDays: installation.closedAccountDays,
                caseEventDays: installation.caseEventDays,
                reofferMicroseconds: installation.pushes.reofferMicroseconds,
                now: now,
                logger: logger),
            ResponseTimesFlushing(responseTimes, database: installation.database, logger: logger, now: now),
        ]
    }

    /// The probe is a client of the organisation that runs this installation; its key lies with the other
    /// keys.
    private func registerProbe() async throws {
        let settings = installation.settings
        let key = try ProbeKey.loadOrCreate(folder: settings.keysFolder)
        let now = installation.now()
        try await installation.database.write { transaction in
            let provider = try Organisation.register(
                oin: settings.provider.oin, name: settings.provider.name, in: transaction, at: now)
            try Client.add(
                id: ProbeKey.client, organisation: provider, scopes: [.probe], jwks: key.jwks,
                in: transaction,
                at: now)
        }
    }
}

/// A path that no route serves gets the page for that, or a problem where a system asked.
private struct UnknownPaths: RouterMiddleware {
    typealias Context = PeilContext
    let page: @Sendable (Request) -> Response

    func handle(
        _ request: Request, context: PeilContext, next: (Request, PeilContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let path = request.uri.path
            let isForSystems = ["/api/", "/koppelvlak/", "/oauth/"].contains { path.hasPrefix($0) }
            let answer = isForSystems ? Problem(.notFound).response(instance: path) : page(request)
            return answer.secured(at: path)
        }
    }
}
