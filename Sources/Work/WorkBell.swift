import Synchronization

/// Tells the workers of this process that there is something to do, so that they need not poll often. Ring it
/// after the commit that enqueued; a stroke that is missed costs a poll interval, never an item.
public final class WorkBell: Sendable {
    private let listeners = Mutex<[String: AsyncStream<Void>.Continuation]>([:])

    public init() {}

    public func ring(_ kind: WorkKind) {
        listeners.withLock { $0[kind.name] }?.yield()
    }

    /// Strokes while the listener was busy come as one. A kind has one listener in a process.
    func strokes(of kind: WorkKind) -> AsyncStream<Void> {
        let (strokes, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let earlier = listeners.withLock { $0.updateValue(continuation, forKey: kind.name) }
        earlier?.finish()
        return strokes
    }
}
