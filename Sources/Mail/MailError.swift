/// Why a mail was not sent, and whether trying again can help. No addresses are in the texts: they are
/// personal.
public enum MailError: Error, Equatable, Sendable {
    /// The server could not be reached, was too slow, or said "later" (4xx). Try again after a while.
    case temporary(String)
    /// The server refused this mail for good (5xx).
    case permanent(code: Int, String)
    /// A header or an address held something that no mail may hold; the text says which, not what.
    case invalid(String)
}

extension MailError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .temporary(let reason): "the mail could not be sent now: \(reason)"
        case .permanent(let code, let reason): "the mail server refused the mail (\(code)): \(reason)"
        case .invalid(let reason): "the mail cannot be sent: \(reason)"
        }
    }
}
