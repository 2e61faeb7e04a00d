extension WordRule {
    static let errors = [
        WordRule(
            pattern: #"\btry\?"#, instead: "catch the error and say what it means, or let it pass on",
            bad: "let row = try? read()"),
        WordRule(
            pattern: #"\btry!"#, instead: "throw, or use a value that cannot fail",
            bad: "let row = try! read()"),
        WordRule(
            pattern: #"\bas!"#, instead: "use a type that fits, or `as?` with an error",
            bad: "let row = value as! Row"),
        WordRule(
            pattern: #"\bcatch\s*\{\s*\}"#,
            instead: "an error that means nothing says why in a value, not in silence",
            bad: "do { try act() } catch {\n}"),
        WordRule(
            pattern: #"\bfatalError\(\)"#, instead: "say which assumption failed",
            bad: "default: fatalError()"),
    ]

    static let concurrency = [
        WordRule(
            pattern: #"@unchecked\s+Sendable"#, instead: "make it a value, an actor or a Mutex",
            bad: "final class Cache: @unchecked Sendable {}",
            allowed: [
                "Sources/SQLiteDriver": "a connection is lent to one thread at a time",
                "Sources/PostgresDriver": "a connection is lent to one thread at a time",
            ]),
        WordRule(
            pattern: #"\bnonisolated\(unsafe\)"#, instead: "make it a constant, or guard it with a Mutex",
            bad: "nonisolated(unsafe) var count = 0"),
        WordRule(
            pattern: #"\bTask\.detached\b"#, instead: "a service of the group, or a child task",
            bad: "Task.detached { }"),
        WordRule(
            pattern: #"\.shared\b"#, instead: "pass it in", bad: "HTTPClient.shared.get(url)"),
    ]

    static let time = [
        WordRule(
            pattern: #"\bDate\(\)|\bDate\.now\b|\bgettimeofday\("#,
            instead: "time is a parameter: `at now: Instant`",
            bad: "let now = Date()"),
        WordRule(
            pattern: #"\b(?:ISO8601)?DateFormatter\("#, instead: "CivilTime writes and reads moments",
            bad: "DateFormatter()"),
        WordRule(
            pattern: #"\bString\(format:"#, instead: "interpolation, or the digits of CivilTime",
            bad: #"String(format: "%02d", hour)"#),
    ]

    static let names = [
        WordRule(
            pattern: #"\b(?:struct|class|enum|actor|protocol|typealias)\s+\w*"#
                + #"(?:Service|Repository|Manager|Helper|Utils?|Handler|Factory|Mapper|DTO|Mock|Data"#
                + #"|Info)\b"#,
            instead: "name it by what it is or does in the product's own words", bad: "actor TicketManager {}"
        ),
        WordRule(
            pattern: #"\bprotocol\s+\w+Protocol\b"#, instead: "name what conforms to it",
            bad: "protocol BoxProtocol {}"),
    ]

    static let boundaries = [
        WordRule(
            pattern: #"\bStatement\(stringLiteral:"#, instead: "write the statement as a literal with binds",
            bad: "Statement(stringLiteral: text)", places: ["Sources"],
            allowed: [
                "Sources/SQL": "definitions vary by dialect only", testing: "makes names of test databases",
            ]),
        WordRule(
            pattern: #"\bProcessInfo\b|\bgetenv\("#,
            instead: "Platform reads the configuration once and passes values",
            bad: "ProcessInfo.processInfo.environment", places: ["Sources"],
            allowed: [testing: "asks which database the tests may use"]),
        WordRule(
            pattern: #"(?<![\w.])print\("#, instead: "log with swift-log; only the commands print",
            bad: "print(row)", places: ["Sources"],
            allowed: ["Sources/peil": "the command line", testing: "tells who reads the tests"]),
        WordRule(
            pattern: #"[:,(\s]#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b(?!\s*\{)"#,
            instead: "a colour has a name among the design tokens", bad: #"let css = "color: #0a5c7a;""#,
            part: .strings, places: ["Sources"],
            allowed: ["Sources/Markup/Tokens": "where the colours are named"]),
    ]

    static let remarks = [
        WordRule(
            pattern: #"\b(?:TODO|FIXME|XXX)\b"#, instead: "do it now, or open an issue",
            bad: "// TODO: later",
            part: .comments),
        WordRule(
            pattern: #"// MARK: - (?:Properties|Init\w*|Methods|Private)\b"#,
            instead: "a file that needs signposts wants to be two", bad: "// MARK: - Properties",
            part: .comments),
        WordRule(
            pattern: #"(?i)\bnot (?:yet )?implemented\b"#, instead: "build it, or leave it out",
            bad: #"throw Problem("not implemented")"#, part: .everything, places: ["Sources"]),
    ]
}
