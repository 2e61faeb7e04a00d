import CivilTime
import Identity

/// When the example's organisations write to whom: every working day each sends a batch, at a moment of its
/// own.
struct DemoCalendar {
    struct Delivery {
        let at: Instant
        let sender: Int
        let processingSeconds: Int64
        fileprivate let batchID: String
        fileprivate let letters: [BatchDocument.Letter]

        func document(for organisation: Organisation) -> BatchDocument {
            BatchDocument(
                batchID: batchID, madeAt: at.advanced(bySeconds: -60), supplierID: organisation.oin.digits,
                letters: letters)
        }
    }

    private var generator: SeededGenerator
    private var day: CivilDate
    private let end: Instant
    private var today: [Delivery] = []

    init(seed: UInt64, from start: Instant, to end: Instant) {
        generator = SeededGenerator(seed: seed)
        day = start.localDate
        self.end = end
    }

    /// The next delivery in time, or nil when the next would be after the end.
    mutating func nextDelivery() -> Delivery? {
        while today.isEmpty {
            guard Instant(startOf: day) < end else { return nil }
            today = deliveries(on: day)
            day = day.advanced(byDays: 1)
        }
        let next = today.removeFirst()
        return next.at < end ? next : nil
    }

    private mutating func deliveries(on day: CivilDate) -> [Delivery] {
        guard day.weekday != .saturday, day.weekday != .sunday else { return [] }
        return DemoCast.senders.indices.map { sender in
            let second = Int64.random(in: 8 * 3600..<16 * 3600, using: &generator)
            let at = Instant(startOf: day).advanced(bySeconds: second)
            return Delivery(
                at: at, sender: sender, processingSeconds: Int64.random(in: 1...45, using: &generator),
                batchID: generator.guid(), letters: letters(from: sender, at: at))
        }.sorted { $0.at < $1.at }
    }

    private mutating func letters(from sender: Int, at: Instant) -> [BatchDocument.Letter] {
        var letters: [BatchDocument.Letter] = []
        for citizen in DemoCast.citizens
        where Int.random(in: 0..<25, using: &generator) < citizen.lettersPerWeek {
            letters.append(letter(to: citizen.bsn, from: sender, at: at))
        }
        // Now and then somebody without a box, and a type that is no longer in use: a report has rejections.
        if letters.isEmpty || Int.random(in: 0..<4, using: &generator) == 0 {
            letters.append(letter(to: DemoCast.withoutBox, from: sender, at: at))
        }
        if Int.random(in: 0..<20, using: &generator) == 0 {
            letters.append(
                letter(to: DemoCast.citizens[0].bsn, from: sender, at: at, type: DemoCast.retiredType))
        }
        return letters
    }

    private mutating func letter(
        to bsn: BSN, from sender: Int, at: Instant, type: String? = nil
    ) -> BatchDocument.Letter {
        let types = DemoCast.senders[sender].types
        let kind = types[Int.random(in: 0..<types.count, using: &generator)]
        let reference = "\(kind.code)-\(Int.random(in: 10_000...99_999, using: &generator))"
        let deadline = kind.deadlineDays.map { days in
            Instant(startOf: at.localDate.advanced(byDays: days + 1)).advanced(bySeconds: -1)
        }
        let file = kind.attachment.map { title in
            (title, DemoPDF.bytes(title: title, lines: ["Kenmerk: \(reference)", "Dit is een voorbeeld."]))
        }
        return BatchDocument.Letter(
            id: generator.guid(), type: type ?? kind.code, subject: kind.subject, text: kind.text,
            reference: reference, recipient: bsn.digits, publication: nil, deadline: deadline,
            attachments: file.map { [$0] } ?? [])
    }
}
