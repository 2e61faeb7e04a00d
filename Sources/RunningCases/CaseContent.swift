public import CivilTime
// JSON has no encoder outside Foundation on this platform.
import FoundationEssentials
import Sealing

/// What an organisation tells about a case. Sealed under the person's key, whole.
public struct CaseContent: Hashable, Sendable, Codable {
    /// The kind of case, in words.
    public internal(set) var type: String
    /// What it is about.
    public internal(set) var title: String
    public internal(set) var explanation: String?
    public internal(set) var reference: String?
    /// Written as dates are; see ``startsOn``.
    var start: String?
    var expectedEnd: String?
    public internal(set) var result: String?
    public internal(set) var step: Step?

    /// Something that the person must do, where the organisation said to do it.
    public struct Step: Hashable, Sendable, Codable {
        public let text: String
        var until: String?

        /// The last day for it.
        public var lastDay: CivilDate? { until.flatMap { CivilDate($0) } }
    }

    public var startsOn: CivilDate? { start.flatMap { CivilDate($0) } }
    public var expectedEndOn: CivilDate? { expectedEnd.flatMap { CivilDate($0) } }

    /// The longest texts, in Unicode scalars: those of a message where it has the same field.
    enum Limits {
        static let type = 1...128
        static let title = 1...128
        static let explanation = 0...4_000
        static let reference = 1...40
        static let result = 1...200
        static let step = 1...200
    }

    func sealed(for id: RunningCase.ID, with key: DataKey) throws -> [UInt8] {
        key.seal(Array(try JSONEncoder().encode(self)), for: .content(id))
    }

    static func open(_ sealed: [UInt8], of id: RunningCase.ID, with key: DataKey) throws -> CaseContent {
        try JSONDecoder().decode(CaseContent.self, from: Data(try key.open(sealed, for: .content(id))))
    }
}
