import Agreements
import CivilTime

/// Other values for a written one, of which the first that makes an agreement is taken.
struct Mutation {
    let agreement: Agreement

    /// Keys whose values are words or names, or that say what kind of thing stands here.
    static let words: Set<String> = [
        "agreement", "title", "edition", "key", "name", "id", "paragraph", "note", "kind", "text", "assumed",
        "reason", "means", "when", "help", "number",
    ]
    /// Values of which the product knows no second one.
    static let only: Set<String> = ["of: calls", "of: satisfaction_phone", "on_sunday: day_before"]
    /// Keys whose values fit others beside them so closely that another value is refused.
    static let fitted: Set<String> = [
        "calendar", "every", "month", "per", "process", "seen_by", "term",
    ]

    private static let choices: [String: [[String]]] = [
        "environment": [names(Environment.self)], "judged": [names(AvailabilityNorm.Scope.self)],
        "month": [names(AvailabilityNorm.Month.Convention.self)],
        "maintenance": [names(AvailabilityNorm.Maintenance.self)],
        "probe_gap": [names(AvailabilityNorm.ProbeGap.self)],
        "seen_by": [names(AvailabilityNorm.Observer.self)], "flow": [names(Flow.self)],
        "interface": [names(Interface.self)], "excess": [names(CapacityNorm.Excess.self)],
        "per": [names(CapacityNorm.Window.self), names(Rhythm.self)],
        "counted": [names(HandlingNorm.Membership.self)],
        "on_priority_change": [names(HandlingNorm.PriorityChange.self)], "standing": [names(Standing.self)],
        "late": [names(LateNotice.self)], "level": [names(ContractLevel.self)],
        "audience": [names(ServiceWindow.Audience.self)], "side": [names(Party.Side.self)],
        "renewed": [names(Rhythm.self)], "spread": [names(ForecastNorm.Spread.self)],
        "liability": [names(ForecastNorm.Liability.self)], "cause": [names(OutageCause.self)],
        "downtime": [["allowed", "none"]], "operator": [["at_most", "less_than"]],
        "of": [names(ShareMeasure.self), names(NumberMeasure.self), names(LengthMeasure.self)],
        "every": [
            names(Rhythm.self), ["dag", "2e maandag van de maand", "3e volle weekend van de maand"],
            ["volgens jaarplan", "dag"],
        ],
        "type": [names(FormField.Kind.self), ["elsewhere"]],
        "hours": [["24x7", "08:00-18:00"], ["none", "24x7"], ["whole", "00:00-12:00"]],
        "production": [["24x7", "08:00-18:00"]], "preproduction": [["none", "24x7"], ["24x7", "none"]],
        "at_most": [["in overleg", "best effort"], ["direct", "in overleg"]],
        "days": [["ma-vr", "ma-do"]], "on": [["za,zo", "za"]], "how": [names(Channel.self)],
    ]

    private static func names<Choice: RawRepresentable & CaseIterable>(_: Choice.Type) -> [String]
    where Choice.RawValue == String {
        Choice.allCases.map(\.rawValue)
    }

    /// Other values for a line, the likeliest first; nil takes the line out.
    func others(for line: WrittenLine) -> [String?] {
        if line.kind == .entry {
            return lists(line.value, of: line.key) + [nil] + singles(line.value, of: line.key)
        }
        let lists = lists(line.value, of: line.key)
        return lists.isEmpty ? singles(line.value, of: line.key) + shapes(line.value) + [nil] : lists
    }

    private func singles(_ value: String, of key: String) -> [String?] {
        let line = WrittenLine(index: 0, key: key, value: value, kind: .value)
        let words: [String] = ["agenda", "decides", "contents"].contains(key) ? ["\(value) anders"] : []
        return choices(line) + references(line) + booleans(line) + names(line) + words
    }

    /// For `[a, b]`: with another first, or without it.
    private func lists(_ value: String, of key: String) -> [String?] {
        guard value.hasPrefix("["), value.hasSuffix("]") else { return [] }
        let entries = value.dropFirst().dropLast().split(separator: ",").map { $0.drop { $0 == " " } }
        guard let first = entries.first.map(String.init) else { return [] }
        let rest = entries.dropFirst().map(String.init)
        let counted = first.first?.isNumber == true ? shapes(first) : []
        return (counted + singles(first, of: key)).compactMap { $0 }
            .map { "[\(([$0] + rest).joined(separator: ", "))]" }
            + (rest.isEmpty ? [] : ["[\(rest.joined(separator: ", "))]"])
    }

    private func choices(_ line: WrittenLine) -> [String?] {
        (Self.choices[line.key] ?? []).flatMap { list -> [String] in
            guard let index = list.firstIndex(of: line.value) else { return [] }
            return Array(list[(index + 1)...] + list[..<index])
        }
    }

    /// Another thing of the same kind that the file declares.
    private func references(_ line: WrittenLine) -> [String?] {
        let parties = agreement.parties.map(\.key)
        let declared = [
            parties, agreement.roles.map(\.key), agreement.serviceWindows.map(\.key),
            agreement.maintenanceWindows.map(\.key), agreement.notices.map(\.key),
            agreement.clauses.flatMap(\.contents.meetings).map(\.key),
            agreement.clauses.map(\.id.text),
        ]
        let isProcess = ["process", "type", "about"].contains(line.key)
        return isProcess
            ? []
            : declared.filter { $0.contains(line.value) }.flatMap { keys in
                keys.filter { $0 != line.value }
            }
    }

    private func booleans(_ line: WrittenLine) -> [String?] {
        line.value == "true" ? ["false"] : line.value == "false" ? ["true"] : []
    }

    /// Free names, such as a process type or a component.
    private func names(_ line: WrittenLine) -> [String?] {
        let free = ["process", "term", "type", "component", "item", "probe", "set", "about"]
        return free.contains(line.key) ? ["elsewhere"] : []
    }

    /// The value with another number in it, the first that there is.
    private func shapes(_ value: String) -> [String?] {
        guard let start = value.firstIndex(where: \.isNumber) else { return [] }
        let digits = value[start...].prefix(while: \.isNumber)
        guard let number = Int(digits) else { return [] }
        return [number - 1, number + 1].filter { $0 >= 0 }.map { other in
            let padding = String(repeating: "0", count: max(0, digits.count - String(other).count))
            return value[..<start] + padding + String(other) + value[digits.endIndex...]
        }
    }
}
