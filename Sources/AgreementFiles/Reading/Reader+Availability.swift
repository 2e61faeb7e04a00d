import Agreements

extension Reader {
    func availability(_ fields: inout Fields) -> AvailabilityNorm? {
        let atLeast = fields.optional("at_least", .percentage)
        let environment = fields.value("environment", .choice as Notation<Environment>)
        let functions = fields.list("functions", serviceFunction)
        let judged = fields.optional("judged", .choice as Notation<AvailabilityNorm.Scope>)
        let month = month(&fields)
        let maintenance = fields.optional("maintenance", .choice as Notation<AvailabilityNorm.Maintenance>)
        let windows = fields.optionalValues("windows", .key(of: maintenanceWindows))
        let notCounted = fields.optionalValues("not_counted", .choice as Notation<OutageCause>)
        let probeGap = fields.optional("probe_gap", .choice as Notation<AvailabilityNorm.ProbeGap>)
        let openHours = fields.optional("window", .key(of: serviceWindows))
        let seenBy = fields.optional("seen_by", .choice as Notation<AvailabilityNorm.Observer>)
        let outageCases = outageCases(&fields, seenBy: seenBy)
        let moved = fields.optional("moved_maintenance", .key(of: notices))
        guard let environment, let functions, let month, let windows, let notCounted else { return nil }
        return AvailabilityNorm(
            atLeast: atLeast, environment: environment, functions: functions,
            judged: judged ?? .perFunction, month: month, maintenance: maintenance ?? .outOfTheFigure,
            windows: windows.compactMap { maintenanceWindows[$0] }, notCounted: Set(notCounted),
            probeGap: probeGap ?? .unknown,
            openHours: openHours.flatMap { serviceWindows[$0] }, seenBy: seenBy ?? .probe,
            outageCases: outageCases, movedMaintenance: moved.flatMap { notices[$0] })
    }

    /// Which cases mean an outage, needed where disturbances are what is gone by, and refused elsewhere.
    private func outageCases(
        _ fields: inout Fields, seenBy: AvailabilityNorm.Observer?
    ) -> AvailabilityNorm.OutageCases? {
        let process = fields.optional("process", .key)
        let term = fields.optional("term", .key)
        let priority = fields.optional("priority", priorityNumber)
        for key in ["process", "term", "priority"] where fields.has(key) != (seenBy == .disturbances) {
            fields.report(
                key, expected: "process, term and priority with seen_by: disturbances, and only there",
                found: fields.has(key) ? "the key '\(key)'" : "nothing")
        }
        guard let process, let term, let priority else { return nil }
        mention(process, .type, at: fields, "process")
        mention(process, .term(term), at: fields, "term")
        return AvailabilityNorm.OutageCases(process: process, term: term, priority: priority)
    }

    private func serviceFunction(_ fields: inout Fields) -> ServiceFunction? {
        let key = fields.value("key", .key)
        let title = fields.value("title", .text)
        let probe = fields.optional("probe", .key)
        return key.flatMap { key in title.map { ServiceFunction(key: key, title: $0, probe: probe) } }
    }

    private func month(_ fields: inout Fields) -> AvailabilityNorm.Month? {
        let convention = fields.optional("month", .choice as Notation<AvailabilityNorm.Month.Convention>)
        let meanHours = fields.optional("mean_month_hours", .number(1...744))
        if convention == .mean, !fields.has("mean_month_hours") {
            fields.report("mean_month_hours", expected: "hours, for month: mean", found: "nothing")
            return nil
        }
        return AvailabilityNorm.Month(
            convention: convention ?? .calendar, meanHours: meanHours ?? Self.twelfthOfYearHours)
    }

    /// The mean month of a year, where the document does not reckon with one and it is only shown.
    private static let twelfthOfYearHours = 365 * 24 / 12
}
