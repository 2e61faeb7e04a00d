import AgreementFiles
import Agreements
import CivilTime
import Testing

/// Values that are written as they should not be.
struct WrongValueTests {
    @Test(arguments: [
        ("days: ma-vr", "days: vr-ma", "calendar.days"),
        ("days: ma-vr", "days: ma,ma", "calendar.days"),
        ("day: 27 april", "day: 31 april", "calendar.holidays[1].day"),
        ("day: 27 april", "day: 27 april\n          easter: 1", "calendar.holidays[1].day"),
        ("every: 5 jaar", "every: 0 jaar", "calendar.holidays[2].every"),
        ("          from: 2000\n", "", "calendar.holidays[2].every"),
        ("hours: closed", "hours: dicht", "calendar.deviating_days[1].hours"),
        ("hours: 08:30-18:00", "hours: 08.30-18.00", "service_windows[1].hours"),
        ("hours: 08:30-18:00", "hours: 08:30-08:30", "service_windows[1].hours"),
        ("hours: 08:30-18:00", "hours: none", "service_windows[1].hours"),
        ("hours: 08:30-18:00", "hours: za,zo 08:30-18:00", "service_windows[1].hours"),
        ("hours: 08:30-18:00", "hours: 08:30-18:00\n        production: 24x7", "service_windows[1].hours"),
        ("; za 10:00-14:00", "; wo 10:00-14:00", "service_windows[2].production"),
        ("every: 2e woensdag", "every: 6e woensdag", "maintenance_windows[1].every"),
        ("every: 2e woensdag", "every: 2e woendag", "maintenance_windows[1].every"),
        ("every: 2e woensdag van de maand", "every: 2e woensdag", "maintenance_windows[1].every"),
        ("every: 2e woensdag van de maand", "every: dag\n        on: za", "maintenance_windows[1].on"),
        (
            "        calendar: werkdagen\n        production: 22", "        production: 22",
            "maintenance_windows[2].calendar"
        ),
        ("dates: [2026-03-05]", "dates: [2026-02-30]", "maintenance_windows[3].dates[1]"),
    ])
    func `KL-01 days, hours and recurrences have one notation`(from: String, to: String, key: String) throws {
        let found = try SmallAgreement.problems(from, to)
        #expect(found.map(\.key) == [key])
        #expect(found.map(\.clause) == ["KL-01"])
    }

    @Test(arguments: [
        "6 klokken", "klokuren", "6", "6  klokuren", "-1 klokuren", "0 klokuren", "6,5555 klokuren",
        "0,0001 ms", "1000000 uur", "0 werkdagen", "1,5 werkdagen", "99999 werkdagen",
        "10 dagen van 25 werkuren",
        "10 dagen van werkuren", "in  overleg", "999999999999999999 uur", "6 Klokuren",
    ])
    func `a span that is none is refused`(span: String) throws {
        let found = try SmallAgreement.problems("at_most: 6 klokuren", "at_most: \(span)")
        #expect(found.map(\.key) == ["norms[1].at_most"])
        #expect(found.allSatisfy { $0.expected.hasPrefix("a span such as 6 klokuren") })
    }

    @Test(arguments: [
        ("at_most: 6 klokuren", "at_most: 6 klokuren\n        less_than: 6 klokuren", "norms[1].at_most"),
        ("        at_most: 6 klokuren\n", "", "norms[1].at_most"),
        ("at_most: 6 klokuren", "at_most: 6 werkuren", "norms[1].window"),
        ("at_most: 6 klokuren", "at_most: 2 werkdagen", "norms[1].window"),
        ("        operator: less_than\n", "", "norms[2].operator"),
        ("high: [2 werkuren, 1 werkdag]", "high: [2 werkuren]", "norms[2].per_cell"),
        ("low: [10 dagen van 8 werkuren, in overleg]", "laag: [direct, direct]", "norms[2].per_cell"),
        ("warn_before: [1 uur]", "warn_before: [1 werkdag]", "norms[1].warn_before[1]"),
        ("        counter_window: kantoor\n", "", "norms[1].counter_window"),
        ("        window: piket\n", "", "norms[3].window"),
        ("maximum: 225", "maximum: 0", "norms[3].maximum"),
        ("at_most: 3 %", "at_most: 103 %", "norms[4].at_most"),
        ("at_most: 3 %", "at_most: 3 %\n        at_least: 3 %", "norms[4].at_least"),
        ("        at_most: 3 %\n", "", "norms[4].at_least"),
        ("more_than: 7,5", "more_than: 7.5", "norms[6].more_than"),
        ("horizon: 6 kwartalen", "horizon: 6 maanden", "norms[9].horizon"),
        ("seen_by: disturbances", "seen_by: disturbances\n        month: mean", "norms[10].mean_month_hours"),
        ("kind: mean", "kind: average", "norms[6].kind"),
        ("at_least: 10 werkdagen", "at_least: 10 klokuren", "notices[1].at_least"),
        ("        calendar: werkdagen\n        late", "        late", "notices[1].calendar"),
    ])
    func `KL-03 the parts of a norm fit each other`(from: String, to: String, key: String) throws {
        let found = try SmallAgreement.problems(from, to)
        #expect(found.map(\.key) == [key])
        #expect(found.map(\.clause) == ["KL-03"])
    }

    @Test(arguments: [
        ("before: 1 september", "before: 30 februari", "KL-04", "duties[1].before"),
        ("in_quarter: 1", "in_quarter: 5", "KL-04", "duties[1].in_quarter"),
        ("how: [phone, mail]", "how: [fax]", "KL-04", "communications[1].how[1]"),
        ("how: [phone, mail]", "how: []", "KL-04", "communications[1].how"),
        ("every: kwartaal", "every: 3 maanden", "KL-04", "reports[1].every"),
        ("number: 2", "number: 1", "KL-02", "priorities[2].number"),
        ("high: [1, 2]", "high: [1, 3]", "KL-02", "priority_matrix.rows.high[2]"),
        ("high: [1, 2]", "high: [1]", "KL-02", "priority_matrix.rows"),
        ("low: [2, 2]", "middle: [2, 2]", "KL-02", "priority_matrix.rows"),
    ])
    func `other values are held against what may stand there`(
        from: String, to: String, clause: String, key: String
    ) throws {
        let found = try SmallAgreement.problems(from, to)
        #expect(found.map(\.key).first == key)
        #expect(found.map(\.clause).first == clause)
    }

    @Test func `17:00 is a time and never a number of base 60`() throws {
        let file = try SmallAgreement.file("hours: 08:30-18:00", "hours: 17:00-18:00")
        let window = try #require(file.agreement.serviceWindows.first)
        #expect(window.hours[.production]?.ranges(on: .monday).map { "\($0.from)" } == ["17:00"])
    }
}
