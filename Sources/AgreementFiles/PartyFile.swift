public import Agreements
import Yams

/// Which organisations stand for which party of which agreement, as the policy file has it.
public struct PartyFile: Sendable {
    private let entries: [Entry]

    private struct Entry: Sendable, Decodable {
        let agreement: String
        let party: String
        let organisations: [String]
    }

    private struct Document: Decodable {
        let parties: [Entry]
    }

    /// Stands for every organisation that is registered.
    private static let everyone = "everyone"
    private static let digitCount = 20

    public init(text: String, name: String) throws(PolicyFileError) {
        do {
            entries = try YAMLDecoder().decode(Document.self, from: text).parties
        } catch {
            throw PolicyFileError(
                description:
                    "\(name): expected parties, each with agreement, party and organisations: \(error)")
        }
        for entry in entries {
            if let wrong = entry.organisations.first(where: { !Self.isOrganisation($0) }) {
                throw PolicyFileError(
                    description:
                        "\(name): '\(wrong)' is no OIN of twenty digits, in quotes, and not 'everyone'")
            }
        }
    }

    /// Whether an agreement concerns an organisation.
    ///
    /// - Parameter oin: its twenty digits.
    public func binds(_ agreement: String, _ oin: String) -> Bool {
        entries.contains { entry in
            entry.agreement == agreement
                && (entry.organisations.contains(oin) || entry.organisations.contains(Self.everyone))
        }
    }

    /// What the file says of an agreement that the agreement does not say; nil where all is well.
    public func flaw(in agreement: Agreement) -> String? {
        let customers = Set(agreement.parties.filter { $0.side == .customer }.map(\.key))
        return entries.first { $0.agreement == agreement.name && !customers.contains($0.party) }.map {
            "'\($0.party)' is no customer in the agreement '\(agreement.name)'"
        }
    }

    /// The agreements that it names.
    public var agreements: Set<String> { Set(entries.map(\.agreement)) }

    private static func isOrganisation(_ text: String) -> Bool {
        text == everyone
            || text.utf8.count == digitCount && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
