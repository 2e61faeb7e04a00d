extension PeilLine {
    /// What the ends of the measure stand for.
    public struct Scale: Sendable, Equatable {
        let start: Double
        let end: Double
        let startText: String
        let endText: String

        public init(from start: Double, _ startText: String, to end: Double, _ endText: String) {
            precondition(start < end, "a scale runs from low to high")
            self.start = start
            self.end = end
            self.startText = startText
            self.endText = endText
        }

        /// A scale for percentages: the narrowest of a fixed row that shows the norm and what was reached
        /// with air below them, up to 100 %. A fixed row keeps neighbouring months comparable to the eye.
        public static func percentage(norm: Double, reached: Double?, in strings: Strings) -> Scale {
            let lowest = min(norm, reached ?? norm)
            let air = (100 - norm) / 2
            let start = percentageStarts.last { $0 <= lowest - air } ?? 0
            let isWhole = start == start.rounded()
            let startText = isWhole ? strings.number(Int(start)) : strings.number(start, decimals: 1)
            let sign = strings.pick(" %", "%")
            return Scale(from: start, startText + sign, to: 100, "100" + sign)
        }

        private static let percentageStarts: [Double] = [0, 50, 80, 90, 95, 98, 99, 99.5, 99.8]

        /// A scale for amounts, from zero to the first round number that leaves air above the norm and what
        /// was reached.
        ///
        /// - Parameter unit: written behind the number at the high end, such as " ms" or " per uur".
        public static func amount(
            norm: Double, reached: Double?, unit: String = "", in strings: Strings
        ) -> Scale {
            let end = roundAbove(max(norm, reached ?? 0, 0) * 1.1)
            let text = end < 1 ? strings.number(end, decimals: 3) : strings.number(Int(end))
            return Scale(from: 0, "0", to: end, text + unit)
        }

        /// The next of 1, 1.5, 2, 3, 4, 5, 6, 8, 10 times a power of ten; from whole numbers on, whole.
        private static func roundAbove(_ value: Double) -> Double {
            guard value > 0, value < 1e15 else { return value > 0 ? value : 1 }
            var power = 0.001
            while power * 10 < value { power *= 10 }
            let steps: [Double] = power < 10 ? [1, 2, 3, 4, 5, 6, 8, 10] : [1, 1.5, 2, 3, 4, 5, 6, 8, 10]
            return (steps.first { $0 * power >= value } ?? 10) * power
        }

        /// Where a value lies between the ends, 0 to 1; what lies outside is drawn at the end.
        func position(of value: Double) -> Double {
            min(1, max(0, (value - start) / (end - start)))
        }
    }
}
