import CivilTime
import MessageBox
import Testing
import XML

@Suite struct BatchRejectionTests {
    struct Case: CustomTestStringConvertible {
        let reason: BatchRejection.Reason
        let testDescription: String
        let document: [UInt8]

        init(_ reason: BatchRejection.Reason, _ name: String, _ document: String) {
            self.reason = reason
            testDescription = name
            self.document = Array(document.utf8)
        }

        init(_ reason: BatchRejection.Reason, _ name: String, _ change: (inout Sample) -> Void) {
            var batch = SampleBatch.batch()
            change(&batch)
            self.init(reason, name, batch.markup)
        }
    }

    static let cases: [Case] = [
        Case(.notWellFormed, "half a batch", String(SampleBatch.batch().markup.dropLast(40))),
        Case(.notWellFormed, "U+0000 by reference") {
            $0.change("Onderwerp") { $0.content = [.raw("&#0;")] }
        },
        Case(.notWellFormed, "U+0000") { $0.change("Onderwerp") { $0.content = [.raw("\u{0}")] } },
        Case(.documentTypeNotAllowed, "a DOCTYPE", "<!DOCTYPE b>" + SampleBatch.batch().markup),
        Case(.documentTypeNotAllowed, "an entity") {
            $0.change("Onderwerp") { $0.content = [.raw("&euro;")] }
        },
        Case(.beyondLimit, "very deep") { batch in
            batch.change("Onderwerp") {
                $0.content = [
                    .raw(String(repeating: "<x>", count: 100) + String(repeating: "</x>", count: 100))
                ]
            }
        },
        Case(.wrongRoot, "another root", "<Berichten/>"),
        Case(.wrongRoot, "a message without batch", "<m:Bericht\(SampleBatch.declarations)/>"),
        Case(.unexpectedElement, "unknown between messages") {
            $0.content.append(Sample.value("Onbekend", ""))
        },
        Case(.unexpectedElement, "a Bericht of another namespace") {
            $0.content.append(Sample.element("Bericht", [], prefix: "b"))
        },
        Case(.unexpectedElement, "BatchID twice") {
            $0.change("BatchInformatie") { $0.content.insert($0.content[0], at: 0) }
        },
        Case(.unexpectedElement, "an element in the supplier id") {
            $0.change("BerichtLeverancierID") { $0.content.append(Sample.value("x", "")) }
        },
        Case(.unexpectedText, "text between messages") { $0.content.append(.raw("tekst")) },
        Case(.unexpectedText, "CDATA between messages") { $0.content.append(.raw("<![CDATA[ ]]>")) },
        Case(.unexpectedAttribute, "an attribute on the root") { $0.attributes += " versie=\"1\"" },
        Case(.unexpectedAttribute, "a nil BatchID") { batch in
            batch.change("BatchInformatie") { $0.attributes = " xsi:nil=\"true\"" }
        },
        Case(.missingElement, "no BatchInformatie") { $0.content.removeFirst() },
        Case(.missingElement, "no AanmaakDatum") {
            $0.change("BatchInformatie") { $0.content.remove(at: 1) }
        },
        Case(.missingElement, "no supplier id") { $0.change("BatchInformatie") { $0.content.removeLast() } },
        Case(.batchIDNotGUID, "a batch id in Arabic digits") { batch in
            batch.change("BatchInformatie") {
                $0.content[0] = Sample.value("BatchID", "٠١٢٣٤٥٦٧-1111-1111-1111-111111111111", prefix: "b")
            }
        },
        Case(.batchIDNotGUID, "a batch id with a space") { batch in
            batch.change("BatchInformatie") {
                $0.content[0] = Sample.value("BatchID", " " + SampleBatch.batchID, prefix: "b")
            }
        },
        Case(.creationDateInvalid, "no such day") {
            $0.change("AanmaakDatum") { $0.content = [.raw("2026-02-30T00:00:00Z")] }
        },
        Case(.creationDateInvalid, "an empty date") { $0.change("AanmaakDatum") { $0.content = [] } },
        Case(.supplierIDInvalid, "an empty supplier id") {
            $0.change("BerichtLeverancierID") { $0.content = [] }
        },
        Case(.supplierIDInvalid, "26 characters") {
            $0.change("BerichtLeverancierID") { $0.content = [.raw(String(repeating: "é", count: 26))] }
        },
        Case(.noMessages, "no messages") { $0.content.removeLast() },
        Case(.tooManyMessages, "1001 messages") { batch in
            batch.content += (0..<1_000).map { _ in .element(SampleBatch.message()) }
        },
        Case(.messageIDNotOne, "no BerichtID") {
            $0.change("BerichtInformatie") { $0.content.remove(at: 1) }
        },
        Case(.messageIDNotOne, "two BerichtIDs") {
            $0.change("BerichtInformatie") { $0.content.append($0.content[1]) }
        },
        Case(.messageIDNotOne, "an empty Bericht") { $0.change("Bericht") { $0.content = [] } },
        Case(.messageIDNotOne, "a BerichtID in the wrong place") {
            $0.change("Bericht") { $0.content = [Sample.value("BerichtID", SampleBatch.messageID)] }
        },
        Case(.messageIDNotGUID, "a message id that is no GUID") {
            $0.change("BerichtID") { $0.content = [.raw("1")] }
        },
        Case(.messageIDNotGUID, "a message id in Arabic digits") {
            $0.change("BerichtID") { $0.content = [.raw("٠١٢٣٤٥٦٧-1111-1111-1111-111111111111")] }
        },
        Case(.messageIDNotGUID, "an element in a message id") {
            $0.change("BerichtID") { $0.content.append(Sample.value("x", "")) }
        },
    ]

    @Test(arguments: cases)
    func `what is wrong with a batch refuses it whole, at the door and in processing`(_ refused: Case) throws
    {
        let atDoor = try #require(try admit(refused.document).rejection)
        #expect(atDoor.reason == refused.reason, "\(atDoor)")
        #expect(try process(refused.document).rejection == atDoor)
    }

    @Test func `every reason to refuse a batch is shown by a case`() {
        #expect(Set(Self.cases.map(\.reason)) == Set(BatchRejection.Reason.allCases))
    }

    @Test func `a rejection names the batch, the message and the place`() throws {
        var batch = SampleBatch.batch([SampleBatch.message(), SampleBatch.message(id: "x")])
        batch.content.insert(.raw("\n"), at: 2)
        let rejection = try #require(try admit(batch.markup.utf8).rejection)
        #expect(rejection.batchID?.text == SampleBatch.batchID)
        #expect(rejection.messageNumber == 2)
        #expect(rejection.position.line == 2)
        #expect(rejection.description.contains("message 2"))
    }

    @Test func `a valid batch is told of in its envelope`() throws {
        let messages = (0..<1_000).map {
            SampleBatch.message(id: "00000000-0000-0000-0000-\(100_000_000_000 + $0)")
        }
        guard case .read(let envelope, _) = try admit(SampleBatch.batch(messages).markup.utf8) else {
            Issue.record("the batch was refused")
            return
        }
        #expect(envelope.batchID.text == SampleBatch.batchID)
        #expect(envelope.supplierID == "00000099000000001000")
        #expect(envelope.createdAt.seconds == 1_793_534_400)
        #expect(envelope.messageCount == 1_000)
    }

    @Test func `a message with a fault passes the door`() throws {
        var batch = SampleBatch.batch()
        batch.change("BerichtInformatie") { $0.content.insert(Sample.value("Onbekend", "x"), at: 0) }
        #expect(try admit(batch.markup.utf8).rejection == nil)
        #expect(try process(batch.markup.utf8).messages.first?.faults.isEmpty == false)
    }

    @Test func `a message id may stand twice in a batch`() throws {
        let batch = SampleBatch.batch([SampleBatch.message(), SampleBatch.message()])
        #expect(try admit(batch.markup.utf8).rejection == nil)
    }

    @Test func `a batch is read the same in pieces of any size`() throws {
        let document = Array(SampleBatch.batch().markup.utf8)
        for size in [1, 2, 3, 7, 64, 999] {
            let reader = BatchReader(attachmentByteLimit: 100) { _, message in
                #expect(message.faults.isEmpty)
                #expect(
                    message.attachments.map(\.content) == [
                        .bytes(Array("ABC".utf8)), .bytes(Array("%PDF-".utf8)),
                    ])
            }
            for start in stride(from: 0, to: document.count, by: size) {
                try document[start..<min(start + size, document.count)].withUnsafeBytes {
                    try reader.feed($0)
                }
            }
            #expect(try reader.finish().messageCount == 1)
        }
    }
}
