import Markup

/// `/dienstniveaus` for people of an organisation that is party to no agreement: why it is empty, and who can
/// change that.
struct NoAgreementsPage: View {
    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.serviceLevels
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.add(Heading(.one, strings.serviceLevels))
        html.add(EmptyState(strings.noAgreements, strings.noAgreementsText))
    }
}
