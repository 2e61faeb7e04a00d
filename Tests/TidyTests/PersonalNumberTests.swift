import Testing

@Suite struct PersonalNumberTests {
    @Test func `no number in the tree could be a person's or an organisation's`() throws {
        let files = try Tree.project.get().files
        expectNone(try files.flatMap(possibleCitizenNumbers))
        expectNone(try files.flatMap(possibleOrganisationNumbers))
    }

    @Test func `a number that passes the eleven test is found, a test number is not`() throws {
        // Put together here, so that this file holds no such number itself.
        let number = "1112" + "22333"
        let text = "bsn \(number), test 999990019, not passing 111222334, longer 1\(number)"
        #expect(try possibleCitizenNumbers(TextFile(path: "a.md", text: text)).count == 1)
    }

    @Test func `an organisation number outside the test range is found`() throws {
        let text = "oin \("0000" + "0001123456780000"), test 00000099000000001000"
        #expect(try possibleOrganisationNumbers(TextFile(path: "a.md", text: text)).count == 1)
    }
}
