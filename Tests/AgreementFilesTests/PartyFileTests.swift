import AgreementFiles
import Testing

@Suite struct PartyFileTests {
    private static let text = """
        parties:
          - agreement: een
            party: afnemer
            organisations: [everyone]
          - agreement: twee
            party: afnemer
            organisations: ["00000099000000001000"]
        """

    @Test func `an agreement binds the organisations that are named, or everyone, and nobody else`() throws {
        let file = try PartyFile(text: Self.text, name: "parties.yaml")
        let (one, other) = ("00000099000000001000", "00000099000000002000")
        #expect(file.binds("een", one) && file.binds("een", other))
        #expect(file.binds("twee", one) && !file.binds("twee", other))
        #expect(!file.binds("drie", one))
        #expect(file.agreements == ["een", "twee"])
    }

    @Test(arguments: ["[iedereen]", "[\"123\"]", "everyone"])
    func `what is no organisation is refused`(_ organisations: String) {
        let text = "parties:\n  - agreement: een\n    party: afnemer\n    organisations: \(organisations)\n"
        #expect(throws: PolicyFileError.self) { try PartyFile(text: text, name: "parties.yaml") }
    }
}
