import Agreements
import MessageBox

extension PushRules {
    /// How long an agreement has reports offered again (SNO-12), with what the settings say of the rest; nil
    /// where it says nothing. The longest holds where clauses name several.
    init?(_ agreement: Agreement, _ settings: Settings) {
        let terms = agreement.norms.compactMap { norm in
            if case .reoffer(let norm) = norm { norm.until } else { nil }
        }
        guard let longest = terms.max() else { return nil }
        self.init(
            reofferMicroseconds: Int64(longest), reach: settings.pushReach, provider: settings.provider.oin,
            publicURL: settings.publicURL)
    }
}

extension Agreement {
    fileprivate var norms: [Norm] { clauses.flatMap { $0.lines.map(\.norm) } }
}
