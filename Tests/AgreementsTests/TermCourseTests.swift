import Agreements
import CivilTime
import Testing

struct TermCourseTests {
    private typealias Small = SmallProcess

    private func courses(_ term: String, _ events: [CaseEvent]) throws -> [TermCourse] {
        try CaseCourse(Small.process, events: events).termCourses.filter { $0.term == term }
    }

    private let assessed = ["uwv", "svb"].enumerated().map { index, party in
        Small.event("assess", by: "party", in: party, minute: Int64(2 + index))
    }

    @Test func `a term stops with its step and runs on when the case is reopened`() throws {
        let collate = Small.event("collate", by: "desk", minute: 4)
        let stopped = try courses("whole", Small.forwarded + assessed + [collate])
        #expect(
            stopped == [
                TermCourse(
                    term: "whole", branch: nil, started: Small.moment(0),
                    stops: [TermCourse.Stop(stopped: Small.moment(4))])
            ])
        #expect(stopped.map(\.isRunning) == [false])
        let reopen = Small.event("reopen", by: "asker", minute: 6)
        let again = try courses("whole", Small.forwarded + assessed + [collate, reopen])
        #expect(again.map(\.started) == [Small.moment(0)])
        #expect(again.first?.stops.first?.reopened == Small.moment(6))
        #expect(again.map(\.isRunning) == [true])
    }

    @Test func `a term that stops in a branch runs for each party apart`() throws {
        let courses = try courses("assess", Small.forwarded + [assessed[0]])
        #expect(courses.map(\.branch) == ["uwv", "svb"])
        #expect(courses.map(\.started) == [Small.moment(1), Small.moment(1)])
        #expect(courses.map(\.isRunning) == [false, true])
    }

    @Test func `a step that both starts and stops a term begins it anew`() throws {
        let notes = [Small.event("note", by: "desk", minute: 2), Small.event("note", by: "desk", minute: 5)]
        let courses = try courses("update", Small.forwarded + notes)
        #expect(courses.map(\.started) == [Small.moment(0), Small.moment(2), Small.moment(5)])
        #expect(courses.map(\.isRunning) == [false, false, true])
    }

    @Test func `what runs when the case or the branch is closed ends unmet`() throws {
        let withdraw = Small.event("withdraw", by: "asker", minute: 3)
        let course = try CaseCourse(Small.process, events: Small.forwarded + [assessed[0], withdraw])
        #expect(
            course.termCourses.filter { $0.ended == Small.moment(3) }.map(\.term)
                == ["whole", "update", "assess"])
        #expect(course.termCourses.filter(\.isRunning).isEmpty)
    }
}
