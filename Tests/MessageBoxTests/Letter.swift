import CivilTime
import Foundation

/// A batch as a supplier writes it, made so that a test can spoil any part of it.
struct Batch: Sendable {
    var id = guid(1)
    var madeAt = Scene.start.rfc3339
    var supplier = Scene.waterschapOIN
    var letters: [Letter] = []

    init(_ number: Int = 1, _ letters: [Letter] = [Letter(1)]) {
        id = guid(number)
        self.letters = letters
    }

    var xml: [UInt8] {
        let envelope =
            "<b:BatchInformatie><b:BatchID>\(id)</b:BatchID><b:AanmaakDatum>\(madeAt)</b:AanmaakDatum>"
            + "<b:BerichtLeverancierID>\(supplier)</b:BerichtLeverancierID></b:BatchInformatie>"
        let text =
            #"<b:Berichten xmlns:b="http://schemas.rdw.nl/GEB/BerichtVerwerkService/Types/2009/01""#
            + #" xmlns:m="http://schemas.rdw.nl/GEB/BerichtenProsessor/Bericht/Types/2009/01">"#
            + envelope + letters.map { $0.xml(batch: id) }.joined() + "</b:Berichten>"
        return Array(text.utf8)
    }
}

/// A message of a batch.
struct Letter: Sendable {
    var id: String
    /// The batch it says it is of; that of its batch when nil.
    var batch: String?
    var type = "WATER"
    var publication: String?
    var subject = "Uw aanslag"
    var text = "Beste lezer"
    var reference = "K-1"
    var recipient = Scene.anna
    var attachments: [[UInt8]] = []

    init(_ number: Int, _ change: (inout Letter) -> Void = { _ in }) {
        id = guid(1_000 + number)
        change(&self)
    }

    func xml(batch: String) -> String {
        let publication = publication.map { "<m:PublicatieDatum>\($0)</m:PublicatieDatum>" } ?? ""
        return "<m:Bericht><m:BerichtInformatie><m:BatchID>\(self.batch ?? batch)</m:BatchID>"
            + "<m:BerichtID>\(id)</m:BerichtID><m:BerichtType>\(type)</m:BerichtType>\(publication)"
            + "<m:Onderwerp>\(subject)</m:Onderwerp><m:BerichtTekst>\(text)</m:BerichtTekst>"
            + "<m:Referentie>\(reference)</m:Referentie><m:GebruikerID>\(recipient)</m:GebruikerID>"
            + "<m:SoortGebruiker>Burger</m:SoortGebruiker></m:BerichtInformatie>\(files)</m:Bericht>"
    }

    private var files: String {
        guard !attachments.isEmpty else { return "" }
        let files = attachments.enumerated().map { index, bytes in
            "<m:Bijlage><m:Inhoud>\(Data(bytes).base64EncodedString())</m:Inhoud>"
                + "<m:BijlageType>Pdf</m:BijlageType><m:Omschrijving>bijlage \(index + 1)</m:Omschrijving>"
                + "<m:Volgorde>\(index + 1)</m:Volgorde></m:Bijlage>"
        }
        return "<m:Bijlagen>\(files.joined())</m:Bijlagen>"
    }
}

/// A GUID that a test can name by a number.
func guid(_ number: Int) -> String {
    let digits = String(number)
    return "0b5a1c52-7e0f-4a43-9d7b-" + String(repeating: "0", count: 12 - digits.count) + digits
}

/// A file with the marks of a PDF, of exactly so many bytes.
func pdf(_ count: Int) -> [UInt8] {
    let start = Array("%PDF-1.4\n".utf8)
    let end = Array("\n%%EOF\n".utf8)
    return start + [UInt8](repeating: 0x20, count: count - start.count - end.count) + end
}
