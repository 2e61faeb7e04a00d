import CivilTime
import Foundation
import Hummingbird
import MessageBox
import NIOCore
import Routes

extension Response {
    /// An answer in JSON, with its fields in a fixed order so that the same facts give the same bytes.
    static func json(
        _ body: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) throws -> Response {
        let bytes = try encoded(body)
        var headers = headers
        headers[.contentType] = "application/json"
        return Response(status: status, headers: headers, body: .init(byteBuffer: bytes))
    }

    fileprivate static func encoded(_ body: some Encodable) throws -> ByteBuffer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return ByteBuffer(bytes: try encoder.encode(body))
    }
}

extension Visit {
    /// An answer in JSON with its tag, or 304 for a caller who has it already.
    func json(_ body: some Encodable) throws -> Response {
        let bytes = try Response.encoded(body)
        let response = Response(
            status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: bytes))
        return answer(response, EntityTag(of: bytes.readableBytesView))
    }

    /// The body as one array, up to a limit.
    func body(upTo limitBytes: Int) async throws -> [UInt8] {
        if let length = request.headers[.contentLength].flatMap(Int.init), length > limitBytes {
            throw Problem.tooLarge(limitBytes: limitBytes)
        }
        var bytes: [UInt8] = []
        do {
            for try await piece in request.body {
                guard bytes.count + piece.readableBytes <= limitBytes else {
                    throw Problem.tooLarge(limitBytes: limitBytes)
                }
                bytes.append(contentsOf: piece.readableBytesView)
            }
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(.incompleteBody, "Het bericht hield halverwege op. Stuur het nog een keer.")
        }
        return bytes
    }

    /// Refuses another media type than the ones this endpoint reads; parameters such as charset are passed
    /// over.
    func require(mediaType allowed: String...) throws(Problem) {
        let sent = (request.headers[.contentType] ?? "").split(separator: ";").first.map(String.init) ?? ""
        guard allowed.contains(sent.trimmingCharacters(in: .whitespaces).lowercased()) else {
            throw Problem(.unsupportedMediaType, "Stuur dit als \(allowed.joined(separator: " of ")).")
        }
    }
}

extension Visit {
    /// The key by which this request may come again, if it has one.
    var idempotencyKey: IdempotencyKey? {
        get throws { try request.headers[.idempotencyKey].map { try IdempotencyKey($0) } }
    }
}

extension Problem {
    static func tooLarge(limitBytes: Int) -> Problem {
        Problem(.tooLarge, "Dit is te groot. Het mogen hoogstens \(Dutch.text(limitBytes)) bytes zijn.")
    }
}
