import Markup

/// `/leverancier/afwijzingen`: what was rejected, by code, with what the code means and what to do.
struct RejectionsPage: View {
    struct Group: Sendable {
        let code: String
        let messages: Int
        /// The messages of the last day on which the code was given.
        let location: Location?
    }

    let period: SupplierPeriod
    let groups: [Group]
    let processed: Int

    let width = PageWidth.wide

    func title(in strings: Strings) -> String {
        strings.rejections
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        let total = groups.reduce(0) { $0 + $1.messages }
        html.stack { html in
            html.add(Heading(.one, strings.rejections))
            html.add(Paragraph(strings.rejectionsLead, kind: .lead))
            html.add(SupplierPeriodNav(current: period) { .rejections($0) })
        }
        if groups.isEmpty {
            html.add(EmptyState(strings.noRejections, strings.noRejectionsText(processed)))
        } else {
            html.add(Paragraph(strings.rejectionsCount(total, of: total + processed)))
            html.add(table(in: strings))
        }
    }

    private func table(in strings: Strings) -> Table {
        Table(
            caption: strings.rejectionsByCode,
            columns: [
                .init(strings.processingCode), .init(strings.amount, isNumeric: true),
                .init(strings.meaning), .init(strings.whatToDo), .init(strings.messages),
            ],
            rows: groups.map { group in
                let code = group.code
                return [
                    .init(Content { html in html.element(.code, text: code) }),
                    .init(strings.number(group.messages)),
                    .init(strings.rejectionMeaning(code)), .init(strings.rejectionAdvice(code)),
                    group.location.map { .init(TextLink(strings.show, $0)) } ?? .init(""),
                ]
            })
    }
}
