import CivilTime

/// Lays out the openings of a century of days.
///
/// The offset to UTC is looked up once per half year, and only on the two days a year the clock is changed,
/// and the eves of those, are moments found the slow way.
struct OpeningCompiler {
    private let days: OpeningDays
    /// By the day of the week, Monday first.
    private let ranges: [[HoursRange]]
    /// The days that differ from their day of the week, in order.
    private let exceptions: [(day: Int, ranges: [HoursRange])]
    private var starts: [Int64] = []
    private var ends: [Int64] = []

    private static let years = 1996...2099
    private static let firstDay = day(years.lowerBound)
    private static let endDay = day(years.upperBound + 1)

    static let horizon = Interval(
        from: Instant(startOf: CivilDate(dayNumber: firstDay)),
        to: Instant(startOf: CivilDate(dayNumber: endDay)))

    init(_ days: OpeningDays) {
        self.days = days
        let calendar = days.hours == .always ? nil : days.calendar
        ranges = Weekday.allCases.map { weekday in
            guard calendar?.days.contains(weekday) ?? true else { return [] }
            return days.hours.ranges(on: weekday).inOrder
        }
        exceptions = calendar.map(Self.exceptions) ?? []
    }

    private static func exceptions(of calendar: WorkCalendar) -> [(day: Int, ranges: [HoursRange])] {
        var found: [Int: [HoursRange]] = [:]
        // A rule may lead into a neighbouring year.
        for date in calendar.holidays(in: years.lowerBound - 1...years.upperBound + 1).keys {
            found[date.dayNumber] = []
        }
        for deviation in calendar.deviatingDays.reversed() {
            found[deviation.date.dayNumber] =
                deviation.hours?.ranges(on: deviation.date.weekday).inOrder ?? []
        }
        return found.map { (day: $0.key, ranges: $0.value) }.sorted { $0.day < $1.day }
    }

    consuming func openTime() -> OpenTime {
        guard days.hours != .always else { return OpenTime([Self.horizon]) }
        // The eve of the horizon may run into it.
        layOut(from: Self.firstDay - 1, to: Self.endDay)
        return OpenTime(starts: starts, ends: ends)
    }

    private mutating func layOut(from first: Int, to end: Int) {
        var weekday = CivilDate(dayNumber: first).weekday.rawValue - 1
        var exception = exceptions.partitioned(before: first)
        var changes = ClockChanges(from: first)
        for day in first..<end {
            var today = ranges[weekday]
            if exception < exceptions.count, exceptions[exception].day == day {
                today = exceptions[exception].ranges
                exception += 1
            }
            add(today, on: day, changes.offset(on: day))
            weekday = weekday == 6 ? 0 : weekday + 1
        }
    }

    private mutating func add(_ ranges: [HoursRange], on day: Int, _ offset: Int64?) {
        for range in ranges {
            if let offset {
                let midnight = Int64(day) * .microsecondsInDay - offset
                let end = midnight + range.to.microseconds + (range.endsNextDay ? .microsecondsInDay : 0)
                add(midnight + range.from.microseconds, end)
            } else if let interval = range.interval(on: CivilDate(dayNumber: day)) {
                add(interval.start.microseconds, interval.end.microseconds)
            }
        }
    }

    private mutating func add(_ start: Int64, _ end: Int64) {
        let start = max(start, Self.horizon.start.microseconds)
        let end = min(end, Self.horizon.end.microseconds)
        guard start < end else { return }
        if let last = ends.last, start <= last {
            ends[ends.count - 1] = max(last, end)
        } else {
            starts.append(start)
            ends.append(end)
        }
    }

    private static func day(_ year: Int) -> Int {
        CivilDate(year: year, month: 1, day: 1)?.dayNumber ?? 0
    }
}

/// The offset to UTC of one day after another.
private struct ClockChanges {
    private var year: Int
    private var isSummer: Bool
    private var nextChange: Int

    /// From a day in the winter before the first change of its year or after the last.
    init(from day: Int) {
        year = CivilDate(dayNumber: day).year + 1
        isSummer = false
        nextChange = Amsterdam.changeDays(in: year).spring.dayNumber
    }

    /// Microseconds ahead of UTC all day and the next; nil where the clock is changed in that time.
    mutating func offset(on day: Int) -> Int64? {
        if day > nextChange { pass() }
        guard day + 1 < nextChange else { return nil }
        return isSummer ? 7_200_000_000 : 3_600_000_000
    }

    private mutating func pass() {
        isSummer.toggle()
        if !isSummer { year += 1 }
        let days = Amsterdam.changeDays(in: year)
        nextChange = isSummer ? days.autumn.dayNumber : days.spring.dayNumber
    }
}

extension [HoursRange] {
    fileprivate var inOrder: [HoursRange] { sorted { $0.from < $1.from } }
}

extension [(day: Int, ranges: [HoursRange])] {
    /// The index of the first exception on or after a day.
    fileprivate func partitioned(before day: Int) -> Int {
        firstIndex { $0.day >= day } ?? count
    }
}

extension Int64 {
    fileprivate static let microsecondsInDay: Int64 = 86_400_000_000
}
