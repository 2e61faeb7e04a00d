import MessageBox
import Testing

/// An element of a sample document, made to be mutated: nothing keeps it valid.
struct Sample {
    var prefix: String
    var name: String
    var attributes = ""
    var content: [Piece]

    enum Piece {
        case element(Sample)
        /// Markup as it stands, escaped already.
        case raw(String)
    }

    init(_ prefix: String, _ name: String, _ content: [Piece]) {
        self.prefix = prefix
        self.name = name
        self.content = content
    }

    /// An element with text.
    static func value(_ name: String, _ text: String, prefix: String = "m") -> Piece {
        .element(Sample(prefix, name, [.raw(text)]))
    }

    static func element(_ name: String, _ content: [Piece], prefix: String = "m") -> Piece {
        .element(Sample(prefix, name, content))
    }

    var markup: String {
        let tag = prefix.isEmpty ? name : "\(prefix):\(name)"
        let inner = content.map { piece in
            switch piece {
            case .element(let element): element.markup
            case .raw(let text): text
            }
        }
        return "<\(tag)\(attributes)>\(inner.joined())</\(tag)>"
    }

    /// Gives every child of that name to a closure, however deep.
    mutating func change(_ target: String, _ change: (inout Sample) -> Void) {
        for index in content.indices {
            guard case .element(var child) = content[index] else { continue }
            child.change(target, change)
            if child.name == target { change(&child) }
            content[index] = .element(child)
        }
    }
}

enum SampleBatch {
    static let batchID = "0B5A1C52-7e0f-4a43-9d7b-6a2f6a1c9e01"
    static let messageID = "3F2504E0-4f89-41d3-9a0c-0305e82c3301"
    static let declarations =
        #" xmlns:b="http://schemas.rdw.nl/GEB/BerichtVerwerkService/Types/2009/01""#
        + #" xmlns:m="http://schemas.rdw.nl/GEB/BerichtenProsessor/Bericht/Types/2009/01""#
        + #" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance""#
        + #" xmlns:xs="http://www.w3.org/2001/XMLSchema""#

    static func message(id: String = messageID) -> Sample {
        Sample(
            "m", "Bericht",
            [
                Sample.element(
                    "BerichtInformatie",
                    [
                        Sample.value("BatchID", batchID), Sample.value("BerichtID", id),
                        Sample.value("BerichtType", "AANSLAG"),
                        Sample.value("PublicatieDatum", "2026-11-02T09:00:00+01:00"),
                        Sample.value("EindDatumHandelingsTermijn", "2026-12-14T23:59:59Z"),
                        Sample.value("Onderwerp", "Uw aanslag"),
                        Sample.value("BerichtTekst", "Geachte lezer"),
                        Sample.value("Referentie", "K-1"), Sample.value("GebruikerID", "999990019"),
                        Sample.value("SoortGebruiker", "Burger"),
                    ]),
                Sample.element(
                    "Bijlagen", [.element(attachment("JVBERi0=", 2)), .element(attachment("QUJD", 1))]),
            ])
    }

    static func attachment(_ content: String, _ order: Int) -> Sample {
        Sample(
            "m", "Bijlage",
            [
                Sample.value("Inhoud", content), Sample.value("BijlageType", "Pdf"),
                Sample.value("Omschrijving", "aanslag \(order).pdf"), Sample.value("Volgorde", "\(order)"),
            ])
    }

    static func batch(_ messages: [Sample] = [message()]) -> Sample {
        var batch = Sample(
            "b", "Berichten",
            [
                Sample.element(
                    "BatchInformatie",
                    [
                        Sample.value("BatchID", batchID, prefix: "b"),
                        Sample.value("AanmaakDatum", "2026-11-01T12:00:00Z", prefix: "b"),
                        Sample.value("BerichtLeverancierID", "00000099000000001000", prefix: "b"),
                    ], prefix: "b")
            ] + messages.map { .element($0) })
        batch.attributes = declarations
        return batch
    }
}

/// What a reader makes of a document.
enum Verdict {
    case rejected(BatchRejection)
    case read(BatchEnvelope, [OfferedMessage])

    var rejection: BatchRejection? {
        if case .rejected(let rejection) = self { rejection } else { nil }
    }

    var messages: [OfferedMessage] {
        if case .read(_, let messages) = self { messages } else { [] }
    }

    var isValid: Bool {
        if case .read(_, let messages) = self { messages.allSatisfy(\.faults.isEmpty) } else { false }
    }
}

/// Reads a document as processing does.
func process(_ document: some Collection<UInt8>, attachmentByteLimit: Int = 512_000) throws -> Verdict {
    var messages: [OfferedMessage] = []
    let reader = BatchReader(attachmentByteLimit: attachmentByteLimit) { number, message in
        messages.append(message)
        #expect(number == messages.count)
    }
    do {
        try Array(document).withUnsafeBytes { try reader.feed($0) }
        return .read(try reader.finish(), messages)
    } catch let rejection as BatchRejection {
        return .rejected(rejection)
    }
}

/// Reads a document as the door does.
func admit(_ document: some Collection<UInt8>) throws -> Verdict {
    let reader = BatchReader()
    do {
        try Array(document).withUnsafeBytes { try reader.feed($0) }
        return .read(try reader.finish(), [])
    } catch let rejection as BatchRejection {
        return .rejected(rejection)
    }
}

/// Reads a batch of one message, changed where a test wants it.
func processMessage(
    attachmentByteLimit: Int = 512_000, _ change: (inout Sample) -> Void
) throws -> OfferedMessage {
    var message = SampleBatch.message()
    change(&message)
    let verdict = try process(
        SampleBatch.batch([message]).markup.utf8, attachmentByteLimit: attachmentByteLimit)
    return try #require(verdict.messages.first, "\(String(describing: verdict.rejection))")
}
