import Agreements
public import CivilTime

/// The body of `POST /api/v1/metingen`, the same value for the probe that writes it and the server that reads
/// it.
///
/// `{"waarnemingen":[{"functie","minuut","geslaagd","oorzaak"?,"duurMicroseconden"}]}`
public struct ProbeHandIn: Codable, Hashable, Sendable {
    public let observations: [Line]

    public init(observations: [Line]) {
        self.observations = observations
    }

    enum CodingKeys: String, CodingKey {
        case observations = "waarnemingen"
    }

    public struct Line: Codable, Hashable, Sendable {
        public let function: String
        /// RFC 3339.
        public let minute: String
        public let isUp: Bool
        /// What went wrong, in words; absent when all went well.
        public let seen: String?
        public let durationMicroseconds: Int64

        public init(
            function: String, minute: Instant, isUp: Bool, seen: String?, durationMicroseconds: Int64
        ) {
            self.function = function
            self.minute = minute.rfc3339
            self.isUp = isUp
            self.seen = seen
            self.durationMicroseconds = durationMicroseconds
        }

        enum CodingKeys: String, CodingKey {
            case function = "functie"
            case minute = "minuut"
            case isUp = "geslaagd"
            case seen = "oorzaak"
            case durationMicroseconds = "duurMicroseconden"
        }

        /// Longer texts are cut off: it is a hint for people.
        public static let seenLimit = 200

        /// The observation it tells of.
        ///
        /// A probe cannot know whose fault an outage is: it stays unplanned until somebody puts the cause on
        /// record.
        public func observation() throws(ProbeObservationError) -> ProbeObservation {
            guard let moment = Instant(rfc3339: minute) else { throw .notAMoment }
            return try ProbeObservation(
                probe: function, minute: moment,
                outcome: isUp ? .up : .down(.unplanned, seen: seen.map(Self.shown)),
                durationMicroseconds: durationMicroseconds)
        }

        private static func shown(_ text: String) -> String {
            let scalars = text.unicodeScalars.filter { $0.properties.generalCategory != .control }
            return String(String.UnicodeScalarView(scalars.prefix(seenLimit)))
        }
    }
}
