import CivilTime
import MessageBox
import Testing

@Suite struct ProcessingReportTests {
    static func report(_ lines: [ProcessingReport.Line]) throws -> ProcessingReport {
        ProcessingReport(
            supplierCode: "00000099000000001000", batchID: try #require(SupplierGUID(SampleBatch.batchID)),
            receivedAt: Instant(microseconds: 1_793_606_400_123_456),
            processedAt: Instant(seconds: 1_793_606_460),
            lines: lines)
    }

    static func line(
        _ code: ProcessingCode, _ stage: Stage = .notApplicable, type: String = "AANSLAG"
    ) throws -> ProcessingReport.Line {
        ProcessingReport.Line(
            messageID: try #require(SupplierGUID(SampleBatch.messageID)), typeCode: type, code: code,
            stage: stage)
    }

    @Test func `SNO-12 reports with every code and stage are valid by the published schema`() async throws {
        let every = try ProcessingCode.allCases.flatMap { code in
            try Stage.allCases.map { try Self.line(code, $0) }
        }
        let reports = [
            try Self.report(every), try Self.report([]),
            try Self.report([Self.line(.schemaInvalid, .schemaCheck, type: "")]),
            try Self.report([Self.line(.schemaInvalid, .schemaCheck, type: "<&>\"'\u{1F600}\r\n")]),
            try Self.report(Array(repeating: Self.line(.processed), count: 1_000)),
        ]
        let judgements = try await Xmllint.judge(reports.map { $0.xml() }, schema: "batch-response.xsd")
        for judgement in judgements { #expect(judgement.isValid && !judgement.hasNamespaceError) }
    }

    @Test func `every message adds to exactly one total, so totals add up`() throws {
        let report = try Self.report(ProcessingCode.allCases.map { try Self.line($0) })
        #expect(ReportCounter.allCases.map(report.count).reduce(0, +) == report.lines.count)
        #expect(report.count(.technicalProblem) == 5)
        for counter in ReportCounter.allCases where counter != .technicalProblem {
            #expect(report.count(counter) == 1)
        }
    }

    @Test func `ids are echoed as they were sent, moments are in UTC`() throws {
        let text = String(decoding: try Self.report([Self.line(.processed)]).xml(), as: UTF8.self)
        #expect(text.contains("<BatchID>\(SampleBatch.batchID)</BatchID>"))
        #expect(text.contains("<BerichtID>\(SampleBatch.messageID)</BerichtID>"))
        #expect(text.contains("<DatumOntvangen>2026-11-02T08:00:00.123456Z</DatumOntvangen>"))
        #expect(text.contains("<VerwerkingsCode>Verwerkt</VerwerkingsCode><Stadium>NA</Stadium>"))
    }

    @Test func `there are ten codes`() {
        #expect(ProcessingCode.allCases.count == 10)
    }
}

@Suite struct SupplierGUIDTests {
    @Test func `an id is compared in lower case and echoed as sent`() throws {
        let upper = try #require(SupplierGUID("3F2504E0-4F89-41D3-9A0C-0305E82C3301"))
        let lower = try #require(SupplierGUID("3f2504e0-4f89-41d3-9a0c-0305e82c3301"))
        #expect(upper == lower)
        #expect(Set([upper, lower]).count == 1)
        #expect(upper.text == "3F2504E0-4F89-41D3-9A0C-0305E82C3301")
        #expect(upper.key == lower.text)
    }

    @Test(arguments: [
        "", "3F2504E0-4F89-41D3-9A0C-0305E82C330", "3F2504E0-4F89-41D3-9A0C-0305E82C33011",
        "3F2504E04F89-41D3-9A0C-0305E82C3301-", "٠F2504E0-4F89-41D3-9A0C-0305E82C3301",
        "{3F2504E0-4F89-41D3-9A0C-0305E82C330}", " 3F2504E0-4F89-41D3-9A0C-0305E82C330",
        "GF2504E0-4F89-41D3-9A0C-0305E82C3301", "3F2504E0-4F89-41D3-9A0C-0305E82C3\u{301}",
    ])
    func `what is no GUID of ASCII characters is none`(text: String) {
        #expect(SupplierGUID(text) == nil)
    }
}
