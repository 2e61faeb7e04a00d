import CivilTime

/// A processing report in JSON: the names of the schema in camelCase.
public struct ReportBody: Encodable, Sendable {
    let id: String
    let volgnummer: Int
    let batchInformatie: Totals
    /// Nil where the lines would make an event larger than receivers must take.
    var berichten: [Line]?

    struct Totals: Encodable {
        let berichtLeverancierCode: String
        let batchId: String
        let totaalAantalOntvangenBerichten: Int
        let aantalBerichtenSuccesvolVerwerkt: Int
        let aantalBerichtenGeenActieveBoxOfGeabonneertOpLeverancier: Int
        let aantalBerichtenMetTechnischProbleem: Int
        let aantalBerichtenBerichtTypeNietCorrect: Int
        let aantalBerichtenPublicatieDatumNietCorrect: Int
        let aantalBerichtenAanmaakDatumNietCorrect: Int
        let datumOntvangen: String
        let datumVerwerkt: String
    }

    struct Line: Encodable {
        let berichtId: String
        let berichtType: String
        let verwerkingsCode: String
        let stadium: String
    }

    public init(_ report: Report) {
        let document = report.document
        id = "\(report.delivery.id)"
        volgnummer = report.number
        batchInformatie = Totals(
            berichtLeverancierCode: document.supplierCode, batchId: document.batchID.text,
            totaalAantalOntvangenBerichten: document.lines.count,
            aantalBerichtenSuccesvolVerwerkt: document.count(.processed),
            aantalBerichtenGeenActieveBoxOfGeabonneertOpLeverancier: document.count(.notActiveOrSubscribed),
            aantalBerichtenMetTechnischProbleem: document.count(.technicalProblem),
            aantalBerichtenBerichtTypeNietCorrect: document.count(.typeNotCorrect),
            aantalBerichtenPublicatieDatumNietCorrect: document.count(.publicationDateNotCorrect),
            aantalBerichtenAanmaakDatumNietCorrect: document.count(.creationDateNotCorrect),
            datumOntvangen: document.receivedAt.rfc3339, datumVerwerkt: document.processedAt.rfc3339)
        berichten = document.lines.map { line in
            Line(
                berichtId: line.messageID.text, berichtType: line.typeCode,
                verwerkingsCode: line.code.rawValue,
                stadium: line.stage.rawValue)
        }
    }
}
