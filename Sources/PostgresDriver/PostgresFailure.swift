import CLibPQ
import SQL

/// What the server answered instead of a result.
struct PostgresFailure {
    /// Five characters, of which the first two are the class (PostgreSQL, Appendix A); nil when the
    /// connection failed.
    private let state: String?
    private let message: String
    private let constraint: SQLError.Constraint?

    init(_ answer: OpaquePointer) {
        state = field(peil_diag_sqlstate, of: answer)
        message =
            field(peil_diag_message, of: answer) ?? String(cString: PQresultErrorMessage(answer))
        constraint = state.flatMap { constraintNamed(in: answer, state: $0) }
    }

    init(of handle: OpaquePointer) {
        state = nil
        message = String(cString: PQerrorMessage(handle))
        constraint = nil
    }

    /// A prepared statement whose table was changed since, or which is gone: prepared anew it will run.
    var isOutdatedPlan: Bool { state == "0A000" || state == "26000" }

    var error: SQLError {
        if let constraint { return .constraint(constraint) }
        guard let state else { return .unavailable(firstLine) }
        switch state {
        case "40001", "40P01", "55P03": return .contention
        case "25006": return .writeInView
        case "22021": return .zeroCharacter
        default: return error(ofClass: String(state.prefix(2)), state)
        }
    }

    private func error(ofClass class: String, _ state: String) -> SQLError {
        switch `class` {
        // Connection, resources (53100: the disk is full), operator, system.
        case "08", "53", "57", "58": .unavailable("\(firstLine) (\(state))")
        // Syntax and names; the texts of the other classes can hold values.
        case "42": .statement("\(firstLine) (\(state))")
        default: .statement("SQLSTATE \(state)")
        }
    }

    private var firstLine: String {
        message.split(separator: "\n").first.map(String.init) ?? "no reason given"
    }
}

/// Which constraint refused, in the names of ``SQLError/Constraint``.
private func constraintNamed(in answer: OpaquePointer, state: String) -> SQLError.Constraint? {
    let name = field(peil_diag_constraint, of: answer)
    return switch state {
    case "23505": .init(kind: .unique, name: name)
    case "23514": .init(kind: .check, name: name)
    case "23503": .init(kind: .foreignKey, name: nil)
    case "23502":
        .init(
            kind: .notNull,
            name: [field(peil_diag_table, of: answer), field(peil_diag_column, of: answer)]
                .compactMap(\.self).joined(separator: "."))
    default: nil
    }
}
