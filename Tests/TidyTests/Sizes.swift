/// How large things may grow before they are to be taken apart.
enum Sizes {
    static let linesOfFile = 400
    static let medianLinesOfFile = 90
    static let linesOfFunction = 70
    /// Nine in ten functions are at most this long.
    static let usualLinesOfFunction = 25
    static let charactersOfLine = 110
    /// Written by hand and read as code; the line limit holds for these.
    static let code: Set = ["swift", "py", "c", "h", "sh", "css"]
}

func tooLong(_ file: TextFile) -> [Finding] {
    let count = file.lines.count
    guard count > Sizes.linesOfFile else { return [] }
    return [
        Finding(path: file.path, text: "\(count) lines; at most \(Sizes.linesOfFile): take it apart by act")
    ]
}

func tooLongFunctions(_ file: TextFile) -> [Finding] {
    FunctionSize.all(in: file.swift?.code ?? "").filter { $0.lineCount > Sizes.linesOfFunction }.map {
        Finding(
            path: file.path, line: $0.line,
            text: "a function of \($0.lineCount) lines; at most \(Sizes.linesOfFunction)")
    }
}

func tooWide(_ file: TextFile) -> [Finding] {
    zip(file.lines, 1...).filter { $0.0.count > Sizes.charactersOfLine }.map { line, number in
        Finding(
            path: file.path, line: number, text: "\(line.count) characters; at most \(Sizes.charactersOfLine)"
        )
    }
}

extension Sequence where Element == Int {
    /// The value that the given share of the values does not exceed; 0 where there are none.
    func percentile(_ share: Double) -> Int {
        let sorted = sorted()
        guard !sorted.isEmpty else { return 0 }
        return sorted[Swift.min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
}
