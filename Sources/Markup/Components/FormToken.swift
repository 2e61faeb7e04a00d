/// The secret of a form: what the server gave out with the page and wants back with the answer, so that no
/// other site can send the form in someone's name.
public struct FormToken: Component, CustomStringConvertible {
    /// The name of the field in the posted form.
    public static let fieldName = "formuliersleutel"

    let value: String

    public init(_ value: String) {
        self.value = value
    }

    /// Never the value: it is a secret.
    public var description: String { "•••" }

    public func write(to html: inout HTML) {
        html.void(
            .input, .set(.type, "hidden"), .set(.name, Self.fieldName), .set(.value, value))
    }
}
