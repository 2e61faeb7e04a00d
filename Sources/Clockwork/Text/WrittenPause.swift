public import Agreements
import CivilTime

extension Pause {
    /// A pause as a person writes it: `FROM/TO:party` or `FROM/TO/party`, `FROM/:party` while it lasts.
    ///
    /// Nil where a moment cannot be read, or the end lies before the start.
    public init?(written text: String) {
        var parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        var party = ""
        if parts.count == 3 {
            party = parts.removeLast()
        } else if parts.count == 2, let colon = parts[1].lastIndex(of: ":"),
            parts[1][colon...].dropFirst().first.map({ $0.isLetter }) ?? false
        {
            party = String(parts[1][colon...].dropFirst())
            parts[1] = String(parts[1][..<colon])
        }
        guard parts.count == 2, let from = Instant(written: parts[0].trimmed) else { return nil }
        var end: Instant?
        if !parts[1].trimmed.isEmpty {
            guard let to = Instant(written: parts[1].trimmed), from <= to else { return nil }
            end = to
        }
        self.init(
            from: from, to: end, reason: "wacht",
            responsible: party.trimmed.isEmpty ? "onbekend" : party.trimmed)
    }

    /// What is said of a pause that cannot be read.
    public static let writtenForm = "FROM/TO:party, such as '2026-04-03 16:00/2026-04-06 09:00:afnemer'"
}

extension StringProtocol {
    /// Without blanks at both ends.
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace ?? false { text = text.dropFirst() }
        while text.last?.isWhitespace ?? false { text = text.dropLast() }
        return String(text)
    }
}
