import AgreementFiles
import Agreements
import Testing

struct ProcessSearchTests {
    @Test(arguments: try ShippedProcess.keys())
    func `from every start a case can be brought to an end by permitted steps`(key: String) throws {
        let process = try ShippedProcess.process(key)
        for start in process.steps.filter(\.isStart) {
            let search = try ProcessSearch(process, starting: start.key)
            #expect(search.places.values.contains { $0.isEnded }, "\(start.key) leads to no end")
        }
    }

    @Test(arguments: try ShippedProcess.keys())
    func `every step is taken in some case, and no case gets stuck`(key: String) throws {
        let process = try ShippedProcess.process(key)
        let search = try ProcessSearch(process)
        let open = search.places.values.flatMap { $0.openSteps.map(\.step.key) }
        #expect(Set(open).union(process.steps.filter(\.isStart).map(\.key)) == Set(process.steps.map(\.key)))
        for course in search.places.values where !course.isEnded {
            let goesOn = course.openSteps.contains { $0.step.isMoving }
            #expect(goesOn, "stuck at \(course.state ?? "")")
        }
    }

    @Test(arguments: try ShippedProcess.keys())
    func `every pause can be set and every term runs and stops in some case`(key: String) throws {
        let process = try ShippedProcess.process(key)
        let search = try ProcessSearch(process)
        let pauses = Set(search.places.values.flatMap { $0.openPauses.map(\.key) })
        #expect(pauses == Set(process.pauses.map(\.key)))
        let courses = search.extended.flatMap(\.termCourses)
        #expect(Set(courses.filter(\.isRunning).map(\.term)) == Set(process.terms.map(\.key)))
        #expect(Set(courses.filter { !$0.stops.isEmpty }.map(\.term)) == Set(process.terms.map(\.key)))
    }
}
