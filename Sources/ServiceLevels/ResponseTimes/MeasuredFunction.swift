import Agreements

/// The functions whose answers are counted, by the names that routes give them.
public enum MeasuredFunction {
    /// Reading messages, in the portal and through the REST interface (SNO-08).
    public static let presentation = Interface.presentation.rawValue
    /// Handing in messages: its refusals for lack of capacity are evidence for SNO-09.
    public static let delivery = "delivery"
    /// Calls of the validation service, by either interface (SNO-14).
    public static let validation = Interface.validation.rawValue
}
