import Markup

/// `/leverancier/zelftest`: what an organisation has tried before going live, what came back, and what is
/// still to be tried, with whom. Outside preproduction there is nothing to try, and the page says so.
struct SelfCheckPage: View {
    /// What comes back when a step is tried.
    enum Answer: Sendable {
        case status(Int)
        case problem(Int)
        case code(String)
        case ordinary
    }

    struct Step: Sendable {
        let key: String
        let answer: Answer
        /// Nil when it was not tried yet.
        let tried: Moment?
    }

    struct Group: Sendable {
        let key: String
        let steps: [Step]
    }

    /// A test citizen, whose number is given to nobody.
    struct Citizen: Sendable {
        let number: String
        let name: String
        let behaviour: String
        let delivered: Moment?
        let validated: Moment?
    }

    /// None outside preproduction.
    let groups: [Group]
    let citizens: [Citizen]

    let width = PageWidth.wide

    func title(in strings: Strings) -> String {
        strings.selfCheck
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        let steps = groups.flatMap(\.steps)
        html.stack { html in
            html.add(Heading(.one, strings.selfCheck))
            if !groups.isEmpty {
                let tried = steps.count { $0.tried != nil }
                html.add(Paragraph(strings.selfCheckCount(tried, of: steps.count), kind: .lead))
                html.add(Paragraph(strings.selfCheckLead))
            }
        }
        guard !groups.isEmpty else {
            html.add(EmptyState(strings.selfCheckElsewhere, strings.selfCheckElsewhereText))
            return
        }
        html.element(.section, .class("stack")) { html in
            html.add(Heading(.two, strings.testCitizens))
            html.add(Paragraph(strings.testCitizensText))
            html.add(citizenTable(in: strings))
        }
        for group in groups {
            html.element(.section, .class("stack")) { html in
                html.add(Heading(.two, strings.selfCheckGroup(group.key)))
                html.add(table(of: group, in: strings))
            }
        }
    }

    private func citizenTable(in strings: Strings) -> Table {
        Table(
            caption: strings.testCitizensTried,
            columns: [
                .init(strings.testCitizen), .init(strings.testNumber), .init(strings.testBehaviour),
                .init(strings.testSent), .init(strings.testAsked),
            ],
            rows: citizens.map { citizen in
                [
                    .init(citizen.name),
                    .init(Content { html in html.element(.code, text: citizen.number) }),
                    .init(strings.testBehaviour(citizen.behaviour)), cell(citizen.delivered, in: strings),
                    cell(citizen.validated, in: strings),
                ]
            })
    }

    private func table(of group: Group, in strings: Strings) -> Table {
        Table(
            caption: strings.selfCheckTried(group.steps.count { $0.tried != nil }, of: group.steps.count),
            columns: [
                .init(strings.selfCheckStep), .init(strings.selfCheckHow), .init(strings.selfCheckAnswer),
                .init(strings.selfCheckLast),
            ],
            rows: group.steps.map { step in
                let words = strings.selfCheckStep(step.key)
                return [
                    .init(words.what), .init(words.how), answer(step.answer, in: strings),
                    cell(step.tried, in: strings),
                ]
            })
    }

    private func cell(_ tried: Moment?, in strings: Strings) -> Table.Cell {
        tried.map { Table.Cell($0) } ?? Table.Cell(StatusBadge(strings.notTried))
    }

    private func answer(_ answer: Answer, in strings: Strings) -> Table.Cell {
        switch answer {
        case .status(let status): Table.Cell("HTTP \(status)")
        case .problem(let number): Table.Cell(strings.selfCheckProblem(number))
        case .code(let code): Table.Cell(Content { html in html.element(.code, text: code) })
        case .ordinary: Table.Cell(strings.selfCheckOrdinary)
        }
    }
}
