import Blobs
import CivilTime
public import Identity
import SQL

/// The result of a request as an interface gives it, made piece by piece from what is kept.
public struct SubscriptionResult: AsyncSequence, Sendable {
    public typealias Element = [UInt8]

    public enum Form: Sendable {
        /// A JSON object on each line.
        case lines
        /// `AbonnementAntwoord`. Its schema is not public: it mirrors the request, in the same namespace.
        case document(OIN)
    }

    let request: SubscriptionRequest
    let contents: BlobContents
    let form: Form

    /// The result of a finished request; nil when it has none, or none any more.
    public static func open(
        _ request: SubscriptionRequest, as form: Form, facilities: Facilities
    ) async throws -> SubscriptionResult? {
        guard let result = request.result else { return nil }
        return SubscriptionResult(
            request: request, contents: try await facilities.blobs.read(result), form: form)
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(contents: contents.makeAsyncIterator(), text: text)
    }

    private var text: ResultText {
        let isChanges = request.kind == .changes
        switch form {
        case .lines:
            return isChanges
                ? ResultText(
                    before: #"{"bsn":""#, active: "\",\"status\":\"actief\"}\n",
                    inactive: "\",\"status\":\"inactief\"}\n")
                : ResultText(before: #"{"bsn":""#, active: "\"}\n", inactive: "\"}\n")
        case .document(let oin):
            let head =
                #"<?xml version="1.0" encoding="UTF-8"?><a:AbonnementAntwoord xmlns:a=""#
                + SubscriptionNamespace.request + "\"><BerichtLeverancier><OIN>\(oin)</OIN>"
                + "</BerichtLeverancier><VerzoekId>\(request.requestID)</VerzoekId>"
            guard isChanges else {
                return ResultText(
                    head: head + "<BSNLijst>", before: "<BSN>", active: "</BSN>", inactive: "</BSN>",
                    tail: "</BSNLijst></a:AbonnementAntwoord>")
            }
            return ResultText(
                head: head + "<MutatieDatum>\(request.since?.rfc3339 ?? "")</MutatieDatum><MutatieLijst>",
                before: "<Mutatie><BSN>", active: "</BSN><Status>actief</Status></Mutatie>",
                inactive: "</BSN><Status>inactief</Status></Mutatie>",
                tail: "</MutatieLijst></a:AbonnementAntwoord>")
        }
    }

    public struct Iterator: AsyncIteratorProtocol {
        private var contents: BlobContents.Iterator
        private let text: ResultText
        private var rest: [UInt8] = []
        private var isBegun = false
        private var isEnded = false

        fileprivate init(contents: BlobContents.Iterator, text: ResultText) {
            self.contents = contents
            self.text = text
        }

        public mutating func next() async throws -> [UInt8]? {
            if isEnded { return nil }
            var piece: [UInt8] = isBegun ? [] : text.head
            isBegun = true
            guard let bytes = try await contents.next() else {
                isEnded = true
                return piece + text.tail
            }
            rest += bytes
            let whole = rest.count / SubscriptionLine.byteCount * SubscriptionLine.byteCount
            text.append(rest[..<whole], to: &piece)
            rest.removeFirst(whole)
            return piece
        }
    }
}

/// What stands around the numbers. Nothing in it comes from outside but ids of checked form.
private struct ResultText: Sendable {
    let head: [UInt8]
    let before: [UInt8]
    let active: [UInt8]
    let inactive: [UInt8]
    let tail: [UInt8]

    init(head: String = "", before: String, active: String, inactive: String, tail: String = "") {
        self.head = Array(head.utf8)
        self.before = Array(before.utf8)
        self.active = Array(active.utf8)
        self.inactive = Array(inactive.utf8)
        self.tail = Array(tail.utf8)
    }

    func append(_ lines: ArraySlice<UInt8>, to piece: inout [UInt8]) {
        let lineBytes = SubscriptionLine.byteCount
        piece.reserveCapacity(piece.count + lines.count / lineBytes * (before.count + active.count + 11))
        for start in stride(from: lines.startIndex, to: lines.endIndex, by: lineBytes) {
            let line = SubscriptionLine(bytes: lines[start..<start + lineBytes])
            piece += before
            piece += line.number.ascii
            piece += line.isActive ? active : inactive
        }
    }
}
