import CivilTime
import Foundation
import XML

/// A batch as an afnemer's system writes it, valid by the schemas of the existing interface.
struct BatchDocument {
    let batchID: String
    let madeAt: Instant
    let supplierID: String
    let letters: [Letter]

    struct Letter {
        let id: String
        let type: String
        let subject: String
        let text: String
        let reference: String
        let recipient: String
        let publication: Instant?
        let deadline: Instant?
        let attachments: [(description: String, bytes: [UInt8])]
    }

    func xml() -> [UInt8] {
        var writer = XMLWriter()
        writer.element(
            "b:Berichten",
            attributes: [
                "xmlns:b": "http://schemas.rdw.nl/GEB/BerichtVerwerkService/Types/2009/01",
                "xmlns:m": "http://schemas.rdw.nl/GEB/BerichtenProsessor/Bericht/Types/2009/01",
            ]
        ) { batch in
            batch.element("b:BatchInformatie") { envelope in
                envelope.element("b:BatchID", text: batchID)
                envelope.element("b:AanmaakDatum", text: madeAt.rfc3339)
                envelope.element("b:BerichtLeverancierID", text: supplierID)
            }
            for letter in letters {
                batch.element("m:Bericht") { write(letter, to: &$0) }
            }
        }
        return writer.bytes
    }

    private func write(_ letter: Letter, to message: inout XMLWriter) {
        message.element("m:BerichtInformatie") { fields in
            fields.element("m:BatchID", text: batchID)
            fields.element("m:BerichtID", text: letter.id)
            fields.element("m:BerichtType", text: letter.type)
            if let publication = letter.publication {
                fields.element("m:PublicatieDatum", text: publication.rfc3339)
            }
            if let deadline = letter.deadline {
                fields.element("m:EindDatumHandelingsTermijn", text: deadline.rfc3339)
            }
            fields.element("m:Onderwerp", text: letter.subject)
            fields.element("m:BerichtTekst", text: letter.text)
            fields.element("m:Referentie", text: letter.reference)
            fields.element("m:GebruikerID", text: letter.recipient)
            fields.element("m:SoortGebruiker", text: "Burger")
        }
        guard !letter.attachments.isEmpty else { return }
        message.element("m:Bijlagen") { files in
            for (index, attachment) in letter.attachments.enumerated() {
                files.element("m:Bijlage") { file in
                    file.element("m:Inhoud", text: Data(attachment.bytes).base64EncodedString())
                    file.element("m:BijlageType", text: "Pdf")
                    file.element("m:Omschrijving", text: attachment.description)
                    file.element("m:Volgorde", text: String(index + 1))
                }
            }
        }
    }
}
