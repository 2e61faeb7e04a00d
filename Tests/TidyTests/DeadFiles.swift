/// Swift files that hold nothing: comments, imports, or a name that says so.
func emptySwiftFiles(_ file: TextFile) -> [Finding] {
    guard let swift = file.swift else { return [] }
    let holdsSomething = swift.code.split(separator: "\n").contains { line in
        line.contains { !$0.isWhitespace } && !line.contains("import ")
    }
    guard !holdsSomething || file.name == "Placeholder.swift" else { return [] }
    return [Finding(path: file.path, text: "holds nothing; remove it")]
}

/// Fixtures and scripts that nothing in the project names.
func unnamedFiles(in files: [TextFile]) -> [Finding] {
    files.filter { $0.isBelow(["Tests/Fixtures", "script"]) }.filter { file in
        // A script may be known by its folder; a family of fixtures is known by the folder it lies in.
        let parts = file.path.split(separator: "/").map(String.init)
        let names =
            parts.count > 3
            ? [file.name, parts[parts.count - 2] + "\"", parts[parts.count - 2] + "/"] : [file.name]
        return !files.contains { other in
            other.path != file.path && names.contains { other.text.contains($0) }
        }
    }.map { Finding(path: $0.path, text: "nothing names it; remove it") }
}
