import Testing

/// One failure that lists what was found; the first of them when there are many.
func expectNone(_ findings: [Finding]) {
    guard !findings.isEmpty else { return }
    let shown = findings.prefix(40).map { "\n  \($0)" }.joined()
    Issue.record("\(findings.count) found:\(shown)\(findings.count > 40 ? "\n  …" : "")")
}
