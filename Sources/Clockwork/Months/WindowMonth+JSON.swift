import Agreements
import CivilTime
// FoundationEssentials for its JSON encoder.
import FoundationEssentials

extension WindowMonth {
    /// The month for other programs: each window with the stretches that begin in it.
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(body))
    }

    private var body: Body {
        Body(
            agreement: agreement.name, month: month.description, environment: environment.rawValue,
            service: serviceWindows.map { Body.Window(key: $0.key, title: $0.title, openings(of: $0)) },
            maintenance: maintenanceWindows.map {
                Body.Window(key: $0.key, title: $0.title, stretches(of: $0))
            }
        )
    }

    private struct Body: Encodable {
        let agreement: String
        let month: String
        let environment: String
        let service: [Window]
        let maintenance: [Window]

        struct Window: Encodable {
            let key: String
            let title: String
            let intervals: [[String]]

            init(key: String, title: String, _ intervals: IntervalSet) {
                self.key = key
                self.title = title
                self.intervals = intervals.intervals.map {
                    [$0.start.amsterdamRFC3339, $0.end.amsterdamRFC3339]
                }
            }
        }
    }
}
