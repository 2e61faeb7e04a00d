import Crypto
import SQL
import Sealing

/// A payload that was in memory, sealed at once.
struct SealedBlob {
    let id: Identifier<Blob>
    let bytes: [UInt8]
    private let length: Int
    private let sha256: [UInt8]
    private let wrappedKey: [UInt8]

    init(_ contents: [UInt8], _ id: Identifier<Blob>, keys: KeyRing) {
        let (key, wrapped) = keys.newDataKey()
        var sealer = StreamSealer(key: key, context: .blob(id))
        var sealed: [UInt8] = []
        sealed.reserveCapacity(SealedStream.sealedByteCount(ofPlain: contents.count))
        contents.withUnsafeBytes { sealer.append($0, to: &sealed) }
        sealer.finish(to: &sealed)
        self.id = id
        bytes = sealed
        length = contents.count
        sha256 = Array(SHA256.hash(data: contents))
        wrappedKey = wrapped
    }

    func stored(on shelf: Shelf, at place: BlobPlace) -> StoredBlob {
        StoredBlob(
            id: id, shelf: shelf, length: length, sha256: sha256, wrappedKey: wrappedKey, place: place)
    }
}
