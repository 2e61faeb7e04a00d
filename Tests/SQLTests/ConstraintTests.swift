import SQL
import TestKit
import Testing

@Suite struct ConstraintTests {
    private let schema = Migration(
        "constraint 0001",
        [
            "CREATE TABLE owner (id \(.integer) PRIMARY KEY) \(.strict)",
            """
            CREATE TABLE plot (
              id \(.bytes) PRIMARY KEY,
              street \(.text) NOT NULL,
              number \(.integer) NOT NULL UNIQUE,
              area \(.integer) NOT NULL CONSTRAINT plot_area_positive CHECK (area > 0),
              owner \(.integer) REFERENCES owner (id)
            ) \(.strict)
            """,
            "CREATE UNIQUE INDEX plot_place ON plot (street, area)",
            "CREATE UNIQUE INDEX plot_owner ON plot (owner) WHERE owner IS NOT NULL",
            "CREATE TABLE tag (plot \(.bytes), word \(.text), PRIMARY KEY (plot, word)) \(.keyed)",
            "INSERT INTO owner VALUES (1)",
        ])

    struct Breach: Sendable, CustomTestStringConvertible {
        let statement: Statement
        let constraint: SQLError.Constraint
        var testDescription: String { "\(constraint.kind) \(constraint.name ?? "")" }
    }

    static let breaches: [Breach] = [
        Breach(
            statement: "INSERT INTO plot VALUES (\([1] as [UInt8]), 'Kade', 2, 5, NULL)",
            constraint: .init(kind: .unique, name: "plot_pkey")),
        Breach(
            statement: "INSERT INTO owner VALUES (1)", constraint: .init(kind: .unique, name: "owner_pkey")),
        Breach(
            statement: "INSERT INTO tag VALUES (\([9] as [UInt8]), 'groen')",
            constraint: .init(kind: .unique, name: "tag_pkey")),
        Breach(
            statement: "INSERT INTO plot VALUES (\([2] as [UInt8]), 'Kade', 1, 5, NULL)",
            constraint: .init(kind: .unique, name: "plot_number_key")),
        Breach(
            statement: "INSERT INTO plot VALUES (\([2] as [UInt8]), 'Dijk', 2, 10, NULL)",
            constraint: .init(kind: .unique, name: "plot_place")),
        Breach(
            statement: "INSERT INTO plot VALUES (\([2] as [UInt8]), 'Kade', 2, 5, 1)",
            constraint: .init(kind: .unique, name: "plot_owner")),
        Breach(
            statement: "INSERT INTO plot VALUES (\([2] as [UInt8]), 'Kade', 2, 0, NULL)",
            constraint: .init(kind: .check, name: "plot_area_positive")),
        Breach(
            statement: "INSERT INTO plot VALUES (\([2] as [UInt8]), \(String?.none), 2, 5, NULL)",
            constraint: .init(kind: .notNull, name: "plot.street")),
        Breach(
            statement: "INSERT INTO plot VALUES (\([2] as [UInt8]), 'Kade', 2, 5, 99)",
            constraint: .init(kind: .foreignKey, name: nil)),
    ]

    @Test(arguments: TestDatabase.kinds, breaches)
    func `a constraint has the same name on both databases`(
        kind: TestDatabase.Kind, breach: Breach
    ) async throws {
        try await withDatabase(kind, [schema]) { database in
            try await database.write { act in
                try act.run("INSERT INTO tag VALUES (\([9] as [UInt8]), 'groen')")
                try act.run("INSERT INTO plot VALUES (\([1] as [UInt8]), 'Dijk', 1, 10, 1)")
            }
            await #expect(throws: SQLError.constraint(breach.constraint)) {
                try await database.write { try $0.run(breach.statement) }
            }
        }
    }
}
