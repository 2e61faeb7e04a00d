import Foundation
import MessageBox
import Testing

/// Our own check of a message and libxml2's validator give the same verdict on mutated messages.
///
/// Where ours deliberately differs (see `MessageCheck`), libxml2 is shown the document as ours understands
/// it: without white space around dates and whole numbers, and with a date in an empty `PublicatieDatum`.
/// What is refused whole for a rule that is not the schema's (a DOCTYPE, broken namespaces, ids in the digits
/// of other scripts) is only checked for being refused by exactly that rule.
@Suite struct SchemaAgreementTests {
    static let documentCount = 12_000

    @Test func `our message check and xmllint agree on mutated messages`() async throws {
        let chosen = ProcessInfo.processInfo.environment["PEIL_TEST_SEED"].flatMap(UInt64.init)
        let seed = chosen ?? UInt64.random(in: 0...UInt64.max)
        print("mutated messages: PEIL_TEST_SEED=\(seed)")
        var generator = SeededGenerator(seed: seed)
        let documents = (0..<Self.documentCount).map { _ in mutatedDocument(using: &generator) }
        let judgements = try await Xmllint.judge(documents.map(understood), schema: "batch-request.xsd")
        var valid = 0
        for (document, judgement) in zip(documents, judgements) {
            let verdict = try process(document)
            if verdict.isValid { valid += 1 }
            #expect(try admit(document).rejection == verdict.rejection, "the door and processing differ")
            if !agrees(verdict, judgement, document) {
                let faults = verdict.messages.flatMap(\.faults)
                Issue.record(
                    """
                    seed \(seed), xmllint \(judgement)
                    ours \(String(describing: verdict.rejection)) \(faults)
                    \(String(decoding: document, as: UTF8.self))
                    """)
            }
        }
        #expect(valid > documents.count / 10 && valid < documents.count * 9 / 10, "\(valid) are valid")
    }

    private func agrees(_ verdict: Verdict, _ judgement: Xmllint.Judgement, _ document: [UInt8]) -> Bool {
        switch verdict.rejection?.reason {
        case .documentTypeNotAllowed: true
        case .notWellFormed: judgement.hasNamespaceError || !judgement.isValid
        case .batchIDNotGUID, .messageIDNotGUID: !judgement.isValid || hasForeignDigit(document)
        case .some: !judgement.isValid
        case nil: verdict.isValid == judgement.isValid && !judgement.hasNamespaceError
        }
    }

    private func hasForeignDigit(_ document: [UInt8]) -> Bool {
        let text = String(decoding: document, as: UTF8.self)
        return text.contains("&#")
            || text.unicodeScalars.contains {
                !$0.isASCII && $0.properties.generalCategory == .decimalNumber
            }
    }

    /// The document as our check understands it. Latin-1 carries any bytes through the expressions unharmed.
    private func understood(_ document: [UInt8]) -> [UInt8] {
        let blank = "(?:[ \\t\\r\\n]|&#(?:32|9|10|13|x9|xA|xD|x20);)"
        let space = "(?:\(blank)|<!\\[CDATA\\[\(blank)*\\]\\]>|<!--[^<>-]*-->|<\\?[^<>]*\\?>)"
        let names = "(?:AanmaakDatum|PublicatieDatum|EindDatumHandelingsTermijn|Volgorde)"
        let rules = [
            ("(<[a-z:]*\(names)(?:\\s[^<>]*)?(?<!/)>)\(space)+", "$1"),
            ("(?<![ \\t\\r\\n])\(space)++(</[a-z:]*\(names)\\s*>)", "$1"),
            (
                "<(m:PublicatieDatum)((?:\\s[^<>]*)?)(?:/>|(?<!/)></\\1\\s*>)",
                "<$1$2>2026-01-01T00:00:00Z</$1>"
            ),
        ]
        var text = String(document.map { Character(Unicode.Scalar($0)) })
        for (pattern, template) in rules {
            text = text.replacingOccurrences(of: pattern, with: template, options: .regularExpression)
        }
        return text.unicodeScalars.map { UInt8($0.value) }
    }
}
