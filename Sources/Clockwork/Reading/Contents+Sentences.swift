import Agreements
import CivilTime

extension Clause.Contents {
    /// What a clause sets beside norms, a line for each thing, in Dutch.
    var sentences: [String] {
        [calendar?.sentence].compactMap { $0 } + windows + priority + planning + organisation + procedures
    }

    private var windows: [String] {
        serviceWindows.flatMap(\.sentences) + maintenanceWindows.flatMap(\.sentences)
    }

    private var priority: [String] {
        let matrix = priorityMatrix.map { matrix in
            zip(matrix.urgency, matrix.rows).map { urgency, row in
                let cells = zip(matrix.impact, row).map { "\($0.title): \($1)" }.joined(separator: ", ")
                return "Urgentie \(urgency.title) – impact \(cells)"
            }
        }
        return priorities.map {
            "Prioriteit \($0.number) – \($0.title)" + ($0.meaning.map { ": \($0)" } ?? "")
        }
            + (matrix ?? [])
            + fixedPriorities.map { "In \($0.environment.text) altijd prioriteit \($0.priority)" }
    }

    private var planning: [String] {
        notices.map { "\($0.text) (ten minste \($0.atLeast.text) vooraf, door \($0.party))" }
            + plans.map(\.text)
    }

    private var organisation: [String] {
        roles.map { "Rol: \($0.title) (\($0.party))" }
            + documents.map { "Document: \($0.title)" + ($0.isOptional ? " (waar het er is)" : "") }
            + escalations.map { ladder in
                let levels = ladder.levels.map { $0.joined(separator: " en ") }.joined(separator: " → ")
                return "Escalatie – \(ladder.title): \(levels)"
            }
            + meetings.map { meeting in
                "Overleg: \(meeting.title)" + (meeting.every.map { ", elke \($0.rawValue)" } ?? "")
                    + (meeting.agenda.isEmpty ? "" : ": \(meeting.agenda.joined(separator: "; "))")
            }
            + reports.map { "Rapportage: \($0.title): \($0.contents.joined(separator: "; "))" }
    }

    private var procedures: [String] {
        communications.map { "Communicatie: \($0.when)" }
            + duties.map { duty in
                "Verplichting van \(duty.party): \(duty.text)"
                    + (duty.every.map { ", elke \($0.rawValue)" } ?? "")
            }
            + exclusions.map { "Uitgesloten: \($0.text)" }
            + processes.map { "Proces: \($0.type)" }
    }
}

extension WorkCalendar {
    fileprivate var sentence: String {
        let names = Weekday.allCases.filter(days.contains).map(Dutch.text).joined(separator: ", ")
        let closed = holidays.map(\.name).joined(separator: ", ")
        let deviating = deviatingDays.map { "\($0.title) \(Dutch.text($0.date))" }.joined(separator: ", ")
        return "Kalender \(title): \(names)" + (closed.isEmpty ? "" : "; gesloten op \(closed)")
            + (deviating.isEmpty ? "" : "; afwijkend: \(deviating)")
    }
}

extension ServiceWindow {
    fileprivate var sentences: [String] {
        let rest = (calendar.map { ", volgens \($0.title)" } ?? "") + (isAttended ? "" : ", onbemand")
        return perHours(hours).map { environments, hours in
            "Servicevenster \(title) (\(key))\(environments): \(hours.text)\(rest)"
        }
    }
}

extension MaintenanceWindow {
    fileprivate var sentences: [String] {
        perHours(hours).map { environments, hours in
            "Onderhoud \(title)\(environments): \(recurrence.text), \(hours.text)"
                + (allowsDowntime ? "" : ", de dienst blijft beschikbaar")
        }
    }
}

/// The environments that share hours, in words after a comma; nothing where all have the same.
private func perHours<Hours: Hashable>(
    _ hours: [Environment: Hours]
) -> [(environments: String, hours: Hours)] {
    let known = Environment.allCases.filter { hours[$0] != nil }
    let groups = Dictionary(grouping: known) { hours[$0] }
    return known.compactMap { environment in
        guard let own = hours[environment], let group = groups[own], group.first == environment else {
            return nil
        }
        let isAll = group.count == Environment.allCases.count
        return (isAll ? "" : ", " + group.map(\.text).joined(separator: " en "), own)
    }
}

extension OpeningHours {
    /// Dutch: `ma, di 08.30–18.00 uur; za 10.00–14.00 uur`.
    fileprivate var text: String {
        switch self {
        case .always: "24 uur per dag, 7 dagen per week"
        case .weekly(let groups):
            groups.isEmpty
                ? "gesloten"
                : groups.map { group in
                    let ranges = group.ranges.map(\.text).joined(separator: " en ")
                    return group.days.map { "\($0.names) \(ranges)" } ?? ranges
                }.joined(separator: "; ")
        }
    }
}

extension Recurrence {
    fileprivate var text: String {
        switch self {
        case .weekdayOfMonth(let ordinal, let weekday): "\(ordinal)e \(Dutch.text(weekday)) van de maand"
        case .lastWeekdayOfMonth(let weekday): "laatste \(Dutch.text(weekday)) van de maand"
        case .fullWeekend(let ordinal): "\(ordinal)e volle weekend van de maand"
        case .workingDays: "elke werkdag"
        case .weekly(let days): "elke \(days.names)"
        case .daily: "elke dag"
        case .dates(let dates):
            dates.isEmpty ? "volgens jaarplan" : "op \(dates.map { Dutch.text($0) }.joined(separator: ", "))"
        case .announced(let days): "na aankondiging op \(days.names)"
        }
    }
}

extension Set<Weekday> {
    /// Dutch: `maandag en woensdag`.
    fileprivate var names: String {
        let names = Weekday.allCases.filter(contains).map(Dutch.text)
        guard names.count > 1, let last = names.last else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " en " + last
    }
}
