import HTTPTypes
import Hummingbird
import HummingbirdTesting

/// A form of the supplier portal, sent as a browser does.
enum SupplierForm {
    static func post(
        _ client: any TestClientProtocol, _ path: String, _ fields: String, _ headers: HTTPFields
    ) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        let token = try await SignInForm.fetch(client, headers).token
        return try await client.execute(
            uri: path, method: .post, headers: headers, body: ByteBuffer(string: "\(token)&\(fields)"))
    }
}
