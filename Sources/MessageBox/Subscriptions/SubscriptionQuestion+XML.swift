public import CivilTime
import Identity
import XML

extension SubscriptionQuestion {
    /// Reads an `AbonnementAanvraag` as its bytes come in; throws ``RequestError``, for what is wrong with
    /// its values all together.
    public static func read(
        xml body: some AsyncSequence<[UInt8], any Error>, at now: Instant
    ) async throws -> SubscriptionQuestion {
        let reader = DocumentReader(root: SubscriptionElement.request)
        var reading = QuestionReading()
        var byteCount = 0
        do {
            for try await piece in body {
                byteCount += piece.count
                guard byteCount <= bytesLimit else { throw RequestError.tooLarge(limitBytes: bytesLimit) }
                try piece.withUnsafeBytes { bytes in try reader.feed(bytes) { reading.take($0) } }
            }
            try reader.finish { reading.take($0) }
        } catch let fault as DocumentFault {
            throw RequestError.document(fault)
        }
        return try reading.question(at: now)
    }
}

/// What has been read of a request.
private struct QuestionReading {
    private var oin: String?
    private var requestID: String?
    private var since: String?
    private var hasList = false
    private var numbers: [CitizenNumber] = []
    private var numberCount = 0
    private let collector = FaultCollector()

    mutating func take(_ event: DocumentReader<SubscriptionElement>.Event) {
        switch event {
        case .begun(.list): hasList = true
        case .value(.oin, let text): oin = text
        case .value(.requestID, let text): requestID = text
        case .value(.since, let text): since = text
        case .value(.number, let text): note(number: text)
        default: break
        }
    }

    private mutating func note(number text: String?) {
        numberCount += 1
        guard numberCount <= SubscriptionQuestion.numbersLimit else { return }
        if let number = text.flatMap(CitizenNumber.init) {
            numbers.append(number)
        } else {
            collector.note("BSNLijst/BSN[\(numberCount)]", NumberList.reason)
        }
    }

    func question(at now: Instant) throws -> SubscriptionQuestion {
        let oin = oin.flatMap(OIN.init)
        if oin == nil { collector.note("BerichtLeverancier/OIN", "is geen OIN van 20 cijfers") }
        let id = requestID.flatMap(SupplierGUID.init)
        if id == nil { collector.note("VerzoekId", "is geen GUID") }
        let scope = scope(at: now)
        guard collector.faults.isEmpty, let oin, let id, let scope else {
            throw RequestError.fields(collector.faults)
        }
        return SubscriptionQuestion(supplier: oin, requestID: id, scope: scope)
    }

    private func scope(at now: Instant) -> SubscriptionQuestion.Scope? {
        if hasList, since != nil {
            collector.note("MutatieDatum", "hoort niet bij een BSNLijst")
            return nil
        }
        if hasList {
            let limit = SubscriptionQuestion.numbersLimit
            if !(1...limit).contains(numberCount) {
                collector.note("BSNLijst", NumberList.countReason(numberCount, limit: limit))
            }
            return .list(numbers)
        }
        guard let since else { return .all }
        guard let moment = LexicalValue.moment(Array(since.utf8)) else {
            collector.note("MutatieDatum", "is geen datum met tijd")
            return nil
        }
        if moment > now { collector.note("MutatieDatum", SubscriptionQuestion.futureReason) }
        return .changes(since: moment)
    }
}
