import CivilTime

/// What is told of maintenance and of causes.
extension AvailabilityAccount {
    var maintenance: [String] {
        norm.windows.flatMap { window in
            window.allowsDowntime
                ? leftOut(window)
                : ["\(window.title) neemt niets weg: dat onderhoud is zonder downtime afgesproken."]
        }
    }

    private func leftOut(_ window: MaintenanceWindow) -> [String] {
        let intervals = norm.planned(window, in: period.month, moved: month.moved)
            .intersection(figure.window).intervals
        let listed = intervals.prefix(Self.listedLimit).map { interval in
            """
            \(treatment): \(window.title), \(Dutch.text(interval.start)) tot \(Dutch.text(interval.end)) \
            (\(length(interval.microseconds))).
            """
        }
        let rest = intervals.dropFirst(Self.listedLimit)
        guard !rest.isEmpty else { return listed }
        let total = length(rest.reduce(0) { $0 + $1.microseconds })
        return listed + ["\(treatment): \(window.title), nog \(rest.count) keer, samen \(total)."]
    }

    private var treatment: String {
        switch (norm.month.convention, norm.maintenance) {
        case (.calendar, .outOfTheFigure): "Buiten de berekening gelaten"
        case (.calendar, .countedAsUp), (.mean, _): "Niet als uitval geteld"
        }
    }

    var moved: [String] {
        let listed = month.moved.prefix(Self.listedLimit).map { move in
            let held = "\(Dutch.text(move.interval.start)) tot \(Dutch.text(move.interval.end))"
            let notice = norm.judgement(of: move)?.text ?? "Dat is niet aangekondigd."
            let consequence = norm.isExcluded(move) ? treatment : "Telt mee als gewone tijd"
            let day = Dutch.text(move.originalDate)
            return "\(consequence): verplaatst onderhoud van \(day), \(held). \(notice)"
        }
        let more = month.moved.count - listed.count
        return listed + (more > 0 ? ["En nog \(more) keer verplaatst onderhoud."] : [])
    }

    /// Outage outside maintenance by cause, where there was more than one (SNO-58).
    func causes(_ outages: [Outage]) -> [String] {
        let promised = figure.window.subtracting(figure.maintenance)
        let parts = OutageCause.allCases.compactMap { cause -> String? in
            let time = IntervalSet(outages.filter { $0.cause == cause }.map(\.interval))
                .intersection(promised).totalMicroseconds
            return time > 0 ? "\(cause.text) \(length(time))" : nil
        }
        return parts.count > 1 ? ["Uitval naar oorzaak: \(parts.joined(separator: "; "))."] : []
    }

    /// The figure with and without outage by a wrong forecast, whichever of the two is judged (SNO-50).
    func wrongForecast(_ seen: OutageEvidence) -> [String] {
        guard seen.outages.contains(where: { $0.cause == .wrongForecast }) else { return [] }
        let with = norm.share(
            of: month.figure(of: seen, notCounted: norm.notCounted.subtracting([.wrongForecast])))
        let without = norm.share(
            of: month.figure(of: seen, notCounted: norm.notCounted.union([.wrongForecast])))
        guard let with, let without else { return [] }
        return [
            """
            Met de uitval door een onjuiste prognose is het \(with.percentage(rounding: .down)), zonder die \
            uitval \(without.percentage(rounding: .down)).
            """
        ]
    }
}
