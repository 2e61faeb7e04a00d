/// Protocols that fewer than two types of the product conform to. Values and closures vary behaviour with
/// less.
func lonelyProtocols(in files: [TextFile]) throws -> [Finding] {
    let declaration = try Pattern(#"\bprotocol\s+(\w+)"#)
    let conformance = try Pattern(
        #"\b(?:struct|class|enum|actor|extension)\s+[\w.]+\s*(?:<[^>{]*>)?\s*:([^{]*?)(?:\bwhere\b|\{)"#)
    let conformed = files.flatMap { file in
        conformance.matches(in: file.swift?.code ?? "").flatMap { match in
            match.groups[1].split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
        }
    }
    let counts = Dictionary(conformed.map { ($0, 1) }, uniquingKeysWith: +)
    return files.flatMap { file in
        declaration.matches(in: file.swift?.code ?? "").filter { counts[$0.groups[1], default: 0] < 2 }.map {
            match in
            Finding(
                path: file.path, line: match.line,
                text:
                    "the protocol \(match.groups[1]) has fewer than two conformers; use a value or a closure")
        }
    }
}
