import Foundation
import Gzip
import Testing

@Suite struct GzipTests {
    /// What the gzip of this machine makes of it.
    private func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).gz")
        try Data(bytes).write(to: file)
        defer { unlink(file.path()) }
        let gzip = Process()
        let output = Pipe()
        gzip.executableURL = URL(filePath: "/usr/bin/gzip")
        gzip.arguments = ["--decompress", "--stdout", file.path()]
        gzip.standardOutput = output
        try gzip.run()
        let read = try output.fileHandleForReading.readToEnd() ?? Data()
        gzip.waitUntilExit()
        #expect(gzip.terminationStatus == 0)
        return Array(read)
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 1_000_000])
    func `what is packed piece by piece is the same again`(_ count: Int) throws {
        var generator = SystemRandomNumberGenerator()
        let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let stream = GzipStream()
        var packed: [UInt8] = []
        for start in stride(from: 0, to: count, by: 9_999) {
            packed += stream.pack(Array(noise[start..<min(start + 9_999, count)]))
        }
        packed += stream.finish()
        #expect(try unpacked(packed) == noise)
    }

    @Test func `lines of numbers shrink`() throws {
        let lines = Array((0..<50_000).map { "{\"bsn\":\"\(999_900_000 + $0)\"}\n" }.joined().utf8)
        let stream = GzipStream()
        let packed = stream.pack(lines) + stream.finish()
        #expect(packed.count * 4 < lines.count)
        #expect(try unpacked(packed) == lines)
    }
}
