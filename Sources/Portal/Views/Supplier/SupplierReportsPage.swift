import Markup

/// `/leverancier/verwerkingsberichten`: the processing reports, the last one first, with how far each got.
struct SupplierReportsPage: View {
    struct Entry: Sendable {
        /// How far the report got on its way to the organisation's system.
        enum State: Sendable {
            case offered
            case fetched(Moment)
            case confirmed(Moment)
            /// Their address took it.
            case pushed(Moment)
            /// Their address did not take it for as long as the agreement says; it waits to be fetched.
            case undelivered(Moment)
        }

        let number: Int
        let batchID: String
        let location: Location
        let document: Location
        let offered: Moment
        let processed: Int
        let rejected: Int
        let state: State
    }

    let reports: [Entry]
    let older: Location?
    let newest: Location?

    let width = PageWidth.wide

    func title(in strings: Strings) -> String {
        strings.processingReports
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.processingReports))
            html.add(Paragraph(strings.processingReportsLead, kind: .lead))
        }
        if reports.isEmpty {
            html.add(EmptyState(strings.noReports, strings.noReportsText))
        } else {
            html.add(table(in: strings))
        }
        html.add(
            Pagination(
                older: older.map { .init(strings.olderReports, $0) },
                newer: newest.map { .init(strings.newestReports, $0) }))
    }

    private func table(in strings: Strings) -> Table {
        Table(
            caption: strings.processingReports,
            columns: [
                .init(strings.reportNumber), .init(strings.batch), .init(strings.reportOffered),
                .init(strings.processed, isNumeric: true), .init(strings.rejected, isNumeric: true),
                .init(strings.state), .init(strings.file),
            ],
            rows: reports.map { report in
                [
                    .init(TextLink(strings.number(report.number), report.location)),
                    .init(report.batchID), .init(report.offered),
                    .init(strings.number(report.processed)), .init(strings.number(report.rejected)),
                    .init(report.state.badge(in: strings)), .init(TextLink("XML", report.document)),
                ]
            })
    }
}

extension SupplierReportsPage.Entry.State {
    func badge(in strings: Strings) -> StatusBadge {
        switch self {
        case .offered: StatusBadge(strings.reportWaits, tone: .atRisk)
        case .fetched: StatusBadge(strings.reportFetched)
        case .confirmed: StatusBadge(strings.reportConfirmed, tone: .reached)
        case .pushed: StatusBadge(strings.reportPushed)
        case .undelivered: StatusBadge(strings.reportUndelivered, tone: .below)
        }
    }
}

/// `/leverancier/verwerkingsberichten/{id}`: one report, with a line for each message.
struct SupplierReportPage: View {
    let report: SupplierReportsPage.Entry
    let lines: [SuppliedMessagesPage.Entry]

    let width = PageWidth.wide

    func title(in strings: Strings) -> String {
        strings.processingReport(report.number)
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.element(.div, .class("stack", "stack--tight")) { html in
            html.add(TextLink(strings.processingReports, .supplierReports, kind: .back))
            html.add(Heading(.one, title(in: strings)))
        }
        let batch = report.batchID
        var facts: [DataSummary.Fact] = [
            .init(strings.batch, Content { html in html.element(.code, text: batch) }),
            .init(strings.reportOffered, report.offered),
            .init(strings.state, report.state.badge(in: strings)),
        ]
        switch report.state {
        case .offered: break
        case .fetched(let moment): facts.append(.init(strings.reportFetched, moment))
        case .confirmed(let moment): facts.append(.init(strings.reportConfirmed, moment))
        case .pushed(let moment): facts.append(.init(strings.reportPushed, moment))
        case .undelivered(let moment): facts.append(.init(strings.reportUndelivered, moment))
        }
        html.add(DataSummary(facts))
        html.element(.p) { html in html.add(TextLink(strings.downloadXML, report.document)) }
        html.add(
            Table(
                caption: strings.messages,
                columns: [
                    .init(strings.messageID), .init(strings.messageType), .init(strings.outcome),
                ],
                rows: lines.map { line in
                    [
                        .init(TextLink(line.messageID, line.location)), .init(line.type),
                        .init(StatusBadge(line.code, tone: line.isProcessed ? .reached : .below)),
                    ]
                }))
    }
}
