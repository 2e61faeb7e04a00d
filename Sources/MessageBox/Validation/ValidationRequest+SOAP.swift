import Identity
import XML

extension ValidationRequest {
    /// Reads the envelope of the SOAP interface; throws ``RequestError``, for what is wrong with its values
    /// all together, or ``HeaderNotUnderstood``.
    public static func read(soap body: [UInt8]) throws -> ValidationRequest {
        let reader = DocumentReader(root: ValidationElement.envelope)
        var reading = EnvelopeReading()
        do {
            try body.withUnsafeBytes { bytes in try reader.feed(bytes) { try reading.take($0) } }
            try reader.finish { try reading.take($0) }
        } catch let fault as DocumentFault {
            throw RequestError.document(fault)
        }
        return try reading.request()
    }
}

/// A header of the envelope that must be understood and is not (SOAP 1.1, § 4.2.3).
public struct HeaderNotUnderstood: Error {}

/// What has been read of an envelope.
private struct EnvelopeReading {
    private var hasRequest = false
    private var supplier: String?
    private var typeCode: String?
    private var numbers: [CitizenNumber] = []
    private var customerCount = 0
    private var hasKey = false
    private let collector = FaultCollector()

    mutating func take(_ event: DocumentReader<ValidationElement>.Event) throws {
        switch event {
        case .foreign(let attributes): try Self.check(header: attributes)
        case .begun(.customer):
            customerCount += 1
            hasKey = false
        case .begun: break
        case .value(.supplier, let text): supplier = text
        case .value(.type, let text): typeCode = text
        case .value(.key, let text): note(key: text)
        case .value(.role, let text):
            if text != "Burger" { collector.note("\(place)/Rol", "moet Burger zijn") }
        case .value: break
        case .ended(.customer, _):
            if !hasKey { collector.note("\(place)/Key", "ontbreekt") }
        case .ended(.request, let isNil): hasRequest = !isNil
        case .ended: break
        }
    }

    private static func check(header attributes: [(name: QualifiedName, value: String)]) throws {
        let isDemanded = attributes.contains { name, value in
            name == QualifiedName("mustUnderstand", in: ValidationNamespace.envelope) && value == "1"
        }
        if isDemanded { throw HeaderNotUnderstood() }
    }

    private mutating func note(key text: String?) {
        hasKey = true
        guard customerCount <= ValidationRequest.numbersLimit else { return }
        if let number = text.flatMap(CitizenNumber.init) {
            numbers.append(number)
        } else {
            collector.note("\(place)/Key", NumberList.reason)
        }
    }

    private var place: String { "klanten/Klant[\(customerCount)]" }

    func request() throws -> ValidationRequest {
        guard hasRequest else {
            throw RequestError.fields([FieldFault("validateAbonnementenAanvraag", "ontbreekt")])
        }
        let limit = ValidationRequest.numbersLimit
        if !(1...limit).contains(customerCount) {
            collector.note("klanten", NumberList.countReason(customerCount, limit: limit))
        }
        if !(typeCode.map(MessageLimits.typeCode.admits) ?? false) {
            collector.note("berichtTypeCode", ValidationRequest.typeReason)
        }
        let oin = supplier.flatMap(OIN.init)
        if oin == nil { collector.note("berichtleverancierCode", "is geen OIN van 20 cijfers") }
        guard collector.faults.isEmpty, let typeCode, let oin else {
            throw RequestError.fields(collector.faults)
        }
        return ValidationRequest(supplier: oin, typeCode: typeCode, numbers: numbers)
    }
}
