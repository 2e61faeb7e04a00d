import CivilTime
import FoundationEssentials
import Identity
import XML

extension JSONMessage.Fields {
    /// Checks every field that is there by the same numbers as the XML interface.
    func check(_ collector: FaultCollector, limits: DeliveryLimits) {
        if let berichtId, SupplierGUID(berichtId) == nil { collector.note("berichtId", "is geen GUID") }
        check(berichttype, "berichttype", MessageLimits.typeCode, collector)
        check(onderwerp, "onderwerp", MessageLimits.subject, collector)
        check(tekst, "tekst", MessageLimits.text, collector)
        check(referentie, "referentie", MessageLimits.reference, collector)
        checkRecipient(collector)
        checkMoment(publicatiedatum, "publicatiedatum", collector)
        checkMoment(eindDatumHandelingstermijn, "eindDatumHandelingstermijn", collector)
        checkAttachments(collector)
    }

    private func check(
        _ text: String?, _ path: String, _ limit: TextLimit, _ collector: FaultCollector
    ) {
        guard let text else { return }
        if !limit.admits(text) {
            let most = limit.maximum.map { " tot \($0)" } ?? " of meer"
            collector.note(
                path, "telt \(text.unicodeScalars.count) tekens; het mogen er \(limit.minimum)\(most) zijn")
        }
        if XMLCharacter.firstForbidden(in: text) != nil {
            collector.note(path, "bevat een teken dat niet mag (zoals U+0000)")
        }
    }

    private func checkRecipient(_ collector: FaultCollector) {
        guard let ontvanger else { return }
        if let type = ontvanger.type, type != "BSN" { collector.note("ontvanger.type", "moet BSN zijn") }
        if let waarde = ontvanger.waarde, BSN(waarde) == nil {
            collector.note(
                "ontvanger.waarde", "is geen burgerservicenummer: negen cijfers die aan de elfproef voldoen")
        }
    }

    private func checkMoment(_ text: String?, _ path: String, _ collector: FaultCollector) {
        guard let text, Instant(rfc3339: text) == nil else { return }
        collector.note(path, "is geen tijdstip volgens RFC 3339, zoals 2026-10-05T09:00:00+02:00")
    }

    private func checkAttachments(_ collector: FaultCollector) {
        guard let bijlagen else { return }
        if bijlagen.count > MessageLimits.attachments {
            collector.note(
                "bijlagen", "telt er \(bijlagen.count); het mogen er \(MessageLimits.attachments) zijn")
        }
        for (index, bijlage) in bijlagen.enumerated() {
            let path = "bijlagen.\(index)"
            check(
                bijlage.omschrijving, "\(path).omschrijving", MessageLimits.attachmentDescription, collector)
            if let mediatype = bijlage.mediatype, mediatype != "application/pdf" {
                collector.note("\(path).mediatype", "moet application/pdf zijn")
            }
            if let inhoud = bijlage.inhoud, inhoud.isEmpty || Data(base64Encoded: inhoud) == nil {
                collector.note("\(path).inhoud", "is geen base64, of leeg")
            }
        }
    }

    /// The message as processing takes it; only after ``check(_:limits:)`` found nothing.
    func offered(attachmentLimitBytes: Int) -> OfferedMessage? {
        guard let id = berichtId.flatMap(SupplierGUID.init), let recipient = ontvanger?.waarde,
            let onderwerp
        else { return nil }
        var message = OfferedMessage(messageID: id)
        message.batchID = id.text
        message.typeCode = berichttype
        message.publication = publicatiedatum.flatMap(Instant.init(rfc3339:)).map { .at($0) } ?? .now
        message.actionDeadline = eindDatumHandelingstermijn.flatMap(Instant.init(rfc3339:))
        message.subject = onderwerp
        message.text = tekst
        message.reference = referentie
        message.recipient = recipient
        message.attachments = (bijlagen ?? []).enumerated().map { index, bijlage in
            bijlage.offered(order: index + 1, limitBytes: attachmentLimitBytes)
        }
        return message
    }
}

extension JSONMessage.Fields.Attachment {
    fileprivate func offered(order: Int, limitBytes: Int) -> OfferedAttachment {
        var attachment = OfferedAttachment()
        attachment.order = Int32(order)
        attachment.description = omschrijving ?? ""
        let bytes = [UInt8](inhoud.flatMap { Data(base64Encoded: $0) } ?? Data())
        attachment.content = bytes.count > limitBytes ? .tooLarge(byteCount: bytes.count) : .bytes(bytes)
        return attachment
    }
}
