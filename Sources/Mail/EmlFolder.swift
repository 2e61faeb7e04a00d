import Dispatch
import Glibc

/// Mail as files, one `.eml` each, readable by their owner alone: for a demo, and until a server is
/// configured.
public final class EmlFolder: Sendable {
    private let path: String
    private let queue = DispatchQueue(label: "peil.mail.folder")

    /// Makes the folder (0700) when it is not there; its parent must be.
    public init(path: String) throws(MailError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw .temporary("\(path): \(String(cString: strerror(errno)))")
        }
        self.path = path
    }

    /// A repeat of a mail, which has the same id, replaces its file: the folder holds each mail once.
    func send(_ mail: Mail) async throws(MailError) {
        let name = mail.messageID.utf8.map { isSafe($0) ? $0 : UInt8(ascii: "_") }
        let file = "\(path)/\(String(decoding: name, as: UTF8.self)).eml"
        let message = mail.message()
        let failure = await withCheckedContinuation { done in
            queue.async { done.resume(returning: Self.write(message, to: file)) }
        }
        if let failure { throw failure }
    }

    /// Written beside its place and moved there, so that a reader never sees half a mail.
    private static func write(_ message: [UInt8], to path: String) -> MailError? {
        let draft = "\(path).new"
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { return failure(at: draft) }
        let isWritten = Glibc.write(file, message, message.count) == message.count
        let writing = failure(at: draft)
        close(file)
        guard isWritten else { return writing }
        return rename(draft, path) == 0 ? nil : failure(at: path)
    }

    private static func failure(at path: String) -> MailError {
        .temporary("\(path): \(String(cString: strerror(errno)))")
    }
}

private func isSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "@"):
        true
    default: false
    }
}
