import Crypto
import SQL
import Sealing

/// Takes one payload in pieces: hashes, seals and writes it while it arrives. For one task at a time.
public final class BlobWriter {
    private let id: Identifier<Blob>
    private let shelf: Shelf
    private let wrappedKey: [UInt8]
    private let sink: any BlobSink
    private var sealer: StreamSealer
    private var hash = SHA256()
    private var length = 0
    private var sealed: [UInt8] = []

    init(_ id: Identifier<Blob>, on shelf: Shelf, keys: KeyRing, sink: any BlobSink) {
        let (key, wrapped) = keys.newDataKey()
        self.id = id
        self.shelf = shelf
        self.sink = sink
        wrappedKey = wrapped
        sealer = StreamSealer(key: key, context: .blob(id))
    }

    /// Takes more bytes, without copying them where they lie in one piece (arrays, their slices, views of
    /// NIO's buffers).
    public func append(_ bytes: some Collection<UInt8>) async throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(BlobLimits.flushByteCount)
            take(piece)
            if sealed.count >= BlobLimits.flushByteCount { try await sink.write(takeSealed()) }
            rest = rest.dropFirst(piece.count)
        }
    }

    /// Returns when the bytes will survive a crash once the row is inserted.
    public func finish() async throws -> StoredBlob {
        sealer.finish(to: &sealed)
        let place = try await sink.finish(takeSealed())
        return StoredBlob(
            id: id, shelf: shelf, length: length, sha256: Array(hash.finalize()), wrappedKey: wrappedKey,
            place: place)
    }

    /// Gives up. Dropping the writer does the same, only its bytes then wait for
    /// ``BlobStore/removeUnused()``.
    public func abandon() async {
        sealed = []
        await sink.abandon()
    }

    private func take(_ piece: some Collection<UInt8>) {
        let taken: Void? = piece.withContiguousStorageIfAvailable { take(UnsafeRawBufferPointer($0)) }
        if taken == nil { Array(piece).withUnsafeBytes { take($0) } }
    }

    private func take(_ bytes: UnsafeRawBufferPointer) {
        hash.update(bufferPointer: bytes)
        length += bytes.count
        sealer.append(bytes, to: &sealed)
    }

    private func takeSealed() -> [UInt8] {
        let full = sealed
        sealed = []
        return full
    }
}

/// Where a writer's sealed bytes go. Two conformers: a segment file and rows.
protocol BlobSink: AnyObject {
    func write(_ sealed: [UInt8]) async throws
    /// Takes the last bytes and gives the place of them all.
    func finish(_ last: [UInt8]) async throws -> BlobPlace
    func abandon() async
}

extension SealContext {
    static func blob(_ id: Identifier<Blob>) -> SealContext {
        SealContext(purpose: "blob", id: id.bytes)
    }
}
