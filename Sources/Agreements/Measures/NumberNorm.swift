/// A number of things, in all or per period.
public struct NumberNorm: Hashable, Sendable {
    public let of: NumberMeasure
    public let bound: Bound<Int>
    public let per: Rhythm?
    public let standing: Standing

    public init(of: NumberMeasure, bound: Bound<Int>, per: Rhythm?, standing: Standing) {
        self.of = of
        self.bound = bound
        self.per = per
        self.standing = standing
    }
}

/// Things that are counted.
public enum NumberMeasure: String, CaseIterable, Hashable, Sendable {
    case deliveringOrganisations = "delivering_organisations"
    case releases
}
