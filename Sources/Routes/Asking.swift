import HTTPTypes
import Hummingbird
import OpenAPI

/// A described endpoint is asked for what it has: no parameter that it does not know, no media type that it
/// does not make. A mistyped parameter that passes unnoticed would give another answer than was asked for.
enum Asking {
    static func check(_ request: Request, at endpoint: Endpoint) throws(Problem) {
        guard let description = endpoint.description else { return }
        let known = description.parameters.filter { $0.place == .query }.map(\.name)
        try checkPath(request)
        try checkQuery(request, known: known)
        try checkAccept(request, endpoint.answeredMediaTypes)
    }

    /// ADR `/core/no-trailing-slash`: with a slash at its end it is another address, where nothing is.
    private static func checkPath(_ request: Request) throws(Problem) {
        if request.head.path?.split(separator: "?", maxSplits: 1).first?.hasSuffix("/") == true {
            throw Problem(.notFound, "Dit adres bestaat niet: laat de schuine streep aan het eind weg.")
        }
    }

    private static func checkQuery(_ request: Request, known: [String]) throws(Problem) {
        var faults: [Problem.Fault] = []
        var seen: Set<String> = []
        for (key, _) in request.uri.queryParameters {
            let name = String(key)
            if !known.contains(name) {
                faults.append(.init(path: shown(name), reason: "deze parameter bestaat hier niet"))
            } else if !seen.insert(name).inserted {
                faults.append(.init(path: name, reason: "staat er meer dan één keer"))
            }
        }
        guard faults.isEmpty else {
            throw Problem(
                .invalidInput, "De parameters in het adres kloppen niet.",
                faults: Array(faults.prefix(faultsLimit)))
        }
    }

    /// An answer names so many parameters; somebody who sends more knows enough.
    private static let faultsLimit = 20

    /// What a caller wrote by mistake may be anything, also a number of a person: only what looks like a name
    /// is repeated.
    private static func shown(_ name: String) -> String {
        let isName = (1...40).contains(name.utf8.count) && name.utf8.allSatisfy(letters.contains)
        return isName ? name : "parameter"
    }

    private static let letters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)

    private static func checkAccept(_ request: Request, _ made: [String]) throws(Problem) {
        guard let accept = request.headers[.accept], !made.isEmpty else { return }
        let ranges = accept.split(separator: ",").compactMap(MediaRange.init)
        guard !made.contains(where: { type in MediaRange.accepts(type, ranges) }) else { return }
        throw Problem(.notAcceptable, "Hier komt: \(made.joined(separator: ", ")).")
    }
}

/// One part of an `Accept` header: `text/*;q=0.5` (RFC 9110 §12.5.1).
struct MediaRange {
    private let type: String
    private let isRefused: Bool

    init?(_ text: Substring) {
        let parts = text.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
        guard let type = parts.first, type.contains("/") else { return nil }
        self.type = type
        isRefused = parts.dropFirst().contains { part in
            part.hasPrefix("q=0") && part.dropFirst(3).allSatisfy { $0 == "." || $0 == "0" }
        }
    }

    /// The most exact range that fits decides; a header without one readable range asks for nothing.
    static func accepts(_ type: String, _ ranges: [MediaRange]) -> Bool {
        guard !ranges.isEmpty else { return true }
        let family = type.prefix { $0 != "/" } + "/*"
        for wanted in [type, String(family), "*/*"] {
            if let range = ranges.first(where: { $0.type == wanted }) { return !range.isRefused }
        }
        return false
    }
}
