import Agreements
import ArgumentParser
import CivilTime
import Clockwork

/// What is known of the case whose clock is asked for. A moment is `2026-04-03 16:00` by the clock of
/// Amsterdam, or has its offset.
struct ClockFacts: ParsableArguments {
    @Option(help: "When the clock starts: \(Instant.writtenForms).")
    var start: String?

    @Option(help: "Which term, such as reaction or resolution. Default: each that the clause has.")
    var term: String?

    @Option(help: "The priority. Default: each that the clause has a norm for.")
    var priority: Int?

    @Option(help: "The impact, a key of the priority matrix; the priority then follows from it.")
    var impact: String?

    @Option(help: "The urgency, a key of the priority matrix.")
    var urgency: String?

    @Option(help: "production, preproduction or test.")
    var environment: String?

    @Option(help: "The component, such as message-box.")
    var component: String?

    @Option(help: "The item of the catalogue.")
    var item: String?

    @Option(help: "The customer organisation, a key of a party.")
    var party: String?

    @Option(
        help: "A time the clock stands still: FROM/TO:party, FROM/:party while it lasts. May be repeated.")
    var pause: [String] = []

    @Option(help: "When it was done.")
    var stop: String?

    @Option(help: "The moment at which the clock is read. Default: its course is shown up to the deadline.")
    var asof: String?

    func request(_ clause: String) throws -> ClockRequest {
        guard let start else { throw ValidationError("--start is needed: \(Instant.writtenForms)") }
        var request = ClockRequest(clause: Clause.ID(clause), start: try Self.moment(start, "--start"))
        request.term = term
        request.priority = priority
        request.impact = impact
        request.urgency = urgency
        request.environment = try environment.map(Environment.init(named:))
        request.component = component
        request.item = item
        request.party = party
        request.pauses = try pause.map { text in
            guard let pause = Pause(written: text) else {
                throw ValidationError("--pause is \(Pause.writtenForm); this is '\(text)'")
            }
            return pause
        }
        request.stop = try stop.map { try Self.moment($0, "--stop") }
        request.asOf = try asof.map { try Self.moment($0, "--asof") }
        if let stop = request.stop, stop < request.start {
            throw ValidationError("--stop lies before --start")
        }
        return request
    }

    /// The start, where it was given.
    func startMoment() throws -> Instant? {
        try start.map { try Self.moment($0, "--start") }
    }

    static func day(_ text: String, _ option: String) throws -> CivilDate {
        guard let day = CivilDate(text) else {
            throw ValidationError("\(option) is a day such as 2026-04-13; this is '\(text)'")
        }
        return day
    }

    static func moment(_ text: String, _ option: String) throws -> Instant {
        guard let moment = Instant(written: text) else {
            throw ValidationError("\(option) is a moment, \(Instant.writtenForms); this is '\(text)'")
        }
        return moment
    }
}

extension Environment {
    init(named name: String) throws {
        guard let environment = Environment(rawValue: name) else {
            let known = Environment.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--environment is one of \(known)")
        }
        self = environment
    }
}
