import AgreementFiles
import Agreements
import CivilTime
// Reading the processes beside the tests; test targets may use Foundation.
import Foundation
import Testing

/// The process types of the product, as they lie in the folder `agreements/processes`.
enum ShippedProcess {
    static let folder = Shipped.folder + "/processes"

    static func text(_ key: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(key).yaml", encoding: .utf8)
    }

    static func process(_ key: String) throws -> ProcessType {
        try ProcessFile(name: "\(key).yaml", text: text(key)).process
    }

    static func keys() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
            .map { String($0.dropLast(".yaml".count)) }
    }
}

/// A case that somebody walks through, a minute for each step.
struct Walk {
    private(set) var course: CaseCourse
    private var minute: Int64 = 0

    /// Facts by which every rule is met.
    static let allMet = CaseFacts(
        priority: 1, links: [CaseFacts.Link(type: "disturbance", priority: 1)], isDesignated: true,
        isNoticeKept: true, isOutsideOpeningHours: true, isInCatalogue: true, isMandated: true)

    init(_ key: String) throws {
        course = CaseCourse(try ShippedProcess.process(key))
    }

    mutating func take(
        _ step: String, by role: String, in branch: String? = nil, opens: [String] = [],
        knowing facts: CaseFacts = allMet
    ) throws {
        minute += 1
        let event = CaseEvent(
            step: step, role: role, branch: branch, opens: opens, at: Instant(seconds: minute * 60))
        try course.take(event, knowing: facts)
    }

    /// Why a step may not be taken now, in Dutch; nil when it may.
    func refusal(
        _ step: String, by role: String, in branch: String? = nil, knowing facts: CaseFacts = allMet
    ) -> String? {
        let event = CaseEvent(
            step: step, role: role, branch: branch, at: Instant(seconds: (minute + 1) * 60))
        return (course.refusal(of: event) ?? course.unmetRule(of: step, facts)).map { "\($0)" }
    }

    var open: [String] {
        course.openSteps.map { [$0.step.key, $0.branch].compactMap { $0 }.joined(separator: " of ") }
    }
}
