import Agreements
import Testing

struct ProcessBindingTests {
    private typealias Small = SmallProcess

    private func binding(_ roles: [String], form: [FormField] = []) -> ProcessBinding {
        ProcessBinding(
            type: "small",
            roles: Dictionary(uniqueKeysWithValues: roles.map { ($0, ["own-\($0)"]) }), form: form)
    }

    @Test func `an agreement that fills every role has the process as it is, with its own fields`() {
        let field = FormField(
            key: "number", title: "Nummer", type: .text, choices: [], isRequired: true, help: "Welk nummer?",
            isPersonal: false, isMany: false)
        let bound = Small.process.bound(by: binding(["asker", "desk", "party"], form: [field]))
        #expect(bound.steps == Small.process.steps)
        #expect(bound.terms == Small.process.terms)
        #expect(bound.pauses == Small.process.pauses)
        #expect(bound.form == [field])
    }

    @Test func `a role that is not filled falls away with its steps and what follows on them`() {
        let bound = Small.process.bound(by: binding(["asker", "desk"]))
        #expect(bound.roles.map(\.key) == ["asker", "desk"])
        #expect(bound.steps.map(\.key) == ["file", "note", "withdraw"])
        #expect(bound.step("withdraw")?.after == ["file"])
        #expect(bound.terms.map(\.key) == ["update"])
        #expect(bound.pauses.map(\.during) == [["file"], []])
        #expect(bound.flaws == [])
    }

    @Test func `an agreement may leave out roles as long as a case can begin and end`() {
        #expect(Small.process.flaws(of: binding(["asker", "desk", "party"])) == [])
        #expect(Small.process.flaws(of: binding(["asker"])) == [])
        #expect(Small.process.flaws(of: binding(["asker", "boss"])).map(\.found) == ["'boss'"])
        #expect(
            Small.process.flaws(of: binding(["desk", "party"])).map(\.expected) == [
                "a step with start: true", "a step with end: true", "steps that can follow those of from",
            ])
    }
}
