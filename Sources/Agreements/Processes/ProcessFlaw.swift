/// Something by which a process cannot be run, or says what it cannot mean.
public struct ProcessFlaw: Hashable, Sendable {
    public let place: Place
    /// The key at that place, such as `after`.
    public let key: String
    public let expected: String
    public let found: String

    /// Which thing it is about; things are counted from 0, in the order of the file.
    public enum Place: Hashable, Sendable {
        case process
        case step(Int)
        case term(Int)
        case pause(Int)
    }

    init(_ place: Place, _ key: String, expected: String, found: String) {
        self.place = place
        self.key = key
        self.expected = expected
        self.found = found
    }
}

extension ProcessType {
    /// Everything that is wrong with it by itself; empty for one that can be run. What only follows from a
    /// step that is named wrongly is not told besides.
    public var flaws: [ProcessFlaw] {
        let names = stepNameFlaws
        return names + otherNameFlaws + stepFlaws + (names.isEmpty ? branchFlaws + wayFlaws : [])
    }
}
