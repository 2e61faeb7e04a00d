import Blobs
import Identity
import Journal
import SQL
import Sealing

extension SubscriptionRun {
    /// Of the numbers asked about those who do, in the order asked, each once.
    func writeList(to writer: BlobWriter) async throws -> Int {
        guard let blob = request.numbers else { throw BlobError.notFound }
        let limit = SubscriptionQuestion.numbersLimit * CitizenNumber.byteCount
        let asked = try await facilities.blobs.bytes(of: blob, limit: limit)
        var seen: Set<CitizenNumber> = []
        var part: [CitizenNumber] = []
        var count = 0
        for start in stride(from: 0, to: asked.count, by: CitizenNumber.byteCount) {
            let number = CitizenNumber(packed: asked[start..<start + CitizenNumber.byteCount])
            guard seen.insert(number).inserted, number.bsn != nil else { continue }
            part.append(number)
            guard part.count == ProcessingLine.subjectLimit else { continue }
            count += try await write(part, to: writer)
            part.removeAll(keepingCapacity: true)
        }
        return count + (try await write(part, to: writer))
    }

    private func write(_ numbers: [CitizenNumber], to writer: BlobWriter) async throws -> Int {
        try await log(numbers.compactMap(\.bsn))
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: numbers.count, by: ValidationRequest.numbersLimit) {
            let end = min(start + ValidationRequest.numbersLimit, numbers.count)
            let welcome = try await welcome(numbers[start..<end])
            for number in numbers[start..<end] where welcome.contains(number) {
                SubscriptionLine(number: number, isActive: true).append(to: &bytes)
            }
        }
        try await writer.append(bytes)
        return bytes.count / SubscriptionLine.byteCount
    }

    private func welcome(_ numbers: ArraySlice<CitizenNumber>) async throws -> Set<CitizenNumber> {
        let (organisation, keys) = (request.organisation, facilities.keys)
        return try await facilities.database.read { transaction in
            try Subscribers.among(
                numbers, of: organisation, type: nil, keys: keys, in: transaction)
        }
    }
}
