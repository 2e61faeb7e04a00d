import CivilTime
import Testing

struct IntervalTests {
    private static let seed: UInt64 = 7

    @Test func `union, intersection and difference agree with sets of single seconds`() {
        var generator = Seeded(Self.seed)
        for _ in 0..<2_000 {
            let (left, leftSeconds) = random(&generator)
            let (right, rightSeconds) = random(&generator)
            #expect(seconds(left.union(right)) == leftSeconds.union(rightSeconds), "seed \(Self.seed)")
            #expect(seconds(left.intersection(right)) == leftSeconds.intersection(rightSeconds))
            #expect(seconds(left.subtracting(right)) == leftSeconds.subtracting(rightSeconds))
            #expect(left.totalSeconds == Int64(leftSeconds.count))
            let parts = left.intersection(right).totalSeconds + left.subtracting(right).totalSeconds
            #expect(parts == left.totalSeconds)
        }
    }

    @Test func `the same moments make the same set, however they were put together`() {
        let left = IntervalSet([interval(0, 10), interval(10, 20), interval(5, 7), interval(30, 30)])
        #expect(left == IntervalSet(interval(0, 20)))
        #expect(left.intervals.count == 1)
        #expect(IntervalSet([interval(3, 3)]).isEmpty)
    }

    @Test func `an interval holds its start and not its end`() {
        #expect(interval(1, 2).contains(Instant(seconds: 1)))
        #expect(!interval(1, 2).contains(Instant(seconds: 2)))
        #expect(interval(1, 2).intersection(interval(2, 3)) == nil)
    }

    private func interval(_ start: Int64, _ end: Int64) -> Interval {
        Interval(from: Instant(seconds: start), to: Instant(seconds: end))
    }

    private func random(_ generator: inout Seeded) -> (IntervalSet, Set<Int64>) {
        var intervals: [Interval] = []
        var seconds: Set<Int64> = []
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
            let start = Int64.random(in: -20...40, using: &generator)
            let end = start + Int64.random(in: 0...15, using: &generator)
            intervals.append(interval(start, end))
            seconds.formUnion(start..<end)
        }
        return (IntervalSet(intervals), seconds)
    }

    private func seconds(_ set: IntervalSet) -> Set<Int64> {
        Set(set.intervals.flatMap { Array($0.start.seconds..<$0.end.seconds) })
    }
}
