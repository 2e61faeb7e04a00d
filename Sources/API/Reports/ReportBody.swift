import CivilTime
import MessageBox

struct ReportSummary: Encodable {
    let id: String
    let batchId: String
    let volgnummer: Int
    let aantalVerwerkt: Int
    let aantalAfgewezen: Int
    let aangebodenOp: String
    let ontvangstBevestigdOp: String?

    init(_ summary: Report.Summary) {
        id = "\(summary.delivery)"
        batchId = summary.batchID.text
        volgnummer = summary.number
        aantalVerwerkt = summary.acceptedCount
        aantalAfgewezen = summary.rejectedCount
        aangebodenOp = summary.offeredAt.rfc3339
        ontvangstBevestigdOp = summary.confirmedAt?.rfc3339
    }
}

/// A processing report in JSON: the names of the schema in camelCase.
struct ReportBody: Encodable {
    let id: String
    let volgnummer: Int
    let batchInformatie: Totals
    let berichten: [Line]

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

    init(_ report: Report) {
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
