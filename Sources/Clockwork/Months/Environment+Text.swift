import Agreements

extension Environment {
    /// Dutch.
    var text: String {
        switch self {
        case .production: "productie"
        case .preproduction: "preproductie"
        case .test: "test"
        }
    }
}
