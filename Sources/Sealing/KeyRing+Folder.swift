import Glibc

extension KeyRing {
    /// Makes a key folder (0700) with its first key (0600), both synced. Refuses a folder that exists.
    public static func create(folder: String) throws(SealingError) {
        guard mkdir(folder, 0o700) == 0 else {
            throw errno == EEXIST
                ? .folderExists(folder) : .file(path: folder, reason: PrivateFile.reason(errno))
        }
        try writeKey(number: 1, in: folder)
    }

    /// Reads all keys of a folder; the one with the highest number is current.
    public static func load(folder: String) throws(SealingError) -> KeyRing {
        try PrivateFile.checkPrivate(folder)
        var keys: [RootKey] = []
        for number in try keyNumbers(in: folder).reversed() {
            keys.append(try readKey(at: keyPath(number, in: folder)))
        }
        guard !keys.isEmpty else { throw .noKeys(folder: folder) }
        guard keys.count <= liveKeyLimit else { throw .tooManyKeys(folder: folder, limit: liveKeyLimit) }
        return KeyRing(keys: keys)
    }

    /// Adds a key, which is the current one from the next `load` on; what the older ones made stays readable.
    public static func rotate(folder: String) throws(SealingError) {
        try PrivateFile.checkPrivate(folder)
        let numbers = try keyNumbers(in: folder)
        guard let newest = numbers.last else { throw .noKeys(folder: folder) }
        guard numbers.count < liveKeyLimit else { throw .tooManyKeys(folder: folder, limit: liveKeyLimit) }
        try writeKey(number: newest + 1, in: folder)
    }

    private static func keyNumbers(in folder: String) throws(SealingError) -> [Int] {
        try PrivateFile.names(in: folder)
            .filter { $0.hasPrefix(filePrefix) && $0.hasSuffix(fileSuffix) }
            .compactMap { Int($0.dropFirst(filePrefix.count).dropLast(fileSuffix.count)) }
            .sorted()
    }

    private static func writeKey(number: Int, in folder: String) throws(SealingError) {
        let secret = RootKey.random()
        let line = "\(keyMark) \(RootKey(secret: secret).id) \(secret.hexadecimal)\n"
        try PrivateFile.write(Array(line.utf8), to: keyPath(number, in: folder))
        try PrivateFile.syncFolder(folder)
    }

    /// The id in the file is derived from the key, so it proves that the key was not damaged.
    private static func readKey(at path: String) throws(SealingError) -> RootKey {
        try PrivateFile.checkPrivate(path)
        let text = String(decoding: try PrivateFile.read(path, limit: keyFileByteLimit), as: UTF8.self)
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 4, words[0] + " " + words[1] == keyMark,
            let secret = bytes(hexadecimal: words[3]), secret.count == RootKey.byteCount
        else { throw .unreadableKey(path: path) }
        let key = RootKey(secret: secret)
        guard key.id.description == words[2] else { throw .unreadableKey(path: path) }
        return key
    }

    private static func keyPath(_ number: Int, in folder: String) -> String {
        "\(folder)/\(filePrefix)\(number)\(fileSuffix)"
    }
}

private let filePrefix = "peil-"
private let fileSuffix = ".key"
private let keyMark = "peil-key 1"
/// A key file is one line of 87 characters; anything much longer is another file.
private let keyFileByteLimit = 256

private func bytes(hexadecimal text: Substring) -> [UInt8]? {
    let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for pair in stride(from: 0, to: digits.count, by: 2) {
        guard let high = digits[pair], let low = digits[pair + 1] else { return nil }
        bytes.append(UInt8(high << 4 | low))
    }
    return bytes
}
