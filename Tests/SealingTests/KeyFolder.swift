import Glibc
import Sealing
import Testing

/// A place for a key folder that is gone after the test.
func withKeyFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/peil-keys-XXXXXX".utf8CString)
    let made = mkdtemp(&template)
    try #require(made != nil)
    let parent = template.withUnsafeBufferPointer { buffer in
        String(decoding: buffer.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    defer { removeFolder(parent) }
    try body("\(parent)/keys")
}

func newKeyRing() throws -> KeyRing {
    var ring: KeyRing?
    try withKeyFolder { folder in
        try KeyRing.create(folder: folder)
        ring = try KeyRing.load(folder: folder)
    }
    return try #require(ring)
}

/// A folder of at most one level of folders.
private func removeFolder(_ path: String) {
    for name in names(in: path) {
        for inner in names(in: "\(path)/\(name)") { unlink("\(path)/\(name)/\(inner)") }
        rmdir("\(path)/\(name)")
    }
    rmdir(path)
}

func names(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != "." && name != ".." { names.append(name) }
    }
    return names
}
