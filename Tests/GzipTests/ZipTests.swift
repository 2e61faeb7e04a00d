import Foundation
import Gzip
import Testing

@Suite struct ZipTests {
    private let noon = ZipStream.Moment(year: 2026, month: 10, day: 6, hour: 12, minute: 30)

    /// What Python reads in a zip: a line for each file with its name, size, time, and the sum of its bytes.
    private func read(_ zip: [UInt8]) throws -> [String] {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).zip")
        try Data(zip).write(to: file)
        defer { unlink(file.path()) }
        let python = Process()
        let output = Pipe()
        python.executableURL = URL(filePath: "/usr/bin/env")
        python.arguments = ["python3", "-c", Self.reader, file.path()]
        python.standardOutput = output
        try python.run()
        let read = try output.fileHandleForReading.readToEnd() ?? Data()
        python.waitUntilExit()
        #expect(python.terminationStatus == 0)
        return String(decoding: read, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static let reader = """
        import sys, zipfile
        with zipfile.ZipFile(sys.argv[1]) as z:
            assert z.testzip() is None
            for f in z.infolist():
                print(f.filename, f.file_size, *f.date_time[:5], sum(z.read(f)))
        """

    @Test func `a zip holds its files with their names, times and bytes`() throws {
        var generator = SystemRandomNumberGenerator()
        let noise = (0..<100_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let letters = Array(String(repeating: "Beste lezer. ", count: 1_000).utf8)
        var zip = ZipStream()
        var bytes: [UInt8] = []
        for (path, content) in [("Café ’t Hoekje/bericht.txt", letters), ("a/ruis.pdf", noise), ("leeg", [])]
        {
            bytes += zip.add(content, as: path, at: noon)
        }
        bytes += zip.finish()
        #expect(bytes.count < noise.count + letters.count / 10)
        let sums = [letters, noise].map { $0.reduce(0) { $0 + Int($1) } }
        #expect(
            try read(bytes) == [
                "Café ’t Hoekje/bericht.txt 13000 2026 10 6 12 30 \(sums[0])",
                "a/ruis.pdf 100000 2026 10 6 12 30 \(sums[1])", "leeg 0 2026 10 6 12 30 0",
            ])
    }

    @Test func `an empty zip is a zip`() throws {
        #expect(try read(ZipStream().finish()).isEmpty)
    }

    @Test func `more than 65,535 files are read again`() throws {
        var zip = ZipStream()
        var bytes: [UInt8] = []
        for number in 0..<66_000 { bytes += zip.add([1], as: "\(number)", at: noon) }
        bytes += zip.finish()
        let files = try read(bytes)
        #expect(files.count == 66_000)
        #expect(files.last == "65999 1 2026 10 6 12 30 1")
    }
}
