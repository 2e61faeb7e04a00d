/// The rules for Markdown pages.
struct Page: Sendable {
    let file: TextFile
    /// The lines outside fenced code, with their numbers; the others are blank.
    private let prose: [(text: Substring, line: Int)]

    init(_ file: TextFile) {
        self.file = file
        var fenced = false
        prose = zip(file.lines, 1...).map { line, number in
            if line.hasPrefix("```") { fenced.toggle() }
            return (fenced || line.hasPrefix("```") ? "" : line, number)
        }
    }

    /// One title, on the first line.
    var titleFindings: [Finding] {
        let titles = prose.filter { $0.text.hasPrefix("# ") }
        return titles.map(\.line) == [1]
            ? []
            : [
                Finding(
                    path: file.path, text: "a page begins with its title and has one; found \(titles.count)")
            ]
    }

    /// Places in the project that the page points to, as paths from the root.
    func links() throws -> [(path: String, line: Int)] {
        let link = try Pattern(#"\]\(([^)\s#:]+)(?:#[^)]*)?\)"#)
        return prose.flatMap { text, line in
            link.matches(in: String(text)).map { (path: resolve($0.groups[1]), line: line) }
        }
    }

    func deadLinks(in paths: Set<String>) throws -> [Finding] {
        try links().filter { !paths.contains($0.path) }.map {
            Finding(path: file.path, line: $0.line, text: "links to \($0.path), which is not there")
        }
    }

    private func resolve(_ link: String) -> String {
        var parts = link.hasPrefix("/") ? [] : file.path.split(separator: "/").dropLast().map(String.init)
        for piece in link.split(separator: "/") {
            if piece == ".." { _ = parts.popLast() } else if piece != "." { parts.append(String(piece)) }
        }
        return parts.joined(separator: "/")
    }
}

/// Pages that nobody gets to: no page that can be reached from the README links to them.
func unreachablePages(in files: [TextFile]) throws -> [Finding] {
    let pages = Dictionary(files.map { ($0.path, Page($0)) }, uniquingKeysWith: { first, _ in first })
    var reached: Set<String> = []
    var next = ["README.md"]
    while let path = next.popLast() {
        guard reached.insert(path).inserted, let page = pages[path] else { continue }
        next += try page.links().map(\.path)
    }
    return pages.keys.filter { !reached.contains($0) }.sorted().map {
        Finding(path: $0, text: "no page that the README leads to links to it")
    }
}

/// The changelog: newest first, beginning with what is unreleased; each part by reader.
func changelogFindings(_ file: TextFile) -> [Finding] {
    let readers = ["### For users", "### For integrators", "### For operators"]
    let headings = zip(file.lines, 1...).filter { $0.0.hasPrefix("##") }
    var findings: [Finding] = []
    if headings.first?.0 != "## Unreleased" {
        findings.append(Finding(path: file.path, text: "begins with `## Unreleased`"))
    }
    for (heading, line) in headings where heading.hasPrefix("### ") && !readers.contains(String(heading)) {
        findings.append(
            Finding(
                path: file.path, line: line,
                text: "parts are \(readers.joined(separator: ", ")), not `\(heading)`"))
    }
    return findings
}
