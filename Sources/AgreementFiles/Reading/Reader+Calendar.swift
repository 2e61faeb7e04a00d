import Agreements
import CivilTime

extension Reader {
    func calendar(_ fields: inout Fields) -> WorkCalendar? {
        fields.ask("calendar")
        return fields.has("calendar") ? fields.section("calendar", workCalendar) : nil
    }

    private func workCalendar(_ fields: inout Fields) -> WorkCalendar? {
        let key = declare(&fields, \.calendars)
        let title = fields.value("title", .text)
        let days = fields.value("days", .weekdays)
        let holidays = fields.optionalList("holidays", holiday)
        let deviating = fields.optionalList("deviating_days", deviatingDay)
        guard let key, let title, let days, let holidays, let deviating else { return nil }
        let calendar = WorkCalendar(
            key: key, title: title, days: days, holidays: holidays, deviatingDays: deviating)
        calendars.add(calendar, key)
        return calendar
    }

    private func holiday(_ fields: inout Fields) -> HolidayRule? {
        let name = fields.value("name", .text)
        let day = fields.optional("day", .dayOfYear)
        let easter = fields.optional("easter", .daysFromEaster)
        let onSunday = fields.optional("on_sunday", .choice as Notation<HolidayRule.OnSunday>)
        let years = fields.optional("every", .number(2...100, of: ["jaar"]))
        let from = fields.optional("from", .number(1583...9999))
        guard fields.has("day") != fields.has("easter") else {
            fields.report("day", expected: "either day or easter", found: "both or neither")
            return nil
        }
        if fields.has("every") != fields.has("from") {
            fields.report("every", expected: "every and from together", found: "one of them")
        }
        if fields.has("on_sunday"), !fields.has("day") {
            fields.report("on_sunday", expected: "a day with on_sunday", found: "easter")
        }
        guard let name else { return nil }
        let every = years.flatMap { years in from.map { HolidayRule.Every(years: years, from: $0) } }
        let rule = day.map { HolidayRule.Rule.day(month: $0.month, day: $0.day, onSunday: onSunday) }
        return (rule ?? easter.map { .easter(daysAfter: $0) })
            .map { HolidayRule(name: name, rule: $0, every: every) }
    }

    private func deviatingDay(_ fields: inout Fields) -> DeviatingDay? {
        let date = fields.value("date", .date)
        let title = fields.value("title", .text)
        let opening = fields.value("hours", .openingOfDay)
        guard let date, let title, let opening else { return nil }
        return DeviatingDay(date: date, title: title, hours: opening.hours)
    }
}

extension Notation<Int> {
    /// Days after Easter Sunday; before it with a minus.
    fileprivate static var daysFromEaster: Notation {
        number(-100...200)
    }
}
