import CivilTime

/// The load of one window.
struct LoadWindow {
    let start: Instant
    var load: Load
}

extension LoadSeries {
    /// Visits the windows that have load and start within the period, in order.
    ///
    /// False, without a visit, when the buckets are too wide to tell the windows apart.
    func visitWindows(
        of norm: CapacityNorm, startingIn period: Interval, _ visit: (LoadWindow) -> Void
    ) -> Bool {
        switch norm.per {
        case .second:
            guard width == .second else { return false }
            visitGroups(startingIn: period, startOfGroup: { $0 }, visit)
        case .clockHour:
            visitGroups(startingIn: period, startOfGroup: Self.startOfHour, visit)
        case .calendarDay:
            visitGroups(startingIn: period, startOfGroup: { Instant(startOf: $0.localDate) }, visit)
        case .any24Hours:
            visitRolling(startingIn: period, seconds: 86_400, visit)
        case .serviceWindow:
            guard let window = norm.window else { return false }
            return visitOpenings(of: window, startingIn: period, visit)
        }
        return true
    }

    private static func startOfHour(_ moment: Instant) -> Instant {
        // Offsets of Amsterdam are whole hours, so its clock hours are those of UTC.
        let seconds = moment.seconds
        return Instant(seconds: seconds - ((seconds % 3_600) + 3_600) % 3_600)
    }

    private func visitGroups(
        startingIn period: Interval, startOfGroup: (Instant) -> Instant, _ visit: (LoadWindow) -> Void
    ) {
        var window: LoadWindow?
        for bucket in buckets {
            let start = startOfGroup(bucket.start)
            guard period.contains(start) else { continue }
            if window?.start == start {
                window?.load += bucket.load
            } else {
                if let window { visit(window) }
                window = LoadWindow(start: start, load: bucket.load)
            }
        }
        if let window { visit(window) }
    }

    /// A window for each bucket that has load, starting with it: any other holds no more than one of these.
    private func visitRolling(startingIn period: Interval, seconds: Int64, _ visit: (LoadWindow) -> Void) {
        var load = Load.none
        var end = 0
        for bucket in buckets {
            while end < buckets.count, buckets[end].start < bucket.start.advanced(bySeconds: seconds) {
                load += buckets[end].load
                end += 1
            }
            if period.contains(bucket.start) { visit(LoadWindow(start: bucket.start, load: load)) }
            load -= bucket.load
        }
    }

    /// Each opening of a window in production. What is offered while the window is closed waits for the next
    /// opening, and is counted there (SNO-18).
    private func visitOpenings(
        of window: ServiceWindow, startingIn period: Interval, _ visit: (LoadWindow) -> Void
    ) -> Bool {
        guard let first = buckets.first?.start, let last = buckets.last?.start else { return true }
        let openings = window.openings(from: first.localDate, to: last.localDate)
        guard openings.allSatisfy({ isEdge($0.start) && isEdge($0.end) }) else { return false }
        var rest = openings[...]
        visitGroups(
            startingIn: period,
            startOfGroup: { moment in
                while let opening = rest.first, opening.end <= moment { rest.removeFirst() }
                return rest.first?.start ?? moment
            }, visit)
        return true
    }

    /// Whether a moment lies between two buckets, not within one.
    private func isEdge(_ moment: Instant) -> Bool { moment.microseconds % width.microseconds == 0 }
}

extension ServiceWindow {
    /// How long a window may stay closed: what is offered later than this before an opening stands alone.
    private static let daysAhead = 14

    /// The openings in production that may hold what is offered on some days: from the one that began the day
    /// before.
    fileprivate func openings(from first: CivilDate, to last: CivilDate) -> [Interval] {
        (first.dayNumber - 1...last.dayNumber + Self.daysAhead).flatMap {
            openings(on: CivilDate(dayNumber: $0), .production)
        }
    }
}
