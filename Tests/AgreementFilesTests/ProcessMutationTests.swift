import AgreementFiles
import Agreements
import Testing

/// Every value by which a process goes its way matters: with another one in the file, what can be done
/// differs, or the file is refused.
struct ProcessMutationTests {
    private static let roleKeys: Set = ["by", "who", "on", "each", "responsible"]
    private static let stepKeys: Set = ["after", "from", "until", "during"]
    private static let flagKeys: Set = ["start", "end", "branch"]

    @Test(arguments: try ShippedProcess.keys())
    func `each value of a process changes what can be done, or is refused`(key: String) throws {
        let lines = Self.withoutForms(try ShippedProcess.text(key))
        let process = try ProcessFile(name: "\(key).yaml", text: lines.joined(separator: "\n")).process
        let before = try ProcessSearch(process).account
        var mutated = 0
        for (index, line) in lines.enumerated() {
            for other in Self.others(line, process) {
                var changed = lines
                changed[index] = other
                let isSame = try account(changed.joined(separator: "\n")) == before
                #expect(!isSame, "line \(index + 1): '\(line)' → '\(other)' changes nothing")
                mutated += 1
            }
        }
        #expect(mutated >= 3 * process.steps.count)
    }

    /// The lines of a file without its forms, which say nothing of the way and take long to read.
    private static func withoutForms(_ text: String) -> [String] {
        var formIndent: Int?
        return text.split(separator: "\n").map(String.init).filter { line in
            let indent = line.prefix { $0 == " " }.count
            if let form = formIndent, indent > form { return false }
            formIndent = line.dropFirst(indent) == "form:" ? indent : nil
            return formIndent == nil
        }
    }

    /// Nil when the text is refused.
    private func account(_ text: String) throws -> Set<String>? {
        let file: ProcessFile
        do throws(AgreementFileError) {
            file = try ProcessFile(name: "copy.yaml", text: text)
        } catch {
            return nil
        }
        return try ProcessSearch(file.process).account
    }

    /// The line with other values that look right: each name replaced by another, and the first left out.
    private static func others(_ line: String, _ process: ProcessType) -> [String] {
        guard let (key, value, head) = entry(line) else { return [] }
        if flagKeys.contains(key) { return [head + "false"] }
        if key == "join" { return [head + (value == "all" ? "any" : "all")] }
        if key == "state" { return [head + value + " (anders)"] }
        if key == "guard" { return [head + "[\(value.contains("mandated") ? "designated" : "mandated")]"] }
        let known =
            roleKeys.contains(key)
            ? process.roles.map(\.key) : stepKeys.contains(key) ? process.steps.map(\.key) : []
        guard !known.isEmpty else { return [] }
        return otherNames(value, known: known).map { head + $0 }
    }

    private static func otherNames(_ value: String, known: [String]) -> [String] {
        guard value.hasPrefix("[") else { return known.first { $0 != value }.map { [$0] } ?? [] }
        let names = value.dropFirst().dropLast().split(separator: ",").map {
            String($0.drop { $0 == " " })
        }
        let lists = names.indices.flatMap { index -> [[String]] in
            var without = names
            let name = without.remove(at: index)
            let other = known.first { !names.contains($0) && $0 != name }
            return (index == 0 && !without.isEmpty ? [without] : []) + (other.map { [without + [$0]] } ?? [])
        }
        return lists.map { "[\($0.joined(separator: ", "))]" }
    }

    private static func entry(_ line: String) -> (key: String, value: String, head: String)? {
        guard let colon = line.firstIndex(of: ":"), !line.hasPrefix("#") else { return nil }
        let key = String(line[..<colon].drop { $0 == " " || $0 == "-" })
        let value = String(line[line.index(after: colon)...].drop { $0 == " " })
        return value.isEmpty ? nil : (key, value, String(line.dropLast(value.count)))
    }
}
