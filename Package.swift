// swift-tools-version: 6.2
import PackageDescription

/// Every target compiles under the same rules; see `docs/architecture.md` for the levels the arrows follow.
let rules: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: rules)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: rules)
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")

let package = Package(
    name: "peil",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "peil", targets: ["peil"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
        .package(url: "https://github.com/vapor/jwt-kit.git", exact: "5.7.1"),
        .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-certificates.git", exact: "1.21.1"),
        .package(url: "https://github.com/apple/swift-asn1.git", exact: "1.7.4"),
        .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
        .package(
            url: "https://github.com/apple/swift-configuration.git", exact: "1.4.0",
            traits: ["YAML", "CommandLineArguments"]),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
        .package(url: "https://github.com/swift-server/async-http-client.git", exact: "1.37.0"),
        .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics.git", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-system.git", exact: "1.8.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibPQ", path: "System/CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CLibXML2", path: "System/CLibXML2", pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CLibCurl", path: "System/CLibCurl", pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CZlib", path: "System/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // Level 0
        module("CivilTime"),
        module("Markup", resources: [.embedInCode("CSS")]),

        // Level 1
        module("SQL", ["CivilTime"]),
        module("Agreements", ["CivilTime"]),
        module("OpenAPI"),
        module("XML", ["CLibXML2"]),
        module("Gzip", ["CZlib"]),
        module("JSON"),
        module("Mail", ["CLibCurl", "CivilTime"]),
        module(
            "Outbound",
            [
                "CivilTime", .product(name: "AsyncHTTPClient", package: "async-http-client"), nio,
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        module("Sealing", [crypto]),
        module("WebPush", ["CivilTime", crypto]),

        // Level 2
        module(
            "SQLiteDriver",
            [
                "SQL", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        module("PostgresDriver", ["SQL", "CLibPQ"]),
        module("Blobs", ["SQL", "CivilTime", "Sealing", crypto]),
        module(
            "AgreementFiles",
            ["Agreements", "CivilTime", "SQL", crypto, .product(name: "Yams", package: "Yams")]),
        module(
            "Identity",
            [
                "CivilTime", "SQL", "Sealing", "Outbound", crypto,
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
            ]),
        module("Journal", ["CivilTime", "SQL", "Sealing"]),
        module("Work", ["CivilTime", "SQL", logging, metrics, lifecycle]),

        module("Clockwork", ["CivilTime", "Agreements"]),

        // Level 3
        module(
            "MessageBox",
            [
                "CivilTime", "WebPush", "SQL", "XML", "Mail", "Markup", "Sealing", "Blobs", "Identity",
                "Journal", "Work", "Outbound",
                "Agreements", crypto,
            ]),

        module(
            "PersonalData",
            [
                "CivilTime", "SQL", "JSON", "Sealing", "Outbound", "Agreements", "Identity", "Journal",
            ]),
        module("RunningCases", ["CivilTime", "SQL", "JSON", "Sealing", "Identity", "Journal"]),

        // Level 4
        module(
            "ServiceLevels",
            [
                "CivilTime", "SQL", "Agreements", "AgreementFiles", "MessageBox", "PersonalData", logging,
                lifecycle,
            ]),

        // Level 5
        module(
            "Routes",
            [
                "CivilTime", "WebPush", "SQL", "JSON", "Identity", "MessageBox", "PersonalData",
                "RunningCases",
                "ServiceLevels", "OpenAPI", "XML", crypto, hummingbird, httpTypes, nio, logging, metrics,
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        // Level 6
        module(
            "API",
            [
                "CivilTime", "WebPush", "SQL", "Agreements", "AgreementFiles", "Identity", "Journal", "Mail",
                "MessageBox", "PersonalData", "RunningCases", "ServiceLevels", "Routes", "OpenAPI", "Gzip",
                "Outbound", hummingbird,
                httpTypes, nio,
            ],
            resources: [.embedInCode("Validation/validatie.wsdl")]),
        module(
            "Portal",
            [
                "CivilTime", "WebPush", "SQL", "Markup", "Gzip", "Agreements", "AgreementFiles", "Identity",
                "Journal", "MessageBox", "PersonalData", "RunningCases", "ServiceLevels", "Routes",
                hummingbird, httpTypes, nio, logging,
            ],
            resources: [.embedInCode("App/Files")]),
        // Level 7
        module(
            "Platform",
            [
                "CivilTime", "WebPush", "SQL", "SQLiteDriver", "PostgresDriver", "Sealing", "Blobs", "Mail",
                "Outbound",
                "Agreements", "AgreementFiles", "Identity", "Journal", "Work", "MessageBox", "PersonalData",
                "RunningCases",
                "ServiceLevels", "XML", "Routes", "API", "Portal", hummingbird, logging, metrics, lifecycle,
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"), nio,
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        module("Load", ["CivilTime", "SQL", "Agreements", "Identity", "MessageBox"]),
        // Level 8
        .executableTarget(
            name: "peil",
            dependencies: [
                "Platform", "Load", "Outbound", "CivilTime", "Identity", "ServiceLevels", "Routes",
                "Agreements", "AgreementFiles", "Clockwork",
                .product(name: "ArgumentParser", package: "swift-argument-parser"), logging, lifecycle,
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: rules),

        // Tests, and what they share
        module(
            "TestKit",
            [
                "CivilTime", "SQL", "SQLiteDriver", "PostgresDriver", nio,
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        tests("TidyTests", []),
        tests("CivilTimeTests", ["CivilTime"]),
        tests("MarkupTests", ["Markup"]),
        tests("SQLTests", ["CivilTime", "SQL", "SQLiteDriver", "TestKit"]),
        tests("AgreementsTests", ["Agreements", "CivilTime"]),
        tests("AgreementFilesTests", ["AgreementFiles", "Agreements", "CivilTime", "SQL", "TestKit"]),
        tests("ClockworkTests", ["Clockwork", "Agreements", "CivilTime"]),
        tests("OpenAPITests", ["OpenAPI"]),
        tests("XMLTests", ["XML"]),
        tests("GzipTests", ["Gzip"]),
        tests("JSONTests", ["JSON"]),
        tests(
            "PersonalDataTests",
            [
                "PersonalData", "Identity", "Journal", "Agreements", "Sealing", "SQL", "CivilTime", "TestKit",
                "Outbound", nio,
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        tests(
            "RunningCasesTests",
            ["RunningCases", "Identity", "Journal", "JSON", "Sealing", "SQL", "CivilTime", "TestKit"]),
        tests("MailTests", ["Mail", "CivilTime", "TestKit"]),
        tests("SealingTests", ["Sealing"]),
        tests("WebPushTests", ["WebPush", "CivilTime", crypto]),
        tests("BlobsTests", ["Blobs", "SQL", "CivilTime", "Sealing", "TestKit", crypto]),
        tests("JournalTests", ["Journal", "SQL", "CivilTime", "Sealing", "TestKit"]),
        tests("WorkTests", ["Work", "SQL", "CivilTime", "TestKit", logging, lifecycle]),
        tests("ExchangeTests", ["MessageBox", "XML", "CivilTime"]),
        tests(
            "ServiceLevelsTests",
            [
                "ServiceLevels", "AgreementFiles", "MessageBox", "PersonalData", "Identity", "Agreements",
                "TestKit", "SQL", "CivilTime", logging,
            ]),
        tests("OutboundTests", ["Outbound", "CivilTime", "TestKit"]),
        tests(
            "ProbeTests",
            [
                "Platform", "ServiceLevels", "Outbound", "TestKit", "CivilTime", logging,
            ]),
        tests(
            "PlatformTests",
            [
                "Platform", "AgreementFiles", "Agreements", "CivilTime", "MessageBox", "PersonalData", "SQL",
                "TestKit",
            ]),
        tests(
            "IdentityTests",
            [
                "Identity", "SQL", "CivilTime", "Sealing", "TestKit", crypto,
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
            ]),
        tests(
            "MessageBoxTests",
            [
                "MessageBox", "WebPush", "Identity", "Journal", "Work", "Blobs", "Sealing", "SQL",
                "CivilTime", "Mail",
                "Markup", "Outbound", "TestKit", crypto, logging, lifecycle, nio,
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        tests(
            "HTTPTests",
            [
                "Platform", "Routes", "API", "Portal", "Identity", "MessageBox", "ServiceLevels", "Work",
                "SQL", "Outbound",
                "OpenAPI", "CivilTime", "TestKit", crypto, hummingbird, httpTypes, nio, logging, lifecycle,
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
            ]),
        tests("PortalViewTests", ["Portal", "Markup", "CivilTime", "Identity"]),
    ]
)
