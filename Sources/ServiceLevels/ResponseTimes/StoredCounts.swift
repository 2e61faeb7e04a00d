import Agreements
import SQL

/// A histogram in a column: its counts by position, each in groups of seven bits, the lowest first; the high
/// bit of a byte says that more follow. Mostly zeros, so about a byte for each bucket.
struct StoredCounts: Storable {
    let histogram: Histogram

    init(_ histogram: Histogram) { self.histogram = histogram }

    var value: Value {
        var bytes: [UInt8] = []
        for count in histogram.counts {
            var rest = UInt64(count)
            while rest >= 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }
        return .bytes(bytes)
    }

    /// Nil where the bytes are not as many counts as there are buckets: edges that were released never
    /// change.
    init?(value: Value) {
        guard case .bytes(let bytes) = value else { return nil }
        var counts: [Int] = []
        var count: UInt64 = 0
        var shift: UInt64 = 0
        for byte in bytes {
            guard shift < 63 else { return nil }
            count |= UInt64(byte & 0x7f) << shift
            shift += 7
            if byte & 0x80 == 0 {
                guard let whole = Int(exactly: count) else { return nil }
                counts.append(whole)
                (count, shift) = (0, 0)
            }
        }
        guard shift == 0, let histogram = Histogram(counts: counts) else { return nil }
        self.histogram = histogram
    }
}
