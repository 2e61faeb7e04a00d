import CivilTime

/// Lays out the openings of a century of days.
///
/// The offset to UTC is looked up once per half year, and only on the two days a year the clock is changed,
/// and the eves of those, are moments found the slow way.
struct OpeningCompiler {
    /// By the day of the week, Monday first.
    private let ranges: [[HoursRange]]
    /// The days that differ from their day of the week, in order.
    private let exceptions: [(day: Int, ranges: [HoursRange])]
    private let bounds = Self.horizon
    private var starts: [Int64] = []
    private var ends: [Int64] = []
    private var openDays: [Int64] = []
    private var closings: [Int64] = []

    private static let years = 1996...2099
    private static let firstDay = day(years.lowerBound)
    private static let endDay = day(years.upperBound + 1)

    static let horizon = Interval(
        from: Instant(startOf: CivilDate(dayNumber: firstDay)),
        to: Instant(startOf: CivilDate(dayNumber: endDay)))

    /// What is open always is laid out by its calendar all the same: that says what its working days are.
    static func table(_ days: OpeningDays) -> OpeningTable {
        let isAlwaysOpen = days.hours == .always
        var compiler = OpeningCompiler(
            isAlwaysOpen
                ? OpeningDays(hours: .daily([.wholeDay]), calendar: days.calendar?.withWholeDays) : days)
        // The eve of the horizon may run into it.
        compiler.layOut(from: firstDay - 1, to: endDay)
        return OpeningTable(
            openTime: isAlwaysOpen
                ? OpenTime(horizon) : OpenTime(starts: compiler.starts, ends: compiler.ends),
            closings: Closings(dayNumbers: compiler.openDays, ends: compiler.closings), days: days)
    }

    private init(_ days: OpeningDays) {
        ranges = Weekday.allCases.map { weekday in
            guard days.calendar?.days.contains(weekday) ?? true else { return [] }
            return days.hours.ranges(on: weekday).inOrder
        }
        exceptions = days.calendar.map(Self.exceptions) ?? []
        let dayCount = Self.endDay - Self.firstDay + 1
        starts.reserveCapacity(dayCount)
        ends.reserveCapacity(dayCount)
        openDays.reserveCapacity(dayCount)
        closings.reserveCapacity(dayCount)
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

    private mutating func layOut(from first: Int, to end: Int) {
        var weekday = CivilDate(dayNumber: first).weekday.rawValue - 1
        var exception = exceptions.partitioned(before: first)
        var changes = ClockChanges(from: first)
        for day in first..<end {
            let offset = changes.offset(on: day)
            if exception < exceptions.count, exceptions[exception].day == day {
                add(exceptions[exception].ranges, on: day, offset)
                exception += 1
            } else {
                add(ranges[weekday], on: day, offset)
            }
            weekday = weekday == 6 ? 0 : weekday + 1
        }
    }

    private mutating func add(_ ranges: [HoursRange], on day: Int, _ offset: Int64?) {
        var closing = Int64.min
        for range in ranges {
            if let offset {
                let midnight = Int64(day) * .microsecondsInDay - offset
                let end = midnight + range.to.microseconds + (range.endsNextDay ? .microsecondsInDay : 0)
                add(midnight + range.from.microseconds, end)
                closing = max(closing, end)
            } else if let interval = range.interval(on: CivilDate(dayNumber: day)) {
                add(interval.start.microseconds, interval.end.microseconds)
                closing = max(closing, interval.end.microseconds)
            }
        }
        guard closing > .min else { return }
        openDays.append(Int64(day))
        closings.append(closing)
    }

    private mutating func add(_ from: Int64, _ to: Int64) {
        let start = max(from, bounds.start.microseconds)
        let end = min(to, bounds.end.microseconds)
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

extension WorkCalendar {
    /// The same working days, none of them shorter.
    fileprivate var withWholeDays: WorkCalendar {
        let whole = deviatingDays.map { day in
            DeviatingDay(
                date: day.date, title: day.title, hours: day.isClosed ? nil : .daily([.wholeDay]))
        }
        return WorkCalendar(key: key, title: title, days: days, holidays: holidays, deviatingDays: whole)
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
