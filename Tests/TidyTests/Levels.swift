/// Which module may import which: the table behind the arrows of `docs/architecture.md`.
enum Levels {
    /// From the bottom up. A module imports modules of lower levels only.
    static let modules: [[String]] = [
        ["CivilTime", "Markup"],
        ["SQL", "Agreements", "OpenAPI", "XML", "JSON", "Gzip", "Mail", "Outbound", "Sealing", "WebPush"],
        [
            "SQLiteDriver", "PostgresDriver", "Blobs", "AgreementFiles", "Clockwork", "Identity", "Journal",
            "Work",
        ],
        ["MessageBox", "PersonalData", "RunningCases"],
        ["ServiceLevels"],
        ["Routes"],
        ["API", "Portal"],
        ["Platform", "Load"],
        ["peil"],
    ]

    /// The modules that do a job for one of ours: the only ones that may import them.
    static let thirdParty: [String: Set<String>] = [
        "GRDB": ["SQLiteDriver"],
        "GRDBSQLite": ["SQLiteDriver"],
        "CLibPQ": ["PostgresDriver"],
        "CLibXML2": ["XML"],
        "CLibCurl": ["Mail"],
        "CZlib": ["Gzip"],
        "JWTKit": ["Identity"],
        "X509": ["Identity"],
        "SwiftASN1": ["Identity"],
        "Yams": ["AgreementFiles"],
        "AsyncHTTPClient": ["Outbound"],
        "Hummingbird": ["Routes", "API", "Portal", "Platform"],
        "HummingbirdCore": ["Routes", "Platform"],
        "HummingbirdTLS": ["Platform"],
        "HTTPTypes": ["Routes", "API", "Portal", "Platform"],
        "NIOSSL": ["Outbound", "Routes", "Platform"],
        "Configuration": ["Platform"],
        "ArgumentParser": ["peil"],
    ]

    /// Used where needed.
    static let everywhere: Set = [
        "NIOCore", "Logging", "Metrics", "Crypto", "ServiceLifecycle", "UnixSignals", "NIOHTTP1", "NIOPosix",
        "SystemPackage",
        "Swift", "Dispatch", "Synchronization", "Glibc", "Darwin", "FoundationEssentials",
    ]

    /// Foundation brings 41 MB of language tables: below the level of HTTP, an import says in a comment why
    /// it is there.
    static let firstWithFoundation = 5

    static func level(of module: String) -> Int? {
        modules.firstIndex { $0.contains(module) }
    }
}
