/// Where in its segment a blob's sealed bytes are: a few stretches, because writers take turns in one file.
struct Extents: Sendable, Equatable {
    struct Stretch: Sendable, Equatable {
        var offset: Int
        var count: Int
    }

    private(set) var stretches: [Stretch] = []

    var byteCount: Int { stretches.reduce(0) { $0 + $1.count } }

    /// A stretch right after the last one becomes part of it: a writer alone has one.
    mutating func append(offset: Int, count: Int) {
        if let last = stretches.last, last.offset + last.count == offset {
            stretches[stretches.count - 1].count += count
        } else {
            stretches.append(Stretch(offset: offset, count: count))
        }
    }

    /// Up to so many bytes from a position in the blob, as far as they lie in one stretch.
    func stretch(at position: Int, limit: Int) -> Stretch? {
        var passed = 0
        for stretch in stretches {
            if position < passed + stretch.count {
                let skipped = position - passed
                return Stretch(
                    offset: stretch.offset + skipped, count: min(stretch.count - skipped, limit))
            }
            passed += stretch.count
        }
        return nil
    }
}

extension Extents {
    /// Offset and count of each stretch, seven bits a byte, the last byte of a number without the high bit.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for stretch in stretches {
            for number in [stretch.offset, stretch.count] {
                var rest = number
                while rest >= 128 {
                    bytes.append(UInt8(rest & 127 | 128))
                    rest >>= 7
                }
                bytes.append(UInt8(rest))
            }
        }
        return bytes
    }

    init?(bytes: [UInt8]) {
        var numbers: [Int] = []
        var number = 0
        var shift = 0
        for byte in bytes {
            guard shift < 56 else { return nil }
            number |= Int(byte & 127) << shift
            shift += 7
            if byte < 128 {
                numbers.append(number)
                (number, shift) = (0, 0)
            }
        }
        guard shift == 0, numbers.count.isMultiple(of: 2) else { return nil }
        for pair in stride(from: 0, to: numbers.count, by: 2) {
            append(offset: numbers[pair], count: numbers[pair + 1])
        }
    }
}
