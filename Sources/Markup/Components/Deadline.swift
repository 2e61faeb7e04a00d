/// By when the reader must have acted, with how long that is from now beside it. Near and past are said in
/// words.
public struct Deadline: Component {
    let moment: Moment
    let daysLeft: Int
    let isLabelled: Bool

    /// A deadline this many days ahead or less is shown as near.
    public static let nearDays = 14

    /// - Parameters:
    ///   - moment: the last day.
    ///   - daysLeft: calendar days from today to the last day: 0 is today, negative is past.
    ///   - isLabelled: whether "Reageer uiterlijk" stands before it; not where that is said beside it
    ///     already.
    public init(_ moment: Moment, daysLeft: Int, isLabelled: Bool = true) {
        self.moment = moment
        self.daysLeft = daysLeft
        self.isLabelled = isLabelled
    }

    /// The same date to stand beside its name.
    public var withoutLabel: Deadline {
        Deadline(moment, daysLeft: daysLeft, isLabelled: false)
    }

    /// Whether the last day lies behind us.
    public var isPast: Bool { daysLeft < 0 }

    public func write(to html: inout HTML) {
        let style: Attribute =
            isPast
            ? .class("deadline", "deadline--past")
            : daysLeft <= Self.nearDays ? .class("deadline", "deadline--near") : .class("deadline")
        html.element(.span, style) { html in
            if isLabelled { html.text(html.strings.respondBy + " ") }
            html.add(moment)
            html.text(" (\(html.strings.daysLeft(daysLeft)))")
        }
    }
}
