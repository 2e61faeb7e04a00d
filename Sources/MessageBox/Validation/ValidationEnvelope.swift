import XML

/// What the SOAP interface of the validation service answers.
public enum ValidationEnvelope {
    /// The answer as `validatie-operation.xsd` has it, one `Abonnement` for each `Klant` asked about.
    public static func answer(_ answers: [Validation.Answer]) -> [UInt8] {
        enveloped { body in
            body.element(
                "v:ValidateAbonnementenResponse",
                attributes: [
                    "xmlns:v": ValidationNamespace.operation, "xmlns:t": ValidationNamespace.types,
                    "xmlns:g": ValidationNamespace.common,
                ]
            ) { response in
                response.element("v:ValidateAbonnementenResult") { result in
                    for answer in answers { write(answer, to: &result) }
                }
            }
        }
    }

    private static func write(_ answer: Validation.Answer, to writer: inout XMLWriter) {
        writer.element("t:Abonnement") { subscription in
            subscription.element("t:klant") { customer in
                customer.element("g:Key", text: answer.number.digits)
                customer.element("g:Rol", text: "Burger")
            }
            subscription.element("t:isBerichtSturen", text: answer.isWelcome ? "true" : "false")
        }
    }

    /// Whose fault it is, as the schemas name it.
    public enum Fault: Sendable {
        /// `ApplicationFault`: the question is not one that can be answered.
        case application
        /// `DependentServiceFault`: something here is not available now.
        case dependency
        /// A header that must be understood is not; it has no detail.
        case header
    }

    /// A fault, with the message that the caller reads.
    public static func fault(_ fault: Fault, _ message: String) -> [UInt8] {
        enveloped { body in
            body.element("s:Fault") { element in
                element.element("faultcode", text: fault.code)
                element.element("faultstring", attributes: ["xml:lang": "nl"], text: message)
                guard let name = fault.elementName else { return }
                element.element("detail") { detail in
                    detail.element(name, attributes: ["xmlns:g": ValidationNamespace.common]) { content in
                        content.element("g:Message", text: message)
                    }
                }
            }
        }
    }

    private static func enveloped(_ content: (inout XMLWriter) -> Void) -> [UInt8] {
        var writer = XMLWriter()
        writer.element("s:Envelope", attributes: ["xmlns:s": ValidationNamespace.envelope]) { envelope in
            envelope.element("s:Body", content)
        }
        return writer.bytes
    }
}

extension ValidationEnvelope.Fault {
    fileprivate var code: String {
        switch self {
        case .application: "s:Client"
        case .dependency: "s:Server"
        case .header: "s:MustUnderstand"
        }
    }

    fileprivate var elementName: StaticString? {
        switch self {
        case .application: "g:ApplicationFault"
        case .dependency: "g:DependentServiceFault"
        case .header: nil
        }
    }
}
