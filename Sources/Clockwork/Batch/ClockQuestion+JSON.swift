import CivilTime
// FoundationEssentials for its JSON decoder: a reader of our own would have to be as careful with escapes,
// numbers and depth.
import FoundationEssentials

extension ClockQuestion {
    /// Reads one line.
    init(json bytes: [UInt8], with decoder: JSONDecoder) throws(ClockQuestionError) {
        do {
            self = try decoder.decode(ClockQuestionLine.self, from: Data(bytes)).question
        } catch let error as ClockQuestionError {
            throw error
        } catch DecodingError.typeMismatch {
            throw ClockQuestionError(id: .unknown, reason: "a line is an object: {\"id\": …}")
        } catch {
            throw ClockQuestionError(id: .unknown, reason: "the line is not valid JSON")
        }
    }
}

private struct ClockQuestionLine: Decodable {
    let question: ClockQuestion

    init(from decoder: any Decoder) throws {
        let whole = try decoder.container(keyedBy: AnyKey.self)
        let id = try Self.id(whole)
        do throws(WrongValue) {
            let keys = ["id", "window", "holidays", "start", "budget_seconds", "pauses"]
            let fields = try JSONFields(whole, at: "", knowing: keys)
            let window = try Self.window(try fields.object("window", knowing: ["days", "from", "to"]))
            question = ClockQuestion(
                id: id, window: window, holidays: try fields.optionalText("holidays"),
                start: try fields.moment("start"),
                budgetMicroseconds: try fields.microseconds("budget_seconds"),
                pauses: try fields.intervals("pauses"))
        } catch {
            throw ClockQuestionError(id: id, reason: error.reason)
        }
    }

    private static func id(_ whole: KeyedDecodingContainer<AnyKey>) throws -> ClockQuestionID {
        let key = AnyKey("id")
        do {
            return .text(try whole.decode(String.self, forKey: key))
        } catch DecodingError.typeMismatch {
            do {
                return .number(try whole.decode(Int64.self, forKey: key))
            } catch {
                throw ClockQuestionError(id: .unknown, reason: "id is a text or a whole number")
            }
        } catch {
            throw ClockQuestionError(id: .unknown, reason: "id is missing: a text or a whole number")
        }
    }

    private static func window(_ fields: JSONFields) throws(WrongValue) -> ClockQuestion.Window {
        let daysText = try fields.text("days")
        guard let days = Set<Weekday>(days: daysText) else {
            throw WrongValue(
                "window.days is a range or a list of mon, tue, wed, thu, fri, sat, sun, such as mon-fri")
        }
        guard let from = TimeOfDay(try fields.text("from")), from < .endOfDay else {
            throw WrongValue("window.from is a time from 00:00 to 23:59")
        }
        guard let to = TimeOfDay(try fields.text("to")) else {
            throw WrongValue("window.to is a time from 00:00 to 24:00")
        }
        guard to != from else {
            throw WrongValue(
                "window.from and window.to are the same, so it never opens; a whole day is 00:00 to 24:00")
        }
        return ClockQuestion.Window(days: days, from: from, to: to)
    }
}

extension Set<Weekday> {
    /// `mon-fri`, `tue`, `mon,wed,fri`, `fri-mon`, `mon-wed,sat`; nil for anything else.
    init?(days text: String) {
        let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        var days: Set<Weekday> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map {
                names.firstIndex(of: String($0))
            }
            guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1] else { return nil }
            let count = (last - first + 7) % 7
            for step in 0...count { days.insert(Weekday.allCases[(first + step) % 7]) }
        }
        self = days
    }
}
