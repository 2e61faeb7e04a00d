public import Identity
public import Outbound

/// How reports are pushed. The term comes from the agreement, the rest from the settings.
public struct PushRules: Sendable {
    /// How long after the first offer a report is offered again (SNO-12).
    public let reofferMicroseconds: Int64
    /// Where addresses may lead.
    public let reach: Reach
    /// The organisation that runs this installation: the source of the events.
    public let provider: OIN
    /// Without a slash at the end.
    public let publicURL: String

    /// A healthy receiver takes a report in milliseconds, and a slow one holds a worker; its answer is not
    /// read beyond what an error page takes.
    public static let limits = OutboundLimits(
        connectMilliseconds: 2_000, totalMilliseconds: 5_000, bodyBytes: 65_536)

    public init(reofferMicroseconds: Int64, reach: Reach, provider: OIN, publicURL: String) {
        self.reofferMicroseconds = reofferMicroseconds
        self.reach = reach
        self.provider = provider
        self.publicURL = publicURL
    }
}
