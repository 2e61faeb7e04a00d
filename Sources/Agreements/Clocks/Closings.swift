import CivilTime

/// The days on which something opens, in order, with when the last opening of each ends.
struct Closings: Sendable {
    private let dayNumbers: [Int64]
    private let ends: [Int64]

    init(dayNumbers: [Int64], ends: [Int64]) {
        self.dayNumbers = dayNumbers
        self.ends = ends
    }

    /// The closing of the `n`-th day after a date, 0 for that date itself; nil where there is none.
    func closing(_ n: Int, after date: CivilDate) -> Instant? {
        guard (0...dayNumbers.count).contains(n) else { return nil }
        let last = dayNumbers.lastIndex(atMost: Int64(date.dayNumber))
        guard n > 0 || (last >= 0 && dayNumbers[last] == date.dayNumber) else { return nil }
        let index = last + n
        return ends.indices.contains(index) ? Instant(microseconds: ends[index]) : nil
    }
}
