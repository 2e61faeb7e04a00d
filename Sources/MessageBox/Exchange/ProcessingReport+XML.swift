import CivilTime
import XML

extension ProcessingReport {
    /// The report as `batch-response.xsd` has it, in UTF-8; moments in UTC.
    public func xml() -> [UInt8] {
        var writer = XMLWriter()
        writer.element(
            "v:BerichtVerwerkResponse",
            attributes: [
                "xmlns:v": BatchNamespace.batch, "xmlns:r": BatchNamespace.result,
            ]
        ) { response in
            response.element("BatchInformatie") { summary(&$0) }
            response.element("Berichten") { messages in
                for line in lines { line.write(&messages) }
            }
        }
        return writer.bytes
    }

    private func summary(_ writer: inout XMLWriter) {
        writer.element("BerichtLeverancierCode", text: supplierCode)
        writer.element("BatchID", text: batchID.text)
        writer.element("TotaalAantalOntvangenBerichten", text: "\(lines.count)")
        writer.element("AantalBerichtenSuccesvolVerwerkt", text: total(.processed))
        writer.element(
            "AantalBerichtenGeenActieveBoxOfGeabonneertOpLeverancier", text: total(.notActiveOrSubscribed))
        writer.element("AantalBerichtenMetTechnischProbleem", text: total(.technicalProblem))
        writer.element("AantalBerichtenBerichtTypeNietCorrect", text: total(.typeNotCorrect))
        writer.element("AantalBerichtenPublicatieDatumNietCorrect", text: total(.publicationDateNotCorrect))
        writer.element("AantalBerichtenAanmaakDatumNietCorrect", text: total(.creationDateNotCorrect))
        writer.element("DatumOntvangen", text: receivedAt.rfc3339)
        writer.element("DatumVerwerkt", text: processedAt.rfc3339)
    }

    private func total(_ counter: ReportCounter) -> String {
        "\(count(counter))"
    }
}

extension ProcessingReport.Line {
    fileprivate func write(_ writer: inout XMLWriter) {
        writer.element("r:Bericht") { message in
            message.element("BerichtID", text: messageID.text)
            message.element("BerichtType", text: typeCode)
            message.element("VerwerkingsCode", text: code.rawValue)
            message.element("Stadium", text: stage.rawValue)
        }
    }
}
