import Agreements
import Testing

struct ProcessFlawTests {
    private typealias Small = SmallProcess

    /// Key and what was found, of each flaw.
    private func flaws(_ process: ProcessType) -> [String] {
        process.flaws.map { "\($0.key): \($0.found)" }
    }

    @Test func `a process that can be run has no flaws`() {
        #expect(flaws(Small.process) == [])
    }

    @Test func `names that stand for nothing are told, each at its place`() {
        let step = Small.step(
            "note", by: ["boss"], after: ["fiel"], tells: [Tell(who: ["everyone"], what: "{nummer}")])
        let term = ProcessTerm(key: "t", title: "T", from: ["a"], until: ["b"], on: "nobody")
        let pause = ProcessPause(key: "p", title: "P", during: ["c"], by: ["d"], responsible: "e")
        let process = Small.with(steps: Small.steps + [step], terms: [term], pauses: [pause])
        #expect(
            flaws(process) == [
                "step: 'note' again", "after: 'fiel'", "from: 'a'", "until: 'b'", "during: 'c'",
                "by: 'boss'", "tells: 'everyone'", "on: 'nobody'", "by: 'd'", "responsible: 'e'",
            ])
        #expect(process.flaws.first?.place == .step(8))
        #expect(process.flaws[5].expected == "roles of this process: asker, desk, party")
    }

    @Test func `a role that nothing names and a fan-out to nobody are told`() {
        #expect(flaws(Small.with(roles: ["asker", "desk", "party", "idler"])) == ["roles: 'idler'"])
        let forward = Small.step("forward", after: ["file", "reopen"], state: "Weg", fanOut: "parties")
        #expect(flaws(Small.replacing(forward)) == ["each: 'parties'"])
    }

    @Test func `a text has places that can be filled in only`() {
        let note = Small.step(
            "note", tells: [Tell(who: ["desk"], what: "{nummer} {onderwerp} {toestand} {partij} {uiterlijk}")]
        )
        #expect(flaws(Small.replacing(note)) == [])
        let wrong = Small.step("note", tells: [Tell(who: ["desk"], what: "{naam} en {nummer")])
        #expect(flaws(Small.replacing(wrong)) == ["tells: '{naam}'", "tells: '{nummer}'"])
    }

    @Test func `a process has a start, an end, and ways between them`() {
        let noStart = Small.step("file", by: ["asker"], state: "Ingediend")
        #expect(flaws(Small.replacing(noStart)) == ["after: nothing", "steps: none"])
        let unreachable = Small.step("lost", after: ["lost"], state: "Kwijt")
        #expect(flaws(Small.replacing(unreachable)) == ["after: none", "step: none"])
        let deadEnd = Small.step("stuck", after: ["file"], state: "Vast")
        #expect(flaws(Small.replacing(deadEnd)) == ["step: none"])
        let endless = [
            Small.file,
            Small.step("go-on", by: ["desk", "party"], after: ["file", "go-on"], state: "Bezig"),
        ]
        #expect(flaws(Small.with(steps: endless, terms: [], pauses: [])) == ["steps: none"])
    }

    @Test func `a step does not contradict itself`() {
        let start = Small.step("again", after: ["file"], state: "Weer", isStart: true)
        #expect(flaws(Small.replacing(start)) == ["after: 'file'", "step: none"])
        let silentEnd = Small.step("stop", after: ["file"], isEnd: true)
        #expect(flaws(Small.replacing(silentEnd)) == ["state: nothing"])
        let afterNote = Small.step("then", after: ["note", "file"], state: "Dan", isEnd: true)
        #expect(flaws(Small.replacing(afterNote)) == ["after: 'note'"])
        let placeless = Small.step("anywhere", state: "Ergens", isEnd: true)
        #expect(flaws(Small.replacing(placeless)) == ["after: nothing", "after: none"])
    }

    @Test func `branches open before they are walked, and come together in a join`() {
        let outside = Small.step("early", by: ["party"], after: ["file"], state: "Vroeg", isInBranch: true)
        #expect(flaws(Small.replacing(outside)) == ["after: 'file'", "step: none"])
        let joinless = Small.step("collate", after: ["assess"], state: "Klaar", isEnd: true)
        #expect(flaws(Small.replacing(joinless)) == ["after: 'assess'"])
        let branchless = Small.step("gather", after: ["file"], state: "Klaar", isEnd: true, join: .all)
        #expect(flaws(Small.replacing(branchless)) == ["join: 'all'"])
        let endInBranch = Small.step(
            "stop", by: ["party"], after: ["forward"], state: "Klaar", isEnd: true, isInBranch: true)
        #expect(flaws(Small.replacing(endInBranch)) == ["branch: 'true'"])
        let toNobody = Small.step("ask", after: ["file"], state: "Gevraagd", isEnd: true, fanOut: "party")
        #expect(flaws(Small.replacing(toNobody)) == ["each: 'party'"])
    }

    @Test func `a term can stop after it has started, in a branch only if it started there`() {
        func term(_ from: String, _ until: [String]) -> ProcessType {
            Small.with(terms: [ProcessTerm(key: "t", title: "T", from: [from], until: until, on: "desk")])
        }
        #expect(flaws(term("withdraw", ["forward"])) == ["until: 'forward'"])
        #expect(flaws(term("withdraw", ["note"])) == ["until: 'note'"])
        #expect(flaws(term("note", ["note"])) == [])
        #expect(flaws(term("forward", ["assess"])) == [])
        #expect(flaws(term("file", ["assess"])) == ["until: 'assess'"])
        #expect(flaws(term("forward", ["assess", "collate"])) == ["until: 'assess, collate'"])
    }
}
