import Agreements

/// Durations as evidence of a term holds them, with the longest exactly.
struct Durations {
    var histogram = Histogram()
    var longest: Int?

    /// A clock that was set back may give less than nothing, which counts as nothing.
    mutating func add(_ duration: Int, times: Int = 1, longest: Int? = nil) {
        let duration = max(0, duration)
        histogram.record(microseconds: duration, times: times)
        self.longest = max(self.longest ?? 0, longest ?? duration)
    }
}

extension TermEvidence {
    init(handled: Durations, open: Durations) {
        self.init(
            handled: handled.histogram, open: open.histogram,
            longestMicroseconds: [handled.longest, open.longest].compactMap(\.self).max())
    }
}
