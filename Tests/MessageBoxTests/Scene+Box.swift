import CivilTime
import SQL
import Testing

@testable import MessageBox

extension Scene {
    /// Delivers letters with these subjects to somebody, a minute apart, and puts them in the box.
    func send(
        _ subjects: [String], to digits: String = Scene.anna, _ change: (inout Letter) -> Void = { _ in }
    ) async throws {
        for subject in subjects {
            let number = try await count("SELECT COUNT(*) FROM delivery") + 1
            var letter = Letter(number) { $0.recipient = digits }
            change(&letter)
            letter.subject = subject
            clock.pass(60)
            try await deliver(Batch(number, [letter]))
            try await process()
        }
        clock.pass(60)
    }

    /// The subjects in a place, newest first.
    func subjects(in place: Place, of digits: String = Scene.anna) async throws -> [String] {
        try await mailbox(digits).list(place, olderThan: nil, limit: 200, at: now).headings.map(\.subject)
    }

    /// The ids of messages by their subjects, wherever they lie.
    func ids(_ subjects: String..., of digits: String = Scene.anna) async throws -> [Message.ID] {
        let mailbox = try await mailbox(digits)
        var found: [String: Message.ID] = [:]
        let folders = try await mailbox.folders(at: now).map { Place.folder($0.id) }
        for place in [.box, .archive, .bin] + folders {
            for heading in try await mailbox.list(place, olderThan: nil, limit: 200, at: now).headings {
                found[heading.subject] = heading.id
            }
        }
        return try subjects.map { try #require(found[$0]) }
    }
}
