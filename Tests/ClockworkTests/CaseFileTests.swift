import Agreements
import CivilTime
import Clockwork
import Testing

@Suite struct CaseFileTests {
    @Test func `cases are read from CSV, with quotes, blanks and a byte order mark`() throws {
        let cases = try read(
            """
            \u{FEFF}id,process,registered,priority,component,resolution,pauses
            M-1,disturbance,2026-10-01 09:00,1,"portaal, ""oud"" ",2026-10-01 14:30,
            "M-2",disturbance,2026-10-02T09:00:00+02:00,2,,,2026-10-02 10:00/2026-10-02 11:00/uwv;\
            2026-10-03 09:00//uwv
            """)
        #expect(cases.map(\.id) == ["M-1", "M-2"])
        #expect(cases[0].component == "portaal, \"oud\"" && cases[0].classifications[0].priority == 1)
        #expect(cases[0].terms["resolution"]?.stops.map(\.at) == [try moment("2026-10-01T12:30:00Z")])
        #expect(cases[1].terms["resolution"]?.stops.isEmpty == true)
        #expect(cases[1].pauses.map(\.to) == [try moment("2026-10-02T09:00:00Z"), nil])
    }

    @Test func `a Dutch spreadsheet puts semicolons between values`() throws {
        let cases = try read("id;process;registered\r\nM-1;question;2026-10-01 09:00\r\n")
        #expect(cases.map(\.process) == ["question"])
    }

    @Test func `JSON Lines say the same, and more`() throws {
        let short = #""process":"disturbance","registered":"2026-10-02 09:00""#
        let stops = #"[{"at":"2026-10-02 10:00","reopened":"2026-10-02 12:00"}]"#
        let changes = #"[{"at":"2026-10-02 09:00","priority":3},{"at":"2026-10-02 10:00","priority":1}]"#
        let pauses = #"[{"from":"2026-10-02 12:00","to":"2026-10-02 13:00","party":"uwv"}]"#
        let text = #"""
            {"id":"M-1",\#(short),"priority":1,"resolution":"2026-10-02 14:30"}

            {"id":"M-2",\#(short),"terms":{"resolution":{"start":"2026-10-02 09:00","stops":\#(stops)}},\#
            "classifications":\#(changes),"pauses":\#(pauses)}
            """#
        let cases = try read(text)
        #expect(cases[0].terms["resolution"]?.stops.count == 1)
        #expect(cases[1].terms["resolution"]?.stops[0].reopenedAt == (try moment("2026-10-02T10:00:00Z")))
        #expect(
            cases[1].classifications.map(\.priority) == [3, 1] && cases[1].pauses[0].responsible == "uwv")
    }

    @Test func `all that is wrong is told together, with line and column`() throws {
        let error = #expect(throws: CaseFileError.self) {
            try read(
                """
                id,process,registered,priority,environment,resolution,pauses
                ,disturbance,2026-10-01 09:00,1,,,
                M-2,disturbance,gisteren,nul,kelder,,
                M-3,disturbance,2026-10-02 09:00
                M-4,disturbance,2026-10-02 09:00,,,2026-10-01 09:00,2026-10-02 10:00
                """)
        }
        let told = try #require(error).description.split(separator: "\n").map(String.init)
        #expect(
            told.map { $0.prefix(while: { $0 != "'" }) }.map { String($0.prefix(40)) } == [
                "cases:2: id: is missing", "cases:3: registered: ", "cases:3: environment: ",
                "cases:3: priority: ", "cases:4: there are 3 values, and 7 colum", "cases:5: pauses: ",
                "cases:5: resolution: lies before registe",
            ])
    }

    @Test(arguments: [
        ("id,process\nM-1,x", "registered: the column is missing"),
        ("id,process,registered,prioriteit\n", "prioriteit: is no known column"),
        ("id,id,process,registered\n", "id: stands here twice"), ("", "there is no heading"),
        (#"{"id":"a","process":"x","registered":"2026-10-01 09:00","colour":"red"}"#, "unknown key colour"),
        (#"{"id":"a","process":"x","registered":7}"#, "registered is a text"),
        ("{nonsense", "is no JSON object on one line"),
    ])
    func `a file of another form is refused`(text: String, told: String) throws {
        let error = #expect(throws: CaseFileError.self) { try read(text) }
        #expect(try #require(error).description.contains(told))
    }

    @Test func `a file of nothing but mistakes is told of in some lines`() throws {
        let rows = (0..<1_000).map { "M-\($0),disturbance,gisteren" }
        let error = #expect(throws: CaseFileError.self) {
            try read("id,process,registered\n" + rows.joined(separator: "\n"))
        }
        let told = try #require(error).description.split(separator: "\n")
        #expect(told.count == 51 && told[50].hasSuffix("and 950 more"))
    }

    private func read(_ text: String) throws -> [CaseRecord] {
        try CaseFile(Array(text.utf8), name: "cases", terms: ["resolution", "reaction"]).cases
    }
}
