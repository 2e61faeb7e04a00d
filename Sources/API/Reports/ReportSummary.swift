import CivilTime
import MessageBox

/// A report in a list.
struct ReportSummary: Encodable {
    let id: String
    let batchId: String
    let volgnummer: Int
    let aantalVerwerkt: Int
    let aantalAfgewezen: Int
    let aangebodenOp: String
    let ontvangstBevestigdOp: String?
    let aflevering: PushBody?

    init(_ summary: Report.Summary) {
        id = "\(summary.delivery)"
        batchId = summary.batchID.text
        volgnummer = summary.number
        aantalVerwerkt = summary.acceptedCount
        aantalAfgewezen = summary.rejectedCount
        aangebodenOp = summary.offeredAt.rfc3339
        ontvangstBevestigdOp = summary.confirmedAt?.rfc3339
        aflevering = summary.push.map(PushBody.init)
    }
}

/// How far the pushing of a report is.
struct PushBody: Encodable {
    let status: String
    let pogingen: Int
    let laatstePogingOp: String?
    let uitkomst: String?
    let beeindigdOp: String?

    init(_ push: ReportPush) {
        status =
            switch push.state {
            case .waiting: "wacht"
            case .delivered: "afgeleverd"
            case .undelivered: "niet-afgeleverd"
            case .withdrawn: "ingetrokken"
            }
        pogingen = push.attemptCount
        laatstePogingOp = push.lastAttemptAt?.rfc3339
        uitkomst = push.lastFailure?.text
        beeindigdOp = push.endedAt?.rfc3339
    }
}
