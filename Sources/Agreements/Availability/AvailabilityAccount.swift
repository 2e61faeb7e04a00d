import CivilTime

/// The account of an availability figure in Dutch sentences: which time counted, what was left out and why,
/// the sum.
struct AvailabilityAccount {
    let norm: AvailabilityNorm
    let figure: AvailabilityFigure
    let share: Fraction
    let period: JudgedPeriod

    /// More than these are counted, not listed: a finding is read by people.
    private static let listedLimit = 10

    func sentences(outages: [Outage]) -> [String] {
        [lengthOfMonth] + maintenance + counted + excused(outages) + unknown + [sum] + allowance
    }

    private var lengthOfMonth: String {
        let whole = length(period.month.interval.microseconds)
        let month = Dutch.text(period.month)
        guard period.passed != period.month.interval else { return "De maand \(month) telt \(whole)." }
        return "De maand \(month) telt \(whole); daarvan zijn \(length(figure.window.microseconds)) voorbij."
    }

    private var maintenance: [String] {
        var sentences: [String] = []
        for window in norm.windows {
            guard window.allowsDowntime else {
                sentences.append(
                    "\(window.title) neemt niets weg: dat onderhoud is zonder downtime afgesproken.")
                continue
            }
            sentences += leftOut(window)
        }
        return sentences
    }

    private func leftOut(_ window: MaintenanceWindow) -> [String] {
        let intervals = window.intervals(in: period.month, norm.environment)
            .compactMap { $0.intersection(figure.window) }
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

    private var counted: [String] {
        let down = figure.down
        guard !down.isEmpty else { return ["Er is geen uitval gezien die meetelt."] }
        let total = length(down.totalMicroseconds)
        let listed = down.intervals.prefix(Self.listedLimit).map { interval in
            "\(Dutch.text(interval.start)) (\(length(interval.microseconds)))"
        }
        let more = down.intervals.count - listed.count
        return [
            """
            Als uitval geteld: \(down.intervals.count) keer, samen \(total): \
            \(listed.joined(separator: "; "))\(more > 0 ? "; en nog \(more) keer" : "").
            """
        ]
    }

    private func excused(_ outages: [Outage]) -> [String] {
        guard !figure.excused.isEmpty else { return [] }
        let causes = OutageCause.allCases.filter { cause in
            norm.notCounted.contains(cause) && outages.contains { $0.cause == cause }
        }
        return [
            """
            Niet als uitval geteld: \(length(figure.excused.totalMicroseconds)) door \
            \(causes.map(\.text).joined(separator: " en ")); dat is niet bepalend voor de beschikbaarheid.
            """
        ]
    }

    private var unknown: [String] {
        guard !figure.unknown.isEmpty else { return [] }
        let gap = length(figure.unknown.totalMicroseconds)
        switch norm.probeGap {
        case .down: return ["Niet gemeten: \(gap). Dat telt als uitval."]
        case .up: return ["Niet gemeten: \(gap). Dat telt als beschikbaar."]
        case .unknown:
            guard let worst = figure.share(maintenance: norm.maintenance, probeGap: .down) else { return [] }
            return [
                """
                Niet gemeten: \(gap). Die tijd is buiten de berekening gelaten; was alles daarvan uitval \
                geweest, dan was het \(worst.percentage(rounding: .down)).
                """
            ]
        }
    }

    private var sum: String {
        let verdict = share >= norm.atLeast.fraction ? "gehaald" : "niet gehaald"
        return """
            Beschikbaar was \(length(Int64(share.numerator))) van \(length(Int64(share.denominator))): \
            \(share.percentage(rounding: .down)), naar beneden afgerond. De norm van \(norm.atLeast.text) is \
            \(verdict).
            """
    }

    /// How much outage the norm leaves, by the real month and by the mean one.
    private var allowance: [String] {
        let mean = Int64(norm.month.meanHours) * 3_600_000_000
        let base = norm.month.convention == .calendar ? Int64(share.denominator) : mean
        return [
            """
            De norm laat \(length(allowed(of: base))) uitval toe; bij een gemiddelde maand van \
            \(norm.month.meanHours) uur zou dat \(length(allowed(of: mean))) zijn.
            """
        ]
    }

    private func allowed(of microseconds: Int64) -> Int64 {
        let norm = norm.atLeast.fraction
        let product = Int(microseconds).multipliedFullWidth(by: norm.denominator - norm.numerator)
        return Int64(norm.denominator.dividingFullWidth(product).quotient)
    }

    private func length(_ microseconds: Int64) -> String {
        Dutch.duration(microseconds: microseconds)
    }
}
