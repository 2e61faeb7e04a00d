import CivilTime

/// The account of an availability figure in Dutch sentences: which time counted, what was left out and why,
/// the sum.
struct AvailabilityAccount {
    let month: AvailabilityMonth
    let figure: AvailabilityFigure
    let share: Fraction

    var norm: AvailabilityNorm { month.norm }
    var period: JudgedPeriod { month.period }

    /// More than these are counted, not listed: a finding is read by people.
    static let listedLimit = 10

    func sentences(_ seen: OutageEvidence) -> [String] {
        [lengthOfMonth] + maintenance + moved + counted + excused(seen.outages) + causes(seen.outages)
            + unknown + [sum] + wrongForecast(seen) + allowance
    }

    private var lengthOfMonth: String {
        let whole = length(period.month.interval.microseconds)
        let month = Dutch.text(period.month)
        let window = length(figure.window.totalMicroseconds)
        if let hours = norm.openHours {
            return "De maand \(month) telt \(whole); daarvan valt \(window) in \(hours.title)."
        }
        guard period.passed != period.month.interval else { return "De maand \(month) telt \(whole)." }
        return "De maand \(month) telt \(whole); daarvan zijn \(window) voorbij."
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
        let figure = """
            Beschikbaar was \(length(Int64(share.numerator))) van \(length(Int64(share.denominator))): \
            \(share.percentage(rounding: .down)), naar beneden afgerond.
            """
        guard let atLeast = norm.atLeast else {
            return figure + " Het document noemt geen norm: het cijfer wordt getoond."
        }
        return figure
            + " De norm van \(atLeast.text) is \(share >= atLeast.fraction ? "gehaald" : "niet gehaald")."
    }

    /// How much outage the norm leaves, by the real month and by the mean one.
    private var allowance: [String] {
        guard let atLeast = norm.atLeast?.fraction else { return [] }
        let mean = Int64(norm.month.meanHours) * 3_600_000_000
        let base = norm.month.convention == .calendar ? Int64(share.denominator) : mean
        return [
            """
            De norm laat \(length(allowed(of: base, atLeast))) uitval toe; bij een gemiddelde maand van \
            \(norm.month.meanHours) uur zou dat \(length(allowed(of: mean, atLeast))) zijn.
            """
        ]
    }

    private func allowed(of microseconds: Int64, _ norm: Fraction) -> Int64 {
        let product = Int(microseconds).multipliedFullWidth(by: norm.denominator - norm.numerator)
        return Int64(norm.denominator.dividingFullWidth(product).quotient)
    }

    func length(_ microseconds: Int64) -> String {
        Dutch.duration(microseconds: microseconds)
    }
}
