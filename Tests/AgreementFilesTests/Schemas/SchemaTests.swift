import AgreementFiles
import Foundation
import Testing

/// The schemas that editors help with say the same as what reads the files.
struct SchemaTests {
    @Test func `the schema of agreements knows the keys that are read, and those that must be there`() throws
    {
        let text = SmallAgreement.text
        var norms: [String] = []
        for line in text.split(separator: "\n") where line.contains("- kind: ") {
            norms.append(String(line.split(separator: " ").last ?? ""))
        }
        let seen = try compare(KeyedLines(text), with: try Schema("agreement.schema.json"), norms: norms) {
            problems(of: $0)
        }
        #expect(seen > 200)
    }

    @Test(arguments: ["extra-opening", "calamity", "disturbance", "standard-change"])
    func `the schema of process types knows the keys that are read, and those that must be there`(
        process: String
    ) throws {
        let path = "\(Shipped.folder)/processes/\(process).yaml"
        let lines = KeyedLines(try String(contentsOfFile: path, encoding: .utf8))
        let seen = try compare(lines, with: try Schema("process.schema.json"), norms: []) { text in
            processProblems(of: text)
        }
        #expect(seen > 30)
    }

    private func processProblems(of text: String) -> [AgreementFileError.Problem] {
        do {
            _ = try ProcessFile(name: "wrong.yaml", text: text)
            return []
        } catch {
            return error.problems
        }
    }

    /// Takes out each key in turn. The kind of a norm and keys that a file chooses itself are left out.
    private func compare(
        _ lines: KeyedLines, with schema: Schema, norms: [String],
        problems: (String) -> [AgreementFileError.Problem]
    ) throws -> Int {
        var seen = 0
        for (key, line, text) in lines.replaced {
            let found = problems(text)
            guard let unknown = found.first(where: { $0.found == "the key 'zzz'" }) else { continue }
            let place = String(unknown.key.dropLast(unknown.key.hasSuffix(".zzz") ? 4 : 3))
            let read = unknown.expected.dropFirst("one of the keys ".count).split(separator: ", ")
            guard Set(read) != ["value", "assumed", "reason"] else { continue }
            let keys = try schema.keys(at: place, inClause: unknown.clause != nil, norms: norms)
            #expect(keys.may == Set(read.map(String.init)), "line \(line): \(place)")
            let missing = found.contains {
                $0.found == "nothing: the key is missing"
                    && $0.key == (place.isEmpty ? key : "\(place).\(key)")
            }
            // What a field lets choose from must be there with one type of answer, and may not with others.
            guard key != "choices" else { continue }
            #expect(missing == keys.must.contains(key), "line \(line): \(place) \(key)")
            seen += 1
        }
        return seen
    }
}
