public import CivilTime
import Yams

/// One version of the terms of use as its policy file has it.
public struct TermsFile: Sendable {
    public struct Section: Sendable, Decodable {
        public let heading: String
        public let paragraphs: [String]
    }

    public let version: String
    public let validFrom: CivilDate
    public let minimumAge: Int
    public let dutch: [Section]
    public let english: [Section]

    private struct Document: Decodable {
        let version: String
        let validFrom: String
        let minimumAge: Int
        let text: Languages

        struct Languages: Decodable {
            let nl: [Section]
            let en: [Section]
        }

        enum CodingKeys: String, CodingKey {
            case version, text
            case validFrom = "valid_from"
            case minimumAge = "minimum_age"
        }
    }

    public init(text: String, name: String) throws(PolicyFileError) {
        let document: Document
        do {
            document = try YAMLDecoder().decode(Document.self, from: text)
        } catch {
            throw PolicyFileError(
                description: """
                    \(name): expected version, valid_from, minimum_age and text with nl and en, each a \
                    list of sections with heading and paragraphs: \(error)
                    """)
        }
        guard let validFrom = CivilDate(document.validFrom) else {
            throw PolicyFileError(description: "\(name): valid_from is a day such as 2026-01-01")
        }
        guard (1...40).contains(document.version.unicodeScalars.count) else {
            throw PolicyFileError(description: "\(name): version is 1 to 40 characters")
        }
        guard (0...120).contains(document.minimumAge) else {
            throw PolicyFileError(description: "\(name): minimum_age is a number of years")
        }
        guard !document.text.nl.isEmpty, document.text.nl.count == document.text.en.count else {
            throw PolicyFileError(description: "\(name): nl and en have the same sections, at least one")
        }
        version = document.version
        self.validFrom = validFrom
        minimumAge = document.minimumAge
        dutch = document.text.nl
        english = document.text.en
    }
}
