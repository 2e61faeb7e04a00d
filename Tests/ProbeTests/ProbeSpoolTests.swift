import CivilTime
import FoundationEssentials
import ServiceLevels
import TestKit
import Testing

@testable import Platform

@Suite struct ProbeSpoolTests {
    private static func line(_ minute: Int64) -> ProbeHandIn.Line {
        ProbeHandIn.Line(
            function: "sign-in", minute: Instant(seconds: 1_791_288_000 + minute * 60), isUp: minute % 2 == 0,
            seen: minute % 2 == 0 ? nil : "status 503", durationMicroseconds: 1)
    }

    @Test func `what was added is there after a restart, in order`() async throws {
        let folder = try TemporaryFolder()
        try await ProbeSpool(folder: folder.path).append([Self.line(0)])
        try await ProbeSpool(folder: folder.path).append([Self.line(1), Self.line(2)])
        #expect(try await ProbeSpool(folder: folder.path).waiting() == (0..<3).map(Self.line))
    }

    @Test func `what is not kept is gone, and later ones come behind`() async throws {
        let folder = try TemporaryFolder()
        let spool = try ProbeSpool(folder: folder.path)
        try await spool.append((0..<3).map(Self.line))
        try await spool.keep([Self.line(2)])
        try await spool.append([Self.line(3)])
        #expect(try await spool.waiting() == [Self.line(2), Self.line(3)])
    }

    @Test func `a line that a crash cut off is skipped, and those around it are not`() async throws {
        let folder = try TemporaryFolder()
        let spool = try ProbeSpool(folder: folder.path)
        try await spool.append([Self.line(0)])
        let path = folder.file("waarnemingen.ndjson")
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        bytes.append(contentsOf: Array("{\"functie\":\"sign".utf8))
        try bytes.write(to: URL(fileURLWithPath: path))
        try await spool.append([Self.line(1)])
        #expect(try await spool.waiting() == [Self.line(0), Self.line(1)])
    }
}
