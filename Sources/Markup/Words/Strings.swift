/// Every text that people see, in one table: Dutch first, English beside it. The language is a value, so a
/// page, a mail and a test each say which one they mean.
///
/// Dutch is written at level B1: short, active, to the person; it says what happened, what it means and what
/// to do. The table is divided over files by page; a text that needs a number or a name is a function.
public struct Strings: Sendable {
    public let language: Language

    public init(_ language: Language) {
        self.language = language
    }

    func pick(_ dutch: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
        switch language {
        case .dutch: dutch()
        case .english: english()
        }
    }
}

// The words of the components.
extension Strings {
    public var product: String { "Peil" }
    public var skipToContent: String { pick("Direct naar de inhoud", "Skip to content") }
    public var mainNavigation: String { pick("Hoofdmenu", "Main menu") }
    public var breadcrumb: String { pick("Kruimelpad", "Breadcrumb") }
    public var pagination: String { pick("Bladeren", "Pages") }
    public var signIn: String { pick("Inloggen", "Sign in") }
    public var signOut: String { pick("Uitloggen", "Sign out") }
    public var error: String { pick("Fout", "Error") }
    public var errorSummary: String { pick("Dit klopt nog niet", "There is a problem") }
    public var optional: String { pick("niet verplicht", "optional") }
    public var busy: String { pick("Even geduld", "One moment") }
    public var new: String { pick("Nieuw", "New") }

    public func signedInAs(_ name: String) -> String {
        pick("Ingelogd als \(name)", "Signed in as \(name)")
    }

    public func newCount(_ count: Int) -> String {
        pick("\(number(count)) nieuw", "\(number(count)) new")
    }

    public func attachmentCount(_ count: Int) -> String {
        pick(
            count == 1 ? "1 bijlage" : "\(number(count)) bijlagen",
            count == 1 ? "1 attachment" : "\(number(count)) attachments")
    }

    /// The heading of an alert by what it tells; read out, so that its colour is not the only sign.
    public func alertKind(_ kind: Alert.Kind) -> String {
        switch kind {
        case .notice: pick("Let op", "Note")
        case .success: pick("Gelukt", "Done")
        case .warning: pick("Waarschuwing", "Warning")
        case .failure: pick("Niet gelukt", "Not done")
        }
    }
}

// The words of the peil line.
extension Strings {
    public func verdict(_ verdict: PeilLine.Verdict) -> String {
        switch verdict {
        case .reached: pick("op peil", "up to standard")
        case .below: pick("onder peil", "below standard")
        case .untested: pick("niet aangesproken", "not put to the test")
        case .unmeasured: pick("geen meting", "not measured")
        case .shown: pick("zonder norm", "no norm")
        }
    }

    public func normBound(_ bound: PeilLine.Bound, _ value: String) -> String {
        switch bound {
        case .atLeast: pick("norm ten minste \(value)", "norm at least \(value)")
        case .atMost: pick("norm hoogstens \(value)", "norm at most \(value)")
        }
    }

    public func normWords(_ norm: String) -> String {
        pick("Norm: \(norm).", "Norm: \(norm).")
    }

    public func scale(from start: String, to end: String) -> String {
        pick("schaal van \(start) tot \(end)", "scale from \(start) to \(end)")
    }
}
