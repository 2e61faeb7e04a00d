/// Nine-digit numbers that a person could have: they pass the eleven test and are in no range for tests.
func possibleCitizenNumbers(_ file: TextFile) throws -> [Finding] {
    try Pattern(#"(?<![\d.\w-])\d{9}(?![\d\w])"#).matches(in: file.text).filter { match in
        let number = match.groups[0]
        return passesElevenTest(number) && !number.hasPrefix("9999") && !wellKnownExamples.contains(number)
    }.map { match in
        Finding(
            path: file.path, line: match.line,
            text: "\(match.groups[0]) could be somebody's citizen service number; use one from 9999…")
    }
}

/// From public specifications, where they stand as examples.
private let wellKnownExamples: Set = ["123456782", "000000000"]

private func passesElevenTest(_ number: String) -> Bool {
    let digits = number.utf8.map { Int($0) - Int(UInt8(ascii: "0")) }
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
    return zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
}

/// Organisation numbers outside the range for tests.
func possibleOrganisationNumbers(_ file: TextFile) throws -> [Finding] {
    try Pattern(#"(?<!\d)0000\d{16}(?!\d)"#).matches(in: file.text).filter { match in
        !match.groups[0].hasPrefix("00000099") && match.groups[0].contains { $0 != "0" }
    }.map { match in
        Finding(
            path: file.path, line: match.line,
            text: "\(match.groups[0]) could be an organisation's number; use one from 00000099…")
    }
}
