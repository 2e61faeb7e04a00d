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
        _ kind: CapacityNorm.Window, startingIn period: Interval, _ visit: (LoadWindow) -> Void
    ) -> Bool {
        switch kind {
        case .second:
            guard width == .second else { return false }
            visitGroups(startingIn: period, startOfGroup: { $0 }, visit)
        case .clockHour:
            visitGroups(startingIn: period, startOfGroup: Self.startOfHour, visit)
        case .calendarDay:
            visitGroups(startingIn: period, startOfGroup: { Instant(startOf: $0.localDate) }, visit)
        case .any24Hours:
            visitRolling(startingIn: period, seconds: 86_400, visit)
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
}
