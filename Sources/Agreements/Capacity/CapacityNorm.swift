/// So many in so long must be handled: one maximum, over one kind of window.
public struct CapacityNorm: Hashable, Sendable {
    /// The stretches of time over which the maximum is counted.
    public enum Window: String, CaseIterable, Hashable, Sendable {
        case second
        case clockHour = "clock_hour"
        /// A day in Amsterdam, of 23, 24 or 25 hours.
        case calendarDay = "calendar_day"
        /// Any 24 hours on end.
        case any24Hours = "any_24_hours"
        /// Each opening of a service window, such as a night.
        case serviceWindow = "service_window"
    }

    /// What becomes of what is offered above the maximum.
    public enum Excess: String, CaseIterable, Hashable, Sendable {
        /// It is accepted too: a refusal is a failure at any load.
        case accepted
        /// It may be refused or come late.
        case mayFail = "may_fail"
        /// It waits for the next opening of the window (SNO-18).
        case nextWindow = "next_window"
    }

    public let flow: Flow
    public let maximum: Int
    public let per: Window
    public let excess: Excess
    /// With `per` a service window: which one.
    public let window: ServiceWindow?

    public init(flow: Flow, maximum: Int, per: Window, excess: Excess, window: ServiceWindow? = nil) {
        self.flow = flow
        self.maximum = maximum
        self.per = per
        self.excess = excess
        self.window = window
    }
}

extension CapacityNorm.Window {
    /// Dutch: `per 24 uur`.
    var text: String {
        switch self {
        case .second: "per seconde"
        case .clockHour: "per uur"
        case .calendarDay: "per kalenderdag"
        case .any24Hours: "per 24 uur"
        case .serviceWindow: "per venster"
        }
    }

    /// Dutch plural: `vensters van 24 uur`.
    var plural: String {
        switch self {
        case .second: "seconden"
        case .clockHour: "klokuren"
        case .calendarDay: "kalenderdagen"
        case .any24Hours: "aaneengesloten perioden van 24 uur"
        case .serviceWindow: "vensters"
        }
    }
}

extension CapacityNorm.Excess {
    /// Dutch.
    var text: String {
        switch self {
        case .accepted: "Ook boven de norm mag niets worden geweigerd."
        case .mayFail: "Wat boven de norm wordt aangeboden, mag worden geweigerd of later komen."
        case .nextWindow: "Wat boven de norm wordt aangeboden, wacht op de volgende opening van het venster."
        }
    }
}
