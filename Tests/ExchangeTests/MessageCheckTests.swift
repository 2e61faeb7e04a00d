import CivilTime
import MessageBox
import Testing

@Suite struct MessageCheckTests {
    @Test func `a valid message is read whole`() throws {
        let message = try processMessage { _ in }
        #expect(message.faults.isEmpty)
        #expect(message.batchID == SampleBatch.batchID)
        #expect(message.messageID.text == SampleBatch.messageID)
        #expect(message.typeCode == "AANSLAG")
        #expect(message.publication == .at(Instant(seconds: 1_793_606_400)))
        #expect(message.actionDeadline == Instant(seconds: 1_797_292_799))
        #expect(message.subject == "Uw aanslag")
        #expect(message.text == "Geachte lezer")
        #expect(message.reference == "K-1")
        #expect(message.recipient == "999990019")
        #expect(message.attachments.map(\.order) == [1, 2])
        #expect(message.attachments.map(\.description) == ["aanslag 1.pdf", "aanslag 2.pdf"])
        #expect(message.attachments[1].content == .bytes(Array("%PDF-".utf8)))
    }

    @Test(arguments: ["", " ", "<![CDATA[]]>", "<!-- -->"])
    func `an empty publication date means now`(content: String) throws {
        let message = try processMessage { $0.change("PublicatieDatum") { $0.content = [.raw(content)] } }
        #expect(message.faults.isEmpty)
        #expect(message.publication == .now)
        #expect(message.hasEmptyPublication)
    }

    @Test func `an absent publication date means now`() throws {
        let message = try processMessage { $0.change("BerichtInformatie") { $0.content.remove(at: 3) } }
        #expect(message.faults.isEmpty)
        #expect(message.publication == .now)
        #expect(!message.hasEmptyPublication)
    }

    @Test(arguments: [
        ("Onderwerp", 50, true), ("Onderwerp", 51, false), ("BerichtTekst", 4_000, true),
        ("BerichtTekst", 4_001, false),
        ("Referentie", 25, true), ("Referentie", 26, false), ("BerichtType", 8, true),
        ("BerichtType", 9, false),
        ("Omschrijving", 128, true), ("Omschrijving", 129, false), ("GebruikerID", 200, true),
        ("Onderwerp", 0, false),
        ("BerichtTekst", 0, true), ("GebruikerID", 0, false),
    ])
    func `lengths are counted in scalars`(element: String, count: Int, isValid: Bool) throws {
        for letter in ["a", "é", "\u{1F600}"] {
            let message = try processMessage {
                $0.change(element) { $0.content = [.raw(String(repeating: letter, count: count))] }
            }
            #expect(message.faults.isEmpty == isValid, "\(element) of \(count) \(letter): \(message.faults)")
        }
    }

    @Test func `eighty scalars that show as forty letters are eighty`() throws {
        let text = String(repeating: "e\u{301}", count: 40)
        #expect(text.count == 40)
        #expect(!MessageLimits.subject.admits(text))
        let message = try processMessage { $0.change("Onderwerp") { $0.content = [.raw(text)] } }
        #expect(message.faults.map(\.description) == ["Onderwerp is too short or too long"])
    }

    @Test func `ids in Arabic digits are valid for the schema, yet no id`() throws {
        let arabic = "٠١٢٣٤٥٦٧-1111-1111-1111-111111111111"
        let message = try processMessage {
            $0.change("BatchID") { $0.content = [.raw(arabic)] }
        }
        #expect(message.faults.isEmpty)
        #expect(message.batchID == arabic)
        #expect(SupplierGUID(arabic) == nil)
    }

    @Test func `a type code that is too long is echoed as it was sent`() throws {
        let message = try processMessage { $0.change("BerichtType") { $0.content = [.raw("AANSLAG-2026")] } }
        #expect(message.typeCode == "AANSLAG-2026")
        #expect(message.faults.count == 1)
    }

    @Test func `a third attachment is a fault`() throws {
        let message = try processMessage {
            $0.change("Bijlagen") { $0.content.append(.element(SampleBatch.attachment("QUJD", 3))) }
        }
        #expect(message.faults.map(\.description) == ["Bijlage is in the wrong place, or there too often"])
        #expect(message.attachments.count == 2)
    }

    @Test(arguments: [
        (99, true), (100, true), (101, false), (102, false), (103, false), (50_000, false),
    ])
    func `an attachment over the limit is counted, not kept`(byteCount: Int, isKept: Bool) throws {
        let bytes = (0..<byteCount).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        for width in [1_000_000, 76, 64, 7] {
            let message = try processMessage(attachmentByteLimit: 100) {
                $0.change("Inhoud") { $0.content = [.raw(base64(bytes, lineWidth: width))] }
            }
            #expect(message.faults.isEmpty)
            #expect(
                message.attachments[0].content == (isKept ? .bytes(bytes) : .tooLarge(byteCount: byteCount)))
        }
    }

    @Test func `an attachment is decoded whatever its lines`() throws {
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 89) }
        for width in [1, 3, 4, 60, 76, 77, 4_096, 20_000] {
            let message = try processMessage {
                $0.change("Inhoud") { $0.content = [.raw(base64(bytes, lineWidth: width))] }
            }
            #expect(message.attachments[0].content == .bytes(bytes), "lines of \(width)")
            let whole = OfferedAttachment.Content(base64: base64(bytes, lineWidth: width), byteLimit: 10_000)
            #expect(whole == .bytes(bytes))
        }
    }

    @Test func `a year beyond reckoning is as far ahead as can be`() throws {
        let message = try processMessage {
            $0.change("PublicatieDatum") { $0.content = [.raw("12026-01-01T00:00:00Z")] }
        }
        #expect(message.faults.isEmpty)
        #expect(message.publication == .at(Instant(seconds: 7_289_568_000)))
        let old = try processMessage {
            $0.change("PublicatieDatum") { $0.content = [.raw("0800-12-25T00:00:00Z")] }
        }
        #expect(old.publication == .at(Instant(seconds: -2_208_988_800)))
    }

    @Test func `faults tell the element and the rule, never what was sent`() throws {
        let message = try processMessage { message in
            message.change("Onderwerp") { $0.content = [.raw(String(repeating: "999990019", count: 9))] }
            message.change("SoortGebruiker") { $0.content = [.raw("999990019")] }
            message.change("Volgorde") { $0.content = [.raw("9999900190")] }
            message.change("Bericht") { $0.content.append(Sample.value("x999990019", "")) }
        }
        #expect(message.faults.count == 4)
        #expect(!message.faults.description.contains("999990019"))
    }

    @Test func `a message of a thousand faults tells the first twenty`() throws {
        let message = try processMessage { message in
            message.change("Bijlagen") { attachments in
                attachments.content += (0..<1_000).map { .element(SampleBatch.attachment("!", $0)) }
            }
        }
        #expect(message.faults.count == 20)
    }

    @Test func `fifty megabytes of subject are counted, not kept`() throws {
        let parts = SampleBatch.batch().markup.split(separator: "Uw aanslag", maxSplits: 1)
        var read: OfferedMessage?
        let reader = BatchReader(attachmentByteLimit: 100) { _, message in read = message }
        let megabyte = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
        try Array(parts[0].utf8).withUnsafeBytes { try reader.feed($0) }
        for _ in 0..<50 { try megabyte.withUnsafeBytes { try reader.feed($0) } }
        try Array(parts[1].utf8).withUnsafeBytes { try reader.feed($0) }
        _ = try reader.finish()
        let message = try #require(read)
        #expect(message.faults.map(\.element) == ["Onderwerp"])
        #expect(message.subject.utf8.count < 1_000)
    }
}

/// Base64 in lines of a width.
private func base64(_ bytes: [UInt8], lineWidth: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var digits: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = Array(bytes[start..<min(start + 3, bytes.count)])
        let padded = group + [UInt8](repeating: 0, count: 3 - group.count)
        let bits = padded.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        for place in 0..<4 {
            digits.append(
                place <= group.count ? alphabet[Int(bits >> (18 - 6 * place) & 63)] : UInt8(ascii: "="))
        }
    }
    var text: [UInt8] = []
    for (index, digit) in digits.enumerated() {
        if index > 0, index % lineWidth == 0 { text.append(UInt8(ascii: "\n")) }
        text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
}
