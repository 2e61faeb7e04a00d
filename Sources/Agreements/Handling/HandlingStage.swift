import CivilTime

/// A stretch of a case under one classification, with the lines that hold under it.
struct HandlingStage {
    let at: Instant
    let priority: Int?
    /// One for each line that holds; never empty.
    let slots: [Slot]

    struct Slot {
        let line: HandlingLine
        let bound: BoundLimit
    }

    /// Lines that are equals stand in the same order under each classification.
    func slot(_ index: Int) -> Slot { slots[min(index, slots.count - 1)] }
}

/// A limit with the hours in which it is counted.
struct BoundLimit {
    let limit: SpanLimit
    let hours: WorkingHours
    /// Why there is no limit, in Dutch, where the agreement does have one; nil otherwise.
    let gap: String?

    /// Without a limit or hours there is nothing that can run out.
    init(_ limit: SpanLimit?, _ line: HandlingLine, in environment: Environment) {
        guard let limit else {
            self.init(gap: "De impact of urgentie is niet vastgelegd, en daarvan hangt de termijn af.")
            return
        }
        guard let hours = line.hours(for: limit, in: environment) else {
            let window = line.norm.window?.title ?? ""
            self.init(gap: "\(window) is in deze omgeving nooit open.")
            return
        }
        self.init(limit, hours, gap: nil)
    }

    private init(gap: String) {
        self.init(SpanLimit(.atMost, Span(.bestEffort, text: "geen termijn")), .always, gap: gap)
    }

    private init(_ limit: SpanLimit, _ hours: WorkingHours, gap: String?) {
        self.limit = limit
        self.hours = hours
        self.gap = gap
    }
}
