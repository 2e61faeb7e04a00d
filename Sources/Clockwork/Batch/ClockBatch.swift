public import Agreements
import CivilTime
// FoundationEssentials for its JSON decoder.
import FoundationEssentials

/// Answers the questions of `peil clock --batch`, a line each, in order.
public struct ClockBatch {
    /// By the name that a question gives.
    private let calendars: [String: WorkCalendar]
    private let decoder = JSONDecoder()
    private var compiled: [Hours: WorkingHours] = [:]
    private let windowLimit: Int

    /// A compiled window is a megabyte, made in about a millisecond: enough are kept for questions that go
    /// round a few tables of hours, and a file of nothing but different ones does not fill the memory.
    public static let windowsKept = 128

    private struct Hours: Hashable {
        let window: ClockQuestion.Window
        let holidays: String?
    }

    /// - Parameter calendars: whose holidays a question may ask for, by the name of the agreement.
    public init(calendars: [String: WorkCalendar], keeping windowLimit: Int = windowsKept) {
        self.calendars = calendars
        self.windowLimit = windowLimit
    }

    /// The calendars of agreements by their names: of each the first that its document sets.
    public static func calendars(of agreements: [Agreement]) -> [String: WorkCalendar] {
        let named = agreements.compactMap { agreement in
            agreement.calendars.first.map { (agreement.name, $0) }
        }
        return Dictionary(named) { first, _ in first }
    }

    /// The answer to a line, without its line end: a deadline, or what is wrong with the question.
    public mutating func answer(to line: LineCutter.Line) -> String {
        var id = ClockQuestionID.unknown
        do throws(ClockQuestionError) {
            guard case .bytes(let bytes) = line else {
                throw ClockQuestionError(
                    id: .unknown, reason: "the line is longer than \(LineCutter.bytesLimit) bytes")
            }
            let question = try ClockQuestion(json: bytes, with: decoder)
            id = question.id
            let deadline = try deadline(of: question)
            return "{\"id\":\(id.json),\"deadline\":\"\(deadline.amsterdamRFC3339)\"}"
        } catch {
            return "{\"id\":\(error.id.json),\"error\":\(JSONText.quoted(error.reason))}"
        }
    }

    private mutating func deadline(of question: ClockQuestion) throws(ClockQuestionError) -> Instant {
        let horizon = WorkingHours.horizon
        let years = "\(horizon.start.localDate.year) up to \(horizon.end.localDate.year)"
        guard horizon.contains(question.start) else {
            throw ClockQuestionError(id: question.id, reason: "start lies outside the years \(years)")
        }
        guard question.budgetMicroseconds <= horizon.microseconds else {
            throw ClockQuestionError(id: question.id, reason: "budget_seconds is more than fits in \(years)")
        }
        let clock = Clock(
            limit: SpanLimit(.atMost, Span(.working(microseconds: question.budgetMicroseconds), text: "")),
            hours: try hours(of: question), start: question.start,
            pauses: question.pauses.map { Pause(from: $0.start, to: $0.end, reason: "", responsible: "") })
        guard let deadline = clock.deadline else {
            throw ClockQuestionError(id: question.id, reason: "the deadline lies outside the years \(years)")
        }
        return deadline
    }

    private mutating func hours(of question: ClockQuestion) throws(ClockQuestionError) -> WorkingHours {
        let key = Hours(window: question.window, holidays: question.holidays)
        if let hours = compiled[key] { return hours }
        let hours: WorkingHours
        do {
            hours = try WorkingHours(key.window.hours, calendar: try calendar(for: question))
        } catch let error as ClockQuestionError {
            throw error
        } catch {
            throw ClockQuestionError(id: question.id, reason: "the window never opens")
        }
        if compiled.count >= windowLimit, let any = compiled.keys.first { compiled[any] = nil }
        compiled[key] = hours
        return hours
    }

    /// The holidays and closed days of the agreement, on the days of the week that the question names.
    private func calendar(for question: ClockQuestion) throws(ClockQuestionError) -> WorkCalendar? {
        guard let name = question.holidays else { return nil }
        guard let calendar = calendars[name] else {
            let known = calendars.keys.sorted().joined(separator: ", ")
            throw ClockQuestionError(
                id: question.id,
                reason: "holidays: there is no agreement '\(name.prefix(100))' with a calendar; "
                    + (known.isEmpty ? "none is known" : "known are \(known)"))
        }
        let days = question.window.days
        return WorkCalendar(
            key: calendar.key, title: calendar.title, days: days, holidays: calendar.holidays,
            deviatingDays: calendar.deviatingDays.filter { days.contains($0.date.weekday) })
    }
}

extension ClockQuestion.Window {
    fileprivate var hours: OpeningHours {
        .weekly([OpeningHours.Group(days: days, ranges: [HoursRange(from: from, to: to)])])
    }
}
