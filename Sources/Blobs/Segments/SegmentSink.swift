/// Writes one blob in the segment that was current when it began.
final class SegmentSink: BlobSink {
    private let segment: Segment
    private var extents = Extents()

    init(segment: Segment) {
        self.segment = segment
    }

    func write(_ sealed: [UInt8]) async throws {
        let offset = try await segment.append(sealed)
        extents.append(offset: offset, count: sealed.count)
    }

    func finish(_ last: [UInt8]) async throws -> BlobPlace {
        try await write(last)
        try await segment.sync()
        return .segment(segment, extents)
    }

    /// The bytes stay in the segment, where no row names them, until the segment goes.
    func abandon() {
        extents = Extents()
    }
}
