import CivilTime
import Markup

/// `/leverancier`: what was supplied today and in the days or months before, and what asks for attention
/// (SNO-19).
struct SupplierTodayPage: View {
    /// What became of the messages of a stretch of time.
    struct Row: Sendable {
        let label: String
        let shortLabel: String
        let processed: Int
        let rejected: Int
        let waiting: Int

        var offered: Int { processed + rejected + waiting }
    }

    /// Something for the reader to look at, with where.
    struct Need: Sendable {
        enum Kind: Sendable {
            case rejections(count: Int)
            case reports(count: Int)
            case certificates(count: Int, first: Moment)
        }

        let kind: Kind
        let location: Location
    }

    let organisation: String
    let today: Row
    let todayList: Location
    let rejections: Location
    let needs: [Need]
    let period: SupplierPeriod
    let rows: [Row]
    let csv: Location
    /// The most that may be supplied in a day by all organisations together, as the agreement has it.
    let capacity: (text: String, location: Location?)?

    let width = PageWidth.wide

    func title(in strings: Strings) -> String {
        strings.today
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.todayTitle(organisation)))
            html.element(.div, .class("wide")) { html in
                html.add(
                    Figures([
                        .init(strings.offered, today.offered, location: todayList),
                        .init(strings.processed, today.processed),
                        .init(strings.rejected, today.rejected, location: rejections),
                        .init(strings.waiting, today.waiting),
                    ]))
            }
        }
        writeNeeds(to: &html)
        html.element(.section, .class("stack", "stack--wide")) { html in
            html.add(Heading(.two, strings.supplied(period)))
            html.add(SupplierPeriodNav(current: period) { .supplier($0) })
            writeFigures(to: &html)
        }
    }

    private func writeNeeds(to html: inout HTML) {
        let strings = html.strings
        html.element(.section, .class("stack", "stack--tight")) { html in
            html.add(Heading(.two, strings.needsYou))
            if needs.isEmpty {
                html.add(Paragraph(strings.needsNothing))
            } else {
                html.element(.ul, .class("list")) { html in
                    for need in needs {
                        html.element(.li) { html in
                            html.add(TextLink(strings.need(need.kind), need.location))
                        }
                    }
                }
            }
        }
    }

    private func writeFigures(to html: inout HTML) {
        let strings = html.strings
        guard rows.contains(where: { $0.offered > 0 }) else {
            html.add(EmptyState(strings.suppliedNothing, strings.suppliedNothingText))
            return
        }
        html.add(
            Chart(
                caption: strings.suppliedChart(period),
                series: [
                    .init(strings.processed, tone: .reached), .init(strings.rejected, tone: .below),
                ],
                columns: rows.map {
                    .init($0.label, shortLabel: $0.shortLabel, values: [$0.processed, $0.rejected])
                }))
        if let capacity {
            html.add(Paragraph(strings.capacityNote(capacity.text), kind: .secondary))
            if let location = capacity.location {
                html.add(TextLink(strings.serviceLevels, location, kind: .onward))
            }
        }
        html.add(table(in: strings))
        html.element(.p) { html in html.add(TextLink(strings.downloadCSV, csv)) }
    }

    private func table(in strings: Strings) -> Table {
        let sum = Row(
            label: strings.total, shortLabel: "", processed: rows.reduce(0) { $0 + $1.processed },
            rejected: rows.reduce(0) { $0 + $1.rejected }, waiting: rows.reduce(0) { $0 + $1.waiting })
        return Table(
            caption: strings.suppliedChart(period),
            columns: [
                .init(strings.whenColumn(period)), .init(strings.offered, isNumeric: true),
                .init(strings.processed, isNumeric: true), .init(strings.rejected, isNumeric: true),
                .init(strings.waiting, isNumeric: true),
            ],
            rows: (Array(rows.reversed()) + [sum]).map { row -> [Table.Cell] in
                let numbers = [row.offered, row.processed, row.rejected, row.waiting]
                return [Table.Cell(row.label)] + numbers.map { Table.Cell(strings.number($0)) }
            })
    }
}

/// Over how long figures are shown.
enum SupplierPeriod: String, Sendable, CaseIterable {
    case week
    case month = "maand"
    case year = "jaar"
}

/// The choice of a period, as links.
struct SupplierPeriodNav: Component {
    let current: SupplierPeriod
    let location: @Sendable (SupplierPeriod) -> Location

    func write(to html: inout HTML) {
        let strings = html.strings
        html.element(.nav, .set(.ariaLabel, strings.periodChoice)) { html in
            html.element(.ul, .class("choices")) { html in
                for period in SupplierPeriod.allCases {
                    let isCurrent = period == current
                    html.element(.li) { html in
                        html.element(
                            .a, .class("choices__choice"), .href(location(period)),
                            .set(.ariaCurrent, ifPresent: isCurrent ? "true" : nil),
                            text: strings.period(period.rawValue))
                    }
                }
            }
        }
    }
}

extension Strings {
    fileprivate func supplied(_ period: SupplierPeriod) -> String { suppliedOver(period.rawValue) }
    fileprivate func suppliedChart(_ period: SupplierPeriod) -> String {
        suppliedPer(isMonths: period == .year)
    }
    fileprivate func whenColumn(_ period: SupplierPeriod) -> String { period == .year ? monthWord : dayWord }

    fileprivate func need(_ kind: SupplierTodayPage.Need.Kind) -> String {
        switch kind {
        case .rejections(let count): needRejections(count)
        case .reports(let count): needReports(count)
        case .certificates(let count, let first): needCertificates(count, first: first.text(in: self))
        }
    }
}
