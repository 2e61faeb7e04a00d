import CivilTime

extension CapacityNorm {
    /// Only windows that challenge the norm are judged: those in which the load reached the maximum, or in
    /// which something within it was refused or late. A quiet month proves nothing about capacity.
    func judge(_ series: LoadSeries?, over period: JudgedPeriod, line: NormLine) -> Finding {
        guard let series else {
            return line.unmeasured(norm: text, because: "Het aanbod van \(flow.noun) is niet gemeten.")
        }
        var tally = CapacityTally(norm: self)
        guard series.visitWindows(of: self, startingIn: period.passed, { tally.add($0) }) else {
            return line.unmeasured(
                norm: text, because: "Het aanbod is per uur geteld; over \(per.plural) zegt dat niets.")
        }
        return tally.finding(line: line)
    }

    /// `2.500.000 berichten per 24 uur`.
    var text: String {
        let window = window.map { "per opening van \($0.title)" } ?? per.text
        return "\(Dutch.text(maximum)) \(flow.noun) \(window)"
    }

    func isReached(by load: Load) -> Bool { load.offered >= maximum }

    /// Whether something was lost that the norm promises: anything below the maximum, and a refusal at any
    /// load where the excess must be accepted, now or in the next window.
    func isBroken(by load: Load) -> Bool {
        if excess != .mayFail, load.refused > 0 { return true }
        return load.offered - load.lost < min(load.offered, maximum)
    }

    /// `do 8 oktober 2026, 09.00 uur`, with seconds where the window is one.
    func when(_ start: Instant) -> String {
        switch per {
        case .second: "\(Dutch.text(start)) en \(LocalTime(start).time.second) s"
        case .calendarDay: "op \(Dutch.text(start.localDate))"
        case .clockHour, .any24Hours, .serviceWindow: "vanaf \(Dutch.text(start))"
        }
    }
}

/// Gathers what the account of a capacity norm needs, window by window.
private struct CapacityTally {
    let norm: CapacityNorm
    var windows = 0
    var challenged = 0
    var broken = 0
    var highest: LoadWindow?
    /// The broken window in which most was refused or late.
    var worst: LoadWindow?
    var firstBroken: Instant?

    init(norm: CapacityNorm) { self.norm = norm }

    mutating func add(_ window: LoadWindow) {
        windows += 1
        if window.load.offered > highest?.load.offered ?? 0 { highest = window }
        let isBroken = norm.isBroken(by: window.load)
        if isBroken || norm.isReached(by: window.load) { challenged += 1 }
        if isBroken {
            broken += 1
            firstBroken = firstBroken ?? window.start
            if window.load.lost > worst?.load.lost ?? 0 { worst = window }
        }
    }

    func finding(line: NormLine) -> Finding {
        let verdict: Verdict = broken > 0 ? .notMet : challenged > 0 ? .met : .notChallenged
        let shown = (verdict == .notMet ? worst : highest)?.load ?? .none
        return line.finding(
            verdict, norm: norm.text, measured: measured(verdict), observations: challenged,
            fraction: challenged > 0 ? Fraction(challenged - broken, of: challenged) : nil,
            peil: PeilLine(
                value: verdict == .notMet ? shown.handled : shown.offered, norm: norm.maximum,
                higherIsBetter: true, unit: norm.flow.noun),
            explanation)
    }

    private func measured(_ verdict: Verdict) -> String {
        let highest = highest.map {
            "hoogst aangeboden \(Dutch.text($0.load.offered)) \(norm.when($0.start))"
        }
        switch verdict {
        case .notMet:
            let worst = worst?.load ?? .none
            let offered = "van \(Dutch.text(worst.offered)) \(norm.flow.noun)"
            return "\(offered) \(Dutch.text(worst.handled)) op tijd \(norm.flow.participle)"
        case .met:
            return "alles binnen de norm \(norm.flow.participle); \(highest ?? "")"
        case .notChallenged, .noMeasurement, .shown:
            return "capaciteit niet aangesproken; \(highest ?? "er is niets aangeboden")"
        }
    }

    private var explanation: [String] {
        var sentences = [
            "Er zijn \(Dutch.text(windows)) \(norm.per.plural) met aanbod bekeken.",
            """
            Beoordeeld zijn alleen die waarin het aanbod \(Dutch.text(norm.maximum)) haalde of waarin binnen \
            de norm iets is geweigerd of te laat was: dat zijn er \(Dutch.text(challenged)).
            """,
        ]
        if let highest {
            sentences.append(
                "Het hoogste aanbod was \(Dutch.text(highest.load.offered)) \(norm.when(highest.start)).")
        }
        if let worst, let firstBroken {
            sentences.append(
                """
                In \(Dutch.text(broken)) daarvan is de norm niet gehaald, voor het eerst \
                \(norm.when(firstBroken)). Het slechtste geval, van \
                \(Dutch.text(worst.load.offered)) \(norm.flow.noun): \
                \(Dutch.text(worst.load.refused)) geweigerd, \(Dutch.text(worst.load.late)) te laat.
                """)
        }
        return sentences + [norm.excess.text]
    }
}
