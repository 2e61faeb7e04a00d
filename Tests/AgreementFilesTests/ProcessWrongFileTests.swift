import AgreementFiles
import Agreements
import Testing

struct ProcessWrongFileTests {
    /// A process with every part that a file may have.
    private static let text = """
        # Een kleine vraag.
        process: small
        title: Klein
        purpose: Iets vragen en antwoord krijgen.
        requirements: [BVV-14]
        roles:
          asker: Wie vraagt
          desk: De servicedesk
          party: De partij
        form:
          - key: kind
            title: Soort
            type: choice
            required: true
            help: Welke soort?
            choices:
              - key: one
                title: Eén
              - key: two
                title: Twee
        steps:
          - step: file
            title: Indienen
            by: [asker]
            start: true
            state: Ingediend
            guard: [designated]
            tells:
              - who: [desk]
                what: Zaak {nummer} is er.
          - step: forward
            title: Doorsturen
            by: [desk]
            after: [file]
            each: party
            state: Bij de partijen
          - step: assess
            title: Beoordelen
            by: [party]
            after: [forward]
            branch: true
            state: Beoordeeld
          - step: collate
            title: Samenvoegen
            by: [desk]
            after: [assess]
            join: all
            end: true
            state: Klaar
        terms:
          - term: whole
            title: Alles
            from: [file]
            until: [collate]
            on: desk
        pauses:
          - pause: waiting
            title: Wacht
            during: [file]
            by: [desk]
            responsible: asker
        links: [small]

        """

    private func problems(of text: String) -> [AgreementFileError.Problem] {
        do throws(AgreementFileError) {
            _ = try ProcessFile(name: "small.yaml", text: text)
            return []
        } catch {
            return error.problems
        }
    }

    @Test func `a file with every part is read`() throws {
        let process = try ProcessFile(name: "small.yaml", text: Self.text).process
        #expect(process.roles.map(\.title) == ["Wie vraagt", "De servicedesk", "De partij"])
        #expect(process.form.first?.choices.map(\.title) == ["Eén", "Twee"])
        #expect(process.steps.map(\.fanOut) == [nil, "party", nil, nil])
        #expect(process.step("collate")?.join == .all)
        #expect(process.step("file")?.guards == [.designated])
        #expect(process.pauses.first?.responsible == "asker")
        #expect(process.requirements == ["BVV-14"])
    }

    @Test(arguments: [
        ("by: [party]", "by: [partij]", "steps[3].by", "roles of this process: asker, desk, party", 1),
        ("after: [forward]", "after: [forwards]", "steps[3].after", "steps of this process", 1),
        ("until: [collate]", "until: [colate]", "terms[1].until", "steps of this process", 1),
        ("during: [file]", "during: [fiel]", "pauses[1].during", "steps of this process", 1),
        ("start: true", "start: yes", "steps[1].start", "true or false", 1),
        ("guard: [designated]", "guard: [allowed]", "steps[1].guard[1]", "one of designated, notice_kept", 1),
        ("join: all", "join: some", "steps[4].join", "one of all, any", 1),
        ("each: party", "every: party", "steps[2].every", "one of the keys after, branch, by", 2),
        ("type: choice", "type: text", "form[1].choices", "nothing: the type is text", 1),
        ("type: choice", "type: keuze", "form[1].type", "one of text, long_text, number", 1),
        ("key: two", "key: one", "form[1].choices[2].key", "each choice once", 1),
        ("help: Welke soort?", "hulp: Welke soort?", "form[1].help", "a text", 2),
        ("{nummer}", "{getal}", "steps[1].tells", "places to fill in such as {nummer}", 1),
        ("step: assess", "step: forward", "steps[3].step", "each step once", 2),
        ("[BVV-14]", "[BVV-1]", "requirements[1]", "the id of a requirement such as BVV-14", 1),
        ("asker: Wie", "Asker: Wie", "roles", "a name in lower case letters", 4),
        (
            "  party: De", "  idler: Wie niets doet\n  party: De", "roles",
            "roles that a step, term or pause", 1
        ),
        ("    branch: true\n", "", "steps[4].join", "after: steps with branch: true", 2),
        ("    join: all\n", "", "steps[4].after", "join: all or any beside it", 1),
        ("    end: true\n", "", "steps", "a step with end: true", 1),
        ("from: [file]", "from: [collate]", "terms[1].until", "steps that can follow those of from", 1),
        ("links: [small]", "links: [small, small]", "links", "each entry once", 1),
    ])
    func `a wrong value is told with line, key and what was expected`(
        from: String, to: String, key: String, expected: String, count: Int
    ) throws {
        try #require(Self.text.contains(from))
        let text = Self.text.replacing(from, with: to, maxReplacements: 1)
        let found = problems(of: text)
        #expect(found.count == count, "\(found.map(\.description))")
        let problem = try #require(found.first { $0.key == key }, "\(found.map(\.description))")
        #expect(problem.expected.hasPrefix(expected), "\(problem)")
        #expect(problem.line > 1)
    }

    @Test func `a choice without choices is refused, and a role said twice`() {
        let choices =
            "    choices:\n      - key: one\n        title: Eén\n      - key: two\n        title: Twee\n"
        let without = problems(of: Self.text.replacing(choices, with: ""))
        #expect(without.map(\.key) == ["form[1].choices"])
        let twice = problems(of: Self.text.replacing("  desk: De", with: "  asker: De"))
        #expect(twice.map(\.found) == ["the same key again"])
    }

    @Test func `all mistakes of a file come together, in the order of the file`() {
        let text = Self.text.replacing("each: party", with: "each: parties")
            .replacing("responsible: asker", with: "responsible: nobody")
            .replacing("on: desk", with: "on: boss")
        let found = problems(of: text)
        #expect(found.map(\.key) == ["steps[2].each", "terms[1].on", "pauses[1].responsible"])
        #expect(found.map(\.line) == found.map(\.line).sorted())
    }

    @Test func `a link leads to a process of the folder, and a file bears the name of its process`() throws {
        let small = try ProcessFile(name: "folder/small.yaml", text: Self.text)
        try ProcessFile.check(together: [small])
        let other = try ProcessFile(
            name: "folder/other.yaml", text: Self.text.replacing("links: [small]", with: "links: [tiny]"))
        let error = #expect(throws: AgreementFileError.self) {
            try ProcessFile.check(together: [small, other])
        }
        #expect(error?.file == "folder/other.yaml")
        #expect(error?.problems.map(\.key) == ["process", "links"])
        #expect(error?.problems.map(\.found) == ["'small'", "'tiny'"])
        #expect(error?.problems.map(\.line) == [2, 62])
    }

    @Test(arguments: ["", "text", "- 1", "process: [", "process: small", "a: 1\na: 2"])
    func `what is no process is refused, not crashed on`(text: String) {
        #expect(!problems(of: text).isEmpty)
    }
}
