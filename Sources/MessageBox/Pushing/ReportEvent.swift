import CivilTime
// The JSON encoder has no other home on this platform.
import FoundationEssentials
import Identity
import SQL

/// A report as a CloudEvent by the profile of the Dutch government: its context names organisations, never
/// people.
struct ReportEvent: Encodable {
    let specversion = "1.0"
    /// The same at each attempt.
    let id: String
    let source: String
    let type = "nl.overheid.berichtenbox.verwerkingsbericht-aangeboden"
    let subject: String
    let time: String
    /// The place among the organisation's reports, in digits that sort as text.
    let sequence: String
    let datacontenttype = "application/json"
    let dataref: String
    var data: ReportBody

    /// What every receiver of events must take (CloudEvents, size limits).
    static let bytesLimit = 65_536
    private static let sequenceDigits = 12

    init(_ report: Report, from provider: OIN, publicURL: String) {
        id = "\(report.delivery.id)"
        source = "urn:nld:oin:\(provider.digits):systeem:berichtenbox"
        subject = "\(report.delivery.id)"
        time = report.document.processedAt.rfc3339
        let number = "\(report.number)"
        sequence = String(repeating: "0", count: max(0, Self.sequenceDigits - number.count)) + number
        dataref = "\(publicURL)/api/v1/verwerkingsberichten/\(report.delivery.id)"
        data = ReportBody(report)
    }

    /// The event whole where it fits; otherwise with the totals, and the lines to be fetched.
    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let whole = try encoder.encode(self)
        guard whole.count > Self.bytesLimit else { return Array(whole) }
        var short = self
        short.data.berichten = nil
        return Array(try encoder.encode(short))
    }
}
