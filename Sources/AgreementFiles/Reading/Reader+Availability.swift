import Agreements
import CivilTime

extension Reader {
    func availability(_ fields: inout Fields) -> (([MaintenanceWindow]) -> Norm?)? {
        let atLeast = fields.value("at_least", .percentage)
        let environment = fields.value("environment", .choice as Notation<Environment>)
        let functions = fields.list("functions", serviceFunction)
        let judged = fields.value("judged", .choice as Notation<AvailabilityNorm.Scope>)
        let month = month(&fields)
        let maintenance = fields.value("maintenance", .choice as Notation<AvailabilityNorm.Maintenance>)
        let names = fields.values("windows", .key)
        let notCounted = fields.values("not_counted", .choice as Notation<OutageCause>)
        let probeGap = fields.value("probe_gap", .choice as Notation<AvailabilityNorm.ProbeGap>)
        guard let atLeast, let environment, let functions, let judged, let month, let maintenance, let names,
            let notCounted, let probeGap
        else { return nil }
        let place = fields
        let clause = clause
        return { known in
            guard let windows = self.windows(names, among: known, at: place, of: clause) else { return nil }
            return .availability(
                AvailabilityNorm(
                    atLeast: atLeast, environment: environment, functions: functions, judged: judged,
                    month: month, maintenance: maintenance, windows: windows, notCounted: Set(notCounted),
                    probeGap: probeGap))
        }
    }

    private func serviceFunction(_ fields: inout Fields) -> ServiceFunction? {
        let key = fields.value("key", .key)
        let title = fields.value("title", .text)
        let probe = fields.optional("probe", .key)
        return key.flatMap { key in title.map { ServiceFunction(key: key, title: $0, probe: probe) } }
    }

    private func month(_ fields: inout Fields) -> AvailabilityNorm.Month? {
        let convention = fields.value("month", .choice as Notation<AvailabilityNorm.Month.Convention>)
        let meanHours = fields.value("mean_month_hours", .count)
        guard let convention, let meanHours else { return nil }
        guard (1...744).contains(meanHours) else {
            fields.report("mean_month_hours", expected: "hours of a month, 1 to 744", found: "'\(meanHours)'")
            return nil
        }
        return AvailabilityNorm.Month(convention: convention, meanHours: meanHours)
    }

    private func windows(
        _ names: [String], among known: [MaintenanceWindow], at place: Fields, of clause: String?
    ) -> [MaintenanceWindow]? {
        self.clause = clause
        defer { self.clause = nil }
        let unknown = names.filter { !windowKeys.contains($0) }
        guard unknown.isEmpty else {
            place.report(
                "windows", expected: "keys of maintenance windows: \(windowKeys.joined(separator: ", "))",
                found: "'\(unknown.joined(separator: ", "))'")
            return nil
        }
        return names.compactMap { name in known.first { $0.key == name } }
    }
}
