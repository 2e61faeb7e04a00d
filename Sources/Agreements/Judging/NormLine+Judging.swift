import CivilTime

/// The month that is judged, as far as it has passed.
struct JudgedPeriod {
    let month: CivilMonth
    let passed: Interval

    init(month: CivilMonth, asOf now: Instant) {
        self.month = month
        let whole = month.interval
        passed = Interval(from: whole.start, to: max(whole.start, min(whole.end, now)))
    }
}

extension NormLine {
    /// What this line says of a month. One on handling says nothing on its own, since another line may be the
    /// one that holds for a case: ``HandlingMonth`` judges those together.
    func judge(_ evidence: Evidence, over period: JudgedPeriod, by rule: PriorityRule) -> [Finding] {
        switch norm {
        case .capacity(let norm): [norm.judge(evidence.loads[norm.flow], over: period, line: self)]
        case .order(let norm): [norm.judge(evidence.order[norm.flow], line: self)]
        case .term(let norm): [norm.judge(evidence.terms[norm.flow], line: self)]
        case .responseTime(let norm): [norm.judge(evidence.responseTimes[norm.interface], line: self)]
        case .size(let norm): [norm.judge(evidence.attachments, line: self)]
        case .designLoad(let norm): [norm.judge(evidence.attachments, line: self)]
        case .reoffer(let norm): [norm.judge(evidence.reoffers, line: self)]
        case .redelivery(let norm): [norm.judge(evidence.redeliveries, line: self)]
        case .availability(let norm): norm.judge(evidence, over: period, by: rule, line: self)
        case .share(let norm): [norm.judge(evidence.shares[norm.of], line: self)]
        case .answerTime(let norm): [norm.judge(evidence.answerTimes, line: self)]
        case .mean(let norm): [norm.judge(evidence.marks[norm.of], line: self)]
        case .number(let norm): [norm.judge(evidence.numbers[norm.of], line: self)]
        case .length(let norm): [norm.judge(evidence.lengths[norm.of], line: self)]
        case .forecast(let norm): norm.judge(evidence.forecasts, over: period, line: self)
        case .handling: []
        }
    }

    /// A finding of this line; its subject is the line's own text unless another is given.
    func finding(
        _ verdict: Verdict, about subject: String? = nil, norm: String, measured: String, observations: Int,
        fraction: Fraction? = nil, fractionText: String? = nil, peil: PeilLine? = nil, _ explanation: [String]
    ) -> Finding {
        Finding(
            subject: subject ?? text, paragraph: paragraph, norm: norm, measured: measured, verdict: verdict,
            observations: observations, fraction: fraction,
            fractionText: fractionText
                ?? fraction.map { "\(Dutch.text($0.numerator)) van \(Dutch.text($0.denominator))" },
            peil: peil, explanation: explanation)
    }

    /// The finding where there is no evidence to judge.
    func unmeasured(about subject: String? = nil, norm: String, because reason: String) -> Finding {
        finding(
            .noMeasurement, about: subject, norm: norm, measured: Verdict.noMeasurement.text, observations: 0,
            [reason])
    }
}
