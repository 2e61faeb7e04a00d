public import Agreements
public import CivilTime

/// The service and maintenance windows of an agreement in one month and one environment.
public struct WindowMonth: Sendable {
    public let agreement: Agreement
    public let month: CivilMonth
    public let environment: Environment

    public init(_ agreement: Agreement, in month: CivilMonth, _ environment: Environment) {
        self.agreement = agreement
        self.month = month
        self.environment = environment
    }

    /// The service windows that this environment has, in the order of the document.
    public var serviceWindows: [ServiceWindow] {
        agreement.serviceWindows.filter { $0.hours[environment] != nil }
    }

    /// The maintenance windows that this environment has, in the order of the document.
    public var maintenanceWindows: [MaintenanceWindow] {
        agreement.maintenanceWindows.filter { $0.hours[environment] != nil }
    }

    /// The openings that begin in the month.
    public func openings(of window: ServiceWindow) -> IntervalSet {
        IntervalSet(month.days.flatMap { window.openings(on: $0, environment) })
    }

    /// The stretches that begin in the month.
    public func stretches(of window: MaintenanceWindow) -> IntervalSet {
        IntervalSet(window.intervals(in: month, environment))
    }
}
