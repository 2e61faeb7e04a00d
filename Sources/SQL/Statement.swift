/// SQL as it is written, with its values bound by interpolation:
/// `"SELECT name FROM person WHERE id = \(id)"`.
///
/// A value never becomes part of the text; it becomes `$1`, `$2`, … and travels beside it, in the notation
/// that both databases read. There is no way in for a string made at run time.
public struct Statement: Sendable, Hashable, ExpressibleByStringInterpolation {
    public let text: String
    public let binds: [Value]

    public init(stringLiteral text: String) {
        self.text = text
        self.binds = []
    }

    public init(stringInterpolation parts: Parts) {
        self.text = parts.text
        self.binds = parts.binds
    }

    /// Gathers the literal text and the values of one interpolated statement.
    public struct Parts: StringInterpolationProtocol {
        var text = ""
        var binds: [Value] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 3)
            binds.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        public mutating func appendInterpolation(_ bind: some Storable) {
            append(bind.value)
        }

        private mutating func append(_ value: Value) {
            binds.append(value)
            text += "$"
            text += String(binds.count)
        }

        /// An optional of its own, as the compiler warns of optionals in interpolations that do not ask for
        /// one.
        public mutating func appendInterpolation<Bind: Storable>(_ bind: Bind?) {
            append(bind.value)
        }

        /// A comma-separated list for `IN (…)`. The caller bounds its length; an empty list matches nothing.
        ///
        /// The list is filled up to a power of two with its last item, which matches nothing new: so one
        /// literal has at most eleven texts, and the drivers can keep them all prepared.
        public mutating func appendInterpolation(list: [some Storable]) {
            precondition(list.count <= Statement.listLimit, "a list in SQL is bounded; page it")
            guard let last = list.last else {
                text += "NULL"
                return
            }
            for (index, item) in list.enumerated() {
                if index > 0 { text += ", " }
                appendInterpolation(item)
            }
            var filled = list.count
            while filled & (filled - 1) != 0 {
                text += ", "
                appendInterpolation(last)
                filled += 1
            }
        }
    }

    /// The most values one `IN (…)` may hold: SQLite's default limit of variables is far above, plans stay
    /// small.
    public static let listLimit = 1_000
}
