import CivilTime

/// Open intervals in order, with the open time before each, to be searched in both directions.
struct OpenTime: Sendable {
    private let starts: [Int64]
    private let ends: [Int64]
    /// Open microseconds before each start.
    private let before: [Int64]

    /// Intervals in order that neither overlap nor touch, in microseconds.
    init(starts: [Int64], ends: [Int64]) {
        self.starts = starts
        self.ends = ends
        before = Self.sums(starts, ends)
    }

    init(_ interval: Interval) {
        self.init(starts: [interval.start.microseconds], ends: [interval.end.microseconds])
    }

    private static func sums(_ starts: [Int64], _ ends: [Int64]) -> [Int64] {
        var total: Int64 = 0
        return zip(starts, ends).map { start, end in
            defer { total += end - start }
            return total
        }
    }

    var isEmpty: Bool { starts.isEmpty }

    /// Open microseconds before a moment.
    func before(_ moment: Instant) -> Int64 {
        before(moment, at: starts.lastIndex(atMost: moment.microseconds))
    }

    private func before(_ moment: Instant, at index: Int) -> Int64 {
        guard index >= 0 else { return 0 }
        return before[index] + min(moment.microseconds, ends[index]) - starts[index]
    }

    func moment(after microseconds: Int64, from start: Instant) -> Instant? {
        guard !isEmpty else { return nil }
        let first = starts.lastIndex(atMost: start.microseconds)
        let target = before(start, at: first) + microseconds
        // The last opening with less than the target before it: one that begins with exactly the target is
        // not needed any more. Most terms end within days, so it is looked for from the start on.
        let index = before.lastIndex(atMost: target - 1, from: max(0, first))
        let found = starts[index] + target - before[index]
        return found <= ends[index] ? Instant(microseconds: found) : nil
    }

    func nextOpening(atOrAfter moment: Instant) -> Instant? {
        let index = starts.lastIndex(atMost: moment.microseconds)
        if index >= 0, moment.microseconds < ends[index] { return moment }
        return index + 1 < starts.count ? Instant(microseconds: starts[index + 1]) : nil
    }

    func parts(of interval: Interval) -> [Interval] {
        var index = max(0, starts.lastIndex(atMost: interval.start.microseconds))
        var parts: [Interval] = []
        while index < starts.count, starts[index] < interval.end.microseconds {
            let whole = Interval(
                from: Instant(microseconds: starts[index]), to: Instant(microseconds: ends[index]))
            if let part = whole.intersection(interval) { parts.append(part) }
            index += 1
        }
        return parts
    }
}
