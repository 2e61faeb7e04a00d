import Agreements
import CivilTime
import Testing

func instant(_ text: String) throws -> Instant {
    try #require(Instant(rfc3339: text))
}

func interval(_ start: String, _ end: String) throws -> Interval {
    Interval(from: try instant(start), to: try instant(end))
}

func percentage(_ scaled: Int, _ decimals: Int = 0) throws -> Percentage {
    try #require(Percentage(scaled: scaled, decimals: decimals))
}

let afterwards = "2026-12-01T00:00:00Z"

/// Judges one norm on its own over a month.
func judge(
    _ norm: Norm, _ evidence: Evidence, month: String = "2026-10", asOf: String = afterwards
) throws -> [Finding] {
    let line = NormLine(text: "Proef", paragraph: "2.2.2", norm: norm)
    return try agreement([clause("SNO-00", [line])])
        .judge(evidence, in: try #require(CivilMonth(month)), asOf: try instant(asOf)).flatMap(\.findings)
}

func judgeOne(
    _ norm: Norm, _ evidence: Evidence, month: String = "2026-10", asOf: String = afterwards
) throws -> Finding {
    try #require(try judge(norm, evidence, month: month, asOf: asOf).first)
}
