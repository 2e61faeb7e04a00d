import CLibCurl
import Dispatch

/// One connection. libcurl blocks, so it runs on a queue of its own and never on the threads that all tasks
/// share.
actor SMTPConnection {
    private let executor = QueueExecutor(label: "peil.mail.smtp")
    private let server: SMTPServer
    /// Made at the first mail; keeps its connection open between mails.
    private var handle: CurlHandle?

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(server: SMTPServer) {
        self.server = server
    }

    func send(_ mail: Mail) throws(MailError) {
        try connected().send(mail)
    }

    private func connected() throws(MailError) -> CurlHandle {
        if let handle { return handle }
        let made = try CurlHandle(server: server)
        handle = made
        return made
    }
}

/// A queue as the executor of an actor.
private final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    init(label: String) {
        queue = DispatchQueue(label: label)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
