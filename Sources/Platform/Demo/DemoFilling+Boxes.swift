import CivilTime
import Identity
import MessageBox
import SQL

extension DemoFilling {
    /// Somebody who gets much post keeps it in order: folders, an archive, and something thrown away.
    func arrangeBoxes() async throws {
        guard let citizen = DemoCast.citizens.first(where: { $0.keepsOrder }) else { return }
        let keys = installation.keys
        let person = try await installation.database.read { transaction in
            try Person.find(citizen.bsn, keys: keys, in: transaction)
        }
        guard let person else { return }
        let mailbox = Mailbox(of: person.id, facilities: installation.facilities)
        for (index, (name, words)) in Self.folders.enumerated() {
            guard let name = FolderName(name) else { continue }
            let at = asOf.advanced(bySeconds: -Int64(index + 1) * Self.hour)
            let folder = try await mailbox.makeFolder(name, at: at)
            try await move(words, to: .folder(folder), in: mailbox, at: at)
        }
        try await move("jaaroverzicht", to: .archive, in: mailbox, at: asOf.advanced(bySeconds: -Self.day))
        try await move("paspoort", to: .bin, in: mailbox, at: asOf.advanced(bySeconds: -2 * Self.day))
    }

    /// Each with a word of the subjects that go there.
    private static let folders = [("Belastingen", "aanslag"), ("Auto", "auto")]
    /// So few that the box itself stays longer than a page.
    private static let countEach = 3
    private static let hour: Int64 = 3_600
    private static let day: Int64 = 86_400

    /// Moves the oldest messages with a word in their subject; what is old enough has been read.
    private func move(_ word: String, to place: Place, in mailbox: Mailbox, at now: Instant) async throws {
        let headings = try await mailbox.list(olderThan: nil, limit: Mailbox.pageLimit, at: now).headings
        let ids = headings.reversed().filter { $0.subject.contains(word) }.prefix(Self.countEach).map(\.id)
        guard !ids.isEmpty else { return }
        try await mailbox.arrange(ids, place: place, isRead: true, at: now)
    }
}
