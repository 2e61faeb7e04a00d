public import CivilTime
import Foundation
import Identity

/// Batches in the existing XML interface: made once, and before each sending given ids of their own.
public struct BatchRequests: LoadRequests {
    private var request: [UInt8]
    private var batchPlaces: [Int] = []
    private var messagePlaces: [Int] = []
    private var recipientPlaces: [Int] = []
    private let accounts: Int
    private var guids = GUIDs()
    private var generator = SystemRandomNumberGenerator()

    /// - Parameter attachmentBytes: of the one PDF that each message has, before base64.
    public init(
        server: LoadServer, token: String, messages: Int, attachmentBytes: Int, accounts: Int, at now: Instant
    ) {
        self.accounts = accounts
        let attachment = Data(Self.pdf(byteCount: attachmentBytes)).base64EncodedString()
        var body = Marked()
        body.add(
            #"<b:Berichten xmlns:b="http://schemas.rdw.nl/GEB/BerichtVerwerkService/Types/2009/01" "#
                + #"xmlns:m="http://schemas.rdw.nl/GEB/BerichtenProsessor/Bericht/Types/2009/01">"#
                + "<b:BatchInformatie><b:BatchID>")
        batchPlaces.append(body.gap(GUIDs.byteCount))
        body.add(
            "</b:BatchID><b:AanmaakDatum>\(now.rfc3339)</b:AanmaakDatum><b:BerichtLeverancierID>"
                + "\(LoadCast.oin.digits)</b:BerichtLeverancierID></b:BatchInformatie>")
        for _ in 0..<messages {
            body.add("<m:Bericht><m:BerichtInformatie><m:BatchID>")
            batchPlaces.append(body.gap(GUIDs.byteCount))
            body.add("</m:BatchID><m:BerichtID>")
            messagePlaces.append(body.gap(GUIDs.byteCount))
            body.add(
                "</m:BerichtID><m:BerichtType>\(LoadCast.typeCode)</m:BerichtType>"
                    + "<m:Onderwerp>Een bericht van een meting</m:Onderwerp>"
                    + "<m:BerichtTekst>In de bijlage staat wat er gemeten wordt.</m:BerichtTekst>"
                    + "<m:Referentie>meting</m:Referentie><m:GebruikerID>")
            recipientPlaces.append(body.gap(9))
            body.add(
                "</m:GebruikerID><m:SoortGebruiker>Burger</m:SoortGebruiker></m:BerichtInformatie>"
                    + "<m:Bijlagen><m:Bijlage><m:Inhoud>\(attachment)</m:Inhoud>"
                    + "<m:BijlageType>Pdf</m:BijlageType><m:Omschrijving>Meting</m:Omschrijving>"
                    + "<m:Volgorde>1</m:Volgorde></m:Bijlage></m:Bijlagen></m:Bericht>")
        }
        body.add("</b:Berichten>")
        let head = server.head(
            "POST", "/koppelvlak/berichtverwerking",
            [
                "Authorization: Bearer \(token)", "Content-Type: application/xml",
                "Content-Length: \(body.bytes.count)",
            ])
        request = head + body.bytes
        batchPlaces = batchPlaces.map { $0 + head.count }
        messagePlaces = messagePlaces.map { $0 + head.count }
        recipientPlaces = recipientPlaces.map { $0 + head.count }
    }

    public mutating func next() -> [UInt8] {
        let batch = guids.next()
        for place in batchPlaces { put(batch, at: place) }
        for place in messagePlaces { put(guids.next(), at: place) }
        for place in recipientPlaces {
            put(Array(TestNumbers.random(among: accounts, using: &generator).utf8), at: place)
        }
        return request
    }

    private mutating func put(_ bytes: [UInt8], at place: Int) {
        request.replaceSubrange(place..<place + bytes.count, with: bytes)
    }

    /// Bytes between the marks of a PDF; nobody opens it.
    private static func pdf(byteCount: Int) -> [UInt8] {
        let (start, end) = (Array("%PDF-1.4\n".utf8), Array("\n%%EOF\n".utf8))
        var generator = SystemRandomNumberGenerator()
        let middle = (0..<max(byteCount - start.count - end.count, 0)).map { _ in
            UInt8.random(in: 0...255, using: &generator)
        }
        return start + middle + end
    }
}

/// Bytes with gaps whose places are known.
private struct Marked {
    var bytes: [UInt8] = []

    mutating func add(_ text: String) {
        bytes += Array(text.utf8)
    }

    mutating func gap(_ count: Int) -> Int {
        defer { bytes += Array(repeating: UInt8(ascii: "0"), count: count) }
        return bytes.count
    }
}
