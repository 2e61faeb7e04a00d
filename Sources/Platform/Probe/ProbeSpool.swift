// Dispatch, for file calls off the cooperative pool; FoundationEssentials for its JSON coder.
import Dispatch
import FoundationEssentials
import ServiceLevels

/// What a probe saw and has not handed in yet: a file with a line of JSON each, on disk before anything else
/// is done.
///
/// One probe owns a spool. A line that a crash cut off is skipped; it was not on disk whole, so it was not
/// kept.
final class ProbeSpool: Sendable {
    private let file: SpoolFile
    private let queue = DispatchQueue(label: "peil.probe-spool")

    /// A month of ten functions. Beyond it new observations are lost and the time reads as not measured.
    static let sizeLimitBytes = 64 * 1_048_576

    init(folder: String) throws {
        file = try SpoolFile(folder: folder)
    }

    /// Adds observations; they are on disk when it returns.
    func append(_ lines: [ProbeHandIn.Line]) async throws {
        // A new line first: what stands there may have been cut off. Empty lines are skipped.
        let bytes = [Self.newLine] + (try Self.bytes(of: lines))
        try await onQueue { [file] in try file.append(bytes, limitBytes: Self.sizeLimitBytes) }
    }

    /// All that wait, the oldest first.
    func waiting() async throws -> [ProbeHandIn.Line] {
        let bytes = try await onQueue { [file] in try file.read() }
        let decoder = JSONDecoder()
        return bytes.split(separator: Self.newLine).compactMap { line in
            do {
                return try decoder.decode(ProbeHandIn.Line.self, from: Data(line))
            } catch {
                // Cut off by a crash.
                return nil
            }
        }
    }

    /// Keeps these and lets go of all others. After a crash the others may be there still, and are handed in
    /// again.
    func keep(_ lines: some Collection<ProbeHandIn.Line>) async throws {
        let bytes = try Self.bytes(of: lines)
        try await onQueue { [file] in try file.replace(with: bytes) }
    }

    private static let newLine = UInt8(ascii: "\n")

    private static func bytes(of lines: some Collection<ProbeHandIn.Line>) throws -> [UInt8] {
        let encoder = JSONEncoder()
        return try lines.flatMap { try encoder.encode($0) + [newLine] }
    }

    private func onQueue<Outcome: Sendable>(
        _ call: @escaping @Sendable () throws -> Outcome
    ) async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try call() }) }
        }
    }
}
