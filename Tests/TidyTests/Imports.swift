/// One `import` line.
struct Import: Sendable {
    let module: String
    let line: Int
    /// A comment stands on the line or on the one above it.
    let isExplained: Bool

    static func all(in file: TextFile) throws -> [Import] {
        guard let swift = file.swift else { return [] }
        let comments = swift.comments.split(separator: "\n", omittingEmptySubsequences: false)
        return try statement.get().matches(in: swift.code).map { match in
            let nearby = comments[max(0, match.line - 2)..<min(match.line, comments.count)]
            return Import(
                module: match.groups[1], line: match.line,
                isExplained: nearby.contains { $0.contains { !$0.isWhitespace } })
        }
    }

    private static var statement: Result<Pattern, any Error> {
        Result {
            try Pattern(
                #"^[ \t]*(?:@\w+(?:\(\w+\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"#
                    + #"import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var)\s+)?(\w+)"#)
        }
    }
}

/// The arrows: each import of a module is allowed by `Levels`.
func importsAgainstTheLevels(_ file: TextFile) throws -> [Finding] {
    let parts = file.path.split(separator: "/").map(String.init)
    guard parts.count > 2, parts[0] == "Sources" else { return [] }
    guard let level = Levels.level(of: parts[1]) else {
        return [Finding(path: file.path, text: "the module \(parts[1]) has no place in Levels.swift")]
    }
    return try Import.all(in: file).compactMap { one in
        objection(to: one, in: parts[1], at: level).map { Finding(path: file.path, line: one.line, text: $0) }
    }
}

private func objection(to one: Import, in module: String, at level: Int) -> String? {
    if let other = Levels.level(of: one.module) {
        return other < level
            ? nil
            : "\(module) (level \(level)) imports \(one.module) (level \(other)); arrows point down only"
    }
    if let owners = Levels.thirdParty[one.module] {
        return owners.contains(module)
            ? nil
            : "\(one.module) is imported by \(owners.sorted().joined(separator: ", ")) only"
    }
    if one.module == "Foundation" {
        return level >= Levels.firstWithFoundation || one.isExplained
            ? nil
            : "Foundation below level \(Levels.firstWithFoundation): say why in a comment beside it"
    }
    return Levels.everywhere.contains(one.module)
        ? nil : "\(one.module) is not in Levels.swift; name there who may import it"
}
