public import CivilTime
import Identity
import Journal
import Outbound
import SQL
import WebPush
public import Work

/// Sends the words that wait for one push service, in their order; what fails leaves the line and comes back.
///
/// A word goes out at least once: one sent just before a crash is sent again, under the same topic and
/// tag, so the device shows it once.
public struct DeviceTelling: Sendable {
    let facilities: Facilities
    let route: DeviceRoute
    let now: @Sendable () -> Instant

    public init(facilities: Facilities, route: DeviceRoute, now: @escaping @Sendable () -> Instant) {
        self.facilities = facilities
        self.route = route
        self.now = now
    }

    /// Requests that are out at once at one push service: a multiple of the cores, far below what they limit.
    private static let atOnce = 32
    /// An answer is a few headers; a connection across the world takes a second.
    private static let limits = OutboundLimits(
        connectMilliseconds: 3_000, totalMilliseconds: 10_000, bodyBytes: 16_384)

    /// Serves what one lease holds. Throws where the push service gave no answer to anything: its lane
    /// backs off, and no other waits for it.
    public func serve(_ lane: LeasedLane) async throws {
        let client: OutboundClient
        do {
            client = try await connect(lane.destination)
        } catch {
            return try await setAside(lane, reason: "\(error)")
        }
        do {
            try await serve(lane, through: client)
        } catch {
            try await client.close()
            throw error
        }
        try await client.close()
    }

    private func connect(_ service: String) async throws -> OutboundClient {
        try await OutboundClient.pinned(
            to: CallbackURL(service, within: route.reach), within: route.reach, limits: Self.limits)
    }

    /// A push service that has no address we may call: each word counts as tried, so that it ends some day.
    private func setAside(_ lane: LeasedLane, reason: String) async throws {
        let words = try await address(lane.items)
        let outcomes = words.map { $0 == nil ? DeviceOutcome.nobody : .away(reason: reason) }
        _ = try await note(outcomes, of: lane.items, in: lane)
        guard outcomes.allSatisfy({ $0 == .nobody }) else { throw DeviceTellingError.noAnswer }
    }

    private func serve(_ lane: LeasedLane, through client: OutboundClient) async throws {
        var (asked, answered) = (0, 0)
        for start in stride(from: 0, to: lane.items.count, by: Self.atOnce) {
            let part = Array(lane.items[start..<min(start + Self.atOnce, lane.items.count)])
            let words = try await address(part)
            let outcomes = await send(words, through: client)
            asked += outcomes.count { $0 != .nobody }
            answered += outcomes.count { $0.isAnswer }
            if let seconds = try await note(outcomes, of: part, in: lane) {
                return try await rest(lane, seconds: seconds)
            }
            guard asked == 0 || answered > 0 else { throw DeviceTellingError.noAnswer }
        }
    }

    /// Looks up who is to be told, with the line in the processing log first, and notes the first attempts.
    private func address(_ items: [WorkItem]) async throws -> [DeviceWord?] {
        guard route.reachesPeople else { return items.map { _ in nil } }
        let (facilities, reach, now) = (facilities, route.reach, now())
        return try await facilities.database.write { transaction in
            let words = try items.map { item -> DeviceWord? in
                guard let errand = DeviceErrand(payload: item.payload),
                    let word = try DeviceWord.find(
                        errand, within: reach, facilities: facilities, in: transaction),
                    now < word.dueAt.advanced(bySeconds: DeviceWord.lifetimeSeconds)
                else { return nil }
                try errand.noteAttempt(in: transaction, at: now)
                return word
            }
            let subjects = try words.compactMap { try $0?.person.logPseudonym(facilities.keys) }
            if !subjects.isEmpty {
                try ProcessingLine(activity: .notify, organisation: nil, subjects: subjects, at: now)
                    .record(in: transaction)
            }
            return words
        }
    }

    /// Started in their order; the outcomes are in that order too.
    private func send(_ words: [DeviceWord?], through client: OutboundClient) async -> [DeviceOutcome] {
        await withTaskGroup(of: (Int, DeviceOutcome).self) { group in
            for (index, word) in words.enumerated() {
                group.addTask { (index, await outcome(of: word, through: client)) }
            }
            var outcomes = [DeviceOutcome](repeating: .nobody, count: words.count)
            for await (index, outcome) in group { outcomes[index] = outcome }
            return outcomes
        }
    }

    private func outcome(of word: DeviceWord?, through client: OutboundClient) async -> DeviceOutcome {
        guard let word else { return .nobody }
        do {
            let answer = try await client.post(
                word.address.text, headers: headers(of: word), body: try word.body())
            return DeviceOutcome(answer)
        } catch let error as OutboundError {
            return .away(reason: "\(error)")
        } catch {
            return .refused(reason: "\(error)")
        }
    }

    private func headers(of word: DeviceWord) -> [OutboundHeader] {
        let now = now()
        let left = word.dueAt.advanced(bySeconds: DeviceWord.lifetimeSeconds).seconds - now.seconds
        return [
            OutboundHeader("Content-Encoding", DeviceWord.contentEncoding),
            OutboundHeader("Content-Type", "application/octet-stream"),
            OutboundHeader("TTL", "\(max(0, left))"),
            OutboundHeader("Urgency", "normal"),
            OutboundHeader("Topic", word.topic),
            OutboundHeader(
                "Authorization",
                route.key.authorization(audience: word.address.origin, contact: route.contact, at: now)),
        ]
    }

    /// The push service asked for a pause: the lane comes back after it.
    private func rest(_ lane: LeasedLane, seconds: Int64) async throws {
        let again = now().advanced(bySeconds: seconds)
        try await facilities.database.write { try lane.release(in: $0, nextAt: again) }
    }
}

enum DeviceTellingError: Error {
    /// Nothing that was sent got an answer.
    case noAnswer
}
