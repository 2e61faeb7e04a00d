public import Agreements
import CivilTime

/// A month as a picture for a terminal: a row per day, a mark per half hour by the clock of Amsterdam, and
/// at the end of a row why it is closed or what is done then. No row is wider than ``widthLimit``.
public struct MonthPicture: Sendable {
    private let windows: WindowMonth
    private let shown: ServiceWindow?
    private let open: IntervalSet
    private let maintenance: [(window: MaintenanceWindow, stretches: IntervalSet)]

    public static let widthLimit = 100

    private static let halfHours = 48
    /// `za 26 september  `.
    private static let labelWidth = 17

    /// - Parameter window: the service window to show; nil for an agreement that has none.
    public init(_ windows: WindowMonth, showing window: ServiceWindow?) {
        self.windows = windows
        shown = window
        // A night window that began in the month before reaches into the first day.
        let before = WindowMonth(windows.agreement, in: windows.month.previous, windows.environment)
        open = window.map { before.openings(of: $0).union(windows.openings(of: $0)) } ?? IntervalSet()
        maintenance = windows.maintenanceWindows.map { window in
            (window, before.stretches(of: window).union(windows.stretches(of: window)))
        }
    }

    /// The lines of the picture, without line ends.
    public var lines: [String] {
        [Self.cut(heading), "", scale] + windows.month.days.map(row) + [""] + legend
    }

    private var heading: String {
        let window = shown.map { "\($0.title) (\($0.key))" } ?? "geen servicevenster"
        return
            """
            \(windows.agreement.title) – \(Dutch.text(windows.month)) – \(windows.environment.text): \
            \(window)
            """
    }

    /// The hours above the rows, one each three hours.
    private var scale: String {
        let hours = stride(from: 0, to: 24, by: 3).map { hour in
            "\(hour)".padding(to: 6)
        }
        return String(repeating: " ", count: Self.labelWidth) + hours.joined() + "24"
    }

    private func row(_ date: CivilDate) -> String {
        let marks = (0..<Self.halfHours).map { mark(date, halfHour: $0) }
        let label = Dutch.day(date).padding(to: Self.labelWidth)
        return Self.cut("\(label)\(String(marks))  \(remark(date))").endTrimmed
    }

    private func mark(_ date: CivilDate, halfHour: Int) -> Character {
        let cell = Self.cell(date, halfHour)
        // The clock leaps over this half hour.
        guard !cell.isEmpty else { return " " }
        if let work = maintenance.first(where: { $0.stretches.overlaps(cell) }) {
            return work.window.allowsDowntime ? Mark.downtime : Mark.maintenance
        }
        let opened = open.intersection(IntervalSet(cell)).totalMicroseconds
        if opened == 0 { return Mark.closed }
        return opened == cell.microseconds ? Mark.open : Mark.partly
    }

    private func remark(_ date: CivilDate) -> String {
        let day = Interval(from: Instant(startOf: date), to: Instant(startOf: date.advanced(byDays: 1)))
        let works = maintenance.filter { $0.stretches.overlaps(day) }.map(\.window.title)
        let closure = shown.flatMap { window in
            window.openings(on: date, windows.environment).isEmpty
                ? window.calendar?.closure(on: date) ?? "gesloten" : nil
        }
        return ([closure].compactMap { $0 } + works).joined(separator: "; ")
    }

    private var legend: [String] {
        var lines = [
            "\(Mark.open) open   \(Mark.partly) deels open   \(Mark.closed) gesloten   "
                + "\(Mark.maintenance) onderhoud   \(Mark.downtime) onderhoud, de dienst kan weg zijn"
        ]
        lines += windows.maintenanceWindows.compactMap { window in
            guard case .announced = window.recurrence else { return nil }
            return Self.cut("Na aankondiging, en daarom niet getekend: \(window.title)")
        }
        let others = windows.serviceWindows.filter { $0.key != shown?.key }.map(\.key)
        if !others.isEmpty {
            lines.append(Self.cut("Andere vensters, met --window: \(others.joined(separator: ", "))"))
        }
        return lines
    }

    private enum Mark {
        static let open: Character = "█"
        static let partly: Character = "▄"
        static let closed: Character = "·"
        static let maintenance: Character = "░"
        static let downtime: Character = "▒"
    }

    /// A half hour on the clock; on the night the clock is set back its second showing belongs to the last.
    private static func cell(_ date: CivilDate, _ halfHour: Int) -> Interval {
        Interval(from: moment(date, halfHour), to: moment(date, halfHour + 1))
    }

    private static func moment(_ date: CivilDate, _ halfHour: Int) -> Instant {
        let time = TimeOfDay(hour: halfHour / 2, minute: halfHour % 2 * 30) ?? .endOfDay
        return Instant(LocalTime(date: date, time: time))
    }

    private static func cut(_ line: String) -> String {
        line.count <= widthLimit ? line : line.prefix(widthLimit - 1) + "…"
    }
}

extension IntervalSet {
    fileprivate func overlaps(_ interval: Interval) -> Bool {
        !intersection(IntervalSet(interval)).isEmpty
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    fileprivate var endTrimmed: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
