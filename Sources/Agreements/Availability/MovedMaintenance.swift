public import CivilTime

/// Maintenance that was held at another time than its window has.
public struct MovedMaintenance: Hashable, Sendable {
    /// The key of the ``MaintenanceWindow``.
    public let window: String
    /// The day on which the window would have begun.
    public let originalDate: CivilDate
    /// When it was held instead.
    public let interval: Interval
    /// Nil when it was not announced.
    public let announcedAt: Instant?

    public init(window: String, originalDate: CivilDate, interval: Interval, announcedAt: Instant?) {
        self.window = window
        self.originalDate = originalDate
        self.interval = interval
        self.announcedAt = announcedAt
    }
}
