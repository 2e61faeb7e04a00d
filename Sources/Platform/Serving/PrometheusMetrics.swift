public import Metrics
import Synchronization

/// Collects what `swift-metrics` is told and writes it as Prometheus reads it. Labels are few and never
/// personal.
public final class PrometheusMetrics: MetricsFactory {
    /// The one collector of the process: `MetricsSystem` can be bootstrapped once.
    public static let installed: PrometheusMetrics = {
        let metrics = PrometheusMetrics()
        MetricsSystem.bootstrap(metrics)
        return metrics
    }()

    struct Series: Hashable {
        let name: String
        let labels: [String]
    }

    struct Figure {
        var sum = 0.0
        var count = 0
        var kind: Kind
    }

    enum Kind: String {
        case counter, gauge, summary
    }

    private let figures = Mutex<[Series: Figure]>([:])
    /// A label with unbounded values would fill memory; past this, new series are dropped.
    private static let seriesLimit = 2_000

    fileprivate func note(_ series: Series, _ kind: Kind, _ change: (inout Figure) -> Void) {
        figures.withLock { figures in
            guard figures[series] != nil || figures.count < Self.seriesLimit else { return }
            change(&figures[series, default: Figure(kind: kind)])
        }
    }

    /// All series in the text format, in order of name.
    public func text() -> String {
        let all = figures.withLock { $0 }
        var lines: [String] = []
        var last = ""
        for (series, figure) in all.sorted(by: {
            ($0.key.name, $0.key.labels.joined()) < ($1.key.name, $1.key.labels.joined())
        }) {
            if series.name != last { lines.append("# TYPE \(series.name) \(figure.kind.rawValue)") }
            last = series.name
            let labels = series.labels.isEmpty ? "" : "{\(series.labels.joined(separator: ","))}"
            switch figure.kind {
            case .counter, .gauge: lines.append("\(series.name)\(labels) \(figure.sum)")
            case .summary:
                lines.append("\(series.name)_sum\(labels) \(figure.sum)")
                lines.append("\(series.name)_count\(labels) \(figure.count)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension PrometheusMetrics {
    private func series(_ label: String, _ dimensions: [(String, String)]) -> Series {
        let name = String(label.map { $0.isLetter || $0.isNumber ? $0 : "_" })
        let labels = dimensions.map { key, value in
            let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            return "\(key)=\"\(escaped.replacing("\n", with: " "))\""
        }
        return Series(name: name, labels: labels)
    }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        CounterSeries(metrics: self, series: series(label, dimensions))
    }

    public func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        RecordedSeries(metrics: self, series: series(label, dimensions), aggregate: aggregate)
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        TimedSeries(metrics: self, series: series(label + "_seconds", dimensions))
    }

    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}
}

private final class CounterSeries: CounterHandler {
    let metrics: PrometheusMetrics
    let series: PrometheusMetrics.Series

    init(metrics: PrometheusMetrics, series: PrometheusMetrics.Series) {
        self.metrics = metrics
        self.series = series
    }

    func increment(by amount: Int64) {
        metrics.note(series, .counter) { $0.sum += Double(amount) }
    }

    func reset() {
        metrics.note(series, .counter) { $0.sum = 0 }
    }
}

private final class RecordedSeries: RecorderHandler {
    let metrics: PrometheusMetrics
    let series: PrometheusMetrics.Series
    let aggregate: Bool

    init(metrics: PrometheusMetrics, series: PrometheusMetrics.Series, aggregate: Bool) {
        self.metrics = metrics
        self.series = series
        self.aggregate = aggregate
    }

    func record(_ value: Int64) {
        record(Double(value))
    }

    func record(_ value: Double) {
        let isSummary = aggregate
        metrics.note(series, isSummary ? .summary : .gauge) { figure in
            figure.sum = isSummary ? figure.sum + value : value
            figure.count += 1
        }
    }
}

private final class TimedSeries: TimerHandler {
    let metrics: PrometheusMetrics
    let series: PrometheusMetrics.Series

    init(metrics: PrometheusMetrics, series: PrometheusMetrics.Series) {
        self.metrics = metrics
        self.series = series
    }

    func recordNanoseconds(_ duration: Int64) {
        metrics.note(series, .summary) { figure in
            figure.sum += Double(duration) / 1_000_000_000
            figure.count += 1
        }
    }
}
