import Foundation

/// A target of `Package.swift` with the modules that it declares to depend on.
struct Target: Sendable {
    let name: String
    let isTest: Bool
    let dependencies: Set<String>

    /// Reads the manifest as it is written here: `module("Name", […])`, `tests("Name", […])`,
    /// `.executableTarget(name: …)`, with products by `.product(name: …)` or by a constant that stands for
    /// one.
    static func all(in manifest: TextFile) throws -> [Target] {
        let text = manifest.text
        let constant = try Pattern(#"^let (\w+): Target\.Dependency = \.product\(name: "(\w+)""#)
        let products = Dictionary(
            constant.matches(in: text).map { ($0.groups[1], $0.groups[2]) },
            uniquingKeysWith: { first, _ in first })
        let start = try Pattern(
            #"(module|tests|\.executableTarget|\.target|\.testTarget)\(\s*(?:name: )?"(\w+)""#)
        return try start.matches(in: text).map { match in
            let body = enclosed(in: text, after: match.groups[0])
            return Target(
                name: match.groups[2],
                isTest: match.groups[1] == "tests" || match.groups[1] == ".testTarget",
                dependencies: try dependencies(in: body, products: products))
        }
    }

    /// The text up to the parenthesis that closes the one in `opening`.
    private static func enclosed(in text: String, after opening: String) -> Substring {
        guard let range = text.range(of: opening) else { return "" }
        var depth = 1
        let rest = text[range.upperBound...]
        let end = rest.firstIndex { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            return depth == 0
        }
        return rest[..<(end ?? rest.endIndex)]
    }

    private static func dependencies(in body: Substring, products: [String: String]) throws -> Set<String> {
        var names: Set<String> = []
        for match in try Pattern(#"\.product\(name: "(\w+)", package: "[^"]+"\)|"(\w+)"|\b(\w+)\b"#).matches(
            in: String(body))
        {
            let constant = products[match.groups[3]] ?? ""
            names.formUnion([match.groups[1], match.groups[2], constant])
        }
        names.remove("")
        return names
    }
}

/// What is imported is declared, and what is declared is imported.
///
/// The compiler checks neither: it lets a target import what another target declared, and an arrow that
/// nobody uses any more stays in the manifest for ever.
func declarationsAgainstImports(manifest: TextFile, files: [TextFile]) throws -> [Finding] {
    let targets = try Target.all(in: manifest)
    let own = Set(targets.map(\.name))
    return try targets.flatMap { target in
        let folders = ["Sources/\(target.name)", "Tests/\(target.name)"]
        let imported = try files.filter { $0.isBelow(folders) }.flatMap(Import.all(in:)).map(\.module)
        let needed = Set(imported).filter { own.contains($0) || Levels.isPackage($0) }
        let missing = needed.subtracting(target.dependencies).map {
            "\(target.name) imports \($0) without declaring it"
        }
        // Names that are neither a target nor a product, such as folders of resources, are no dependencies.
        let unused = target.dependencies.filter { own.contains($0) || Levels.isPackage($0) }
            .subtracting(imported).map { "\(target.name) declares \($0) and does not import it" }
        return (missing + unused).sorted().map { Finding(path: manifest.path, text: $0) }
    }
}

extension Levels {
    static func isPackage(_ module: String) -> Bool {
        thirdParty.keys.contains(module)
            || ["NIOCore", "Logging", "Metrics", "Crypto", "ServiceLifecycle"].contains(module)
    }
}
