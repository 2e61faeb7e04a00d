import Crypto
import Sealing

/// A payload being read, piece by piece and in order. A piece was verified before it is given, and the last
/// one only after the whole payload was: a reader that got to the end has what was stored.
public struct BlobContents: AsyncSequence, Sendable {
    public typealias Element = [UInt8]

    /// The number of bytes that will come.
    public var length: Int { row.length }
    let row: BlobRow
    let key: DataKey
    let source: any BlobSource

    public func makeAsyncIterator() -> Iterator {
        Iterator(
            row: row, source: source, opener: StreamOpener(key: key, context: .blob(row.id)))
    }

    public struct Iterator: AsyncIteratorProtocol {
        let row: BlobRow
        let source: any BlobSource
        var opener: StreamOpener
        private var hash = SHA256()
        private var length = 0
        private var piece = 0
        private var isAtEnd = false

        init(row: BlobRow, source: any BlobSource, opener: StreamOpener) {
            self.row = row
            self.source = source
            self.opener = opener
        }

        public mutating func next() async throws -> [UInt8]? {
            var plain: [UInt8] = []
            while plain.isEmpty && !isAtEnd {
                plain = try await opened()
            }
            return plain.isEmpty ? nil : plain
        }

        private mutating func opened() async throws -> [UInt8] {
            let sealed = try await source.piece(piece)
            piece += 1
            isAtEnd = sealed == nil
            var plain: [UInt8] = []
            do {
                if let sealed {
                    plain.reserveCapacity(sealed.count + SealedStream.frameByteCount)
                    try sealed.withUnsafeBytes { try opener.append($0, to: &plain) }
                } else {
                    try opener.finish(to: &plain)
                }
            } catch is SealingError {
                throw BlobError.damaged
            }
            plain.withUnsafeBytes { hash.update(bufferPointer: $0) }
            length += plain.count
            if isAtEnd { try checkWhole() }
            return plain
        }

        private func checkWhole() throws {
            guard length == row.length, Array(hash.finalize()) == row.sha256 else { throw BlobError.damaged }
        }
    }
}

/// Where sealed bytes come from. Two conformers: a segment file and rows.
public protocol BlobSource: Sendable {
    /// Piece after piece from 0; nil after the last.
    func piece(_ number: Int) async throws -> [UInt8]?
}
