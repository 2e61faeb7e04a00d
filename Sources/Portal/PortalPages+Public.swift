import CivilTime
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Routes

extension PortalPages {
    var publicEndpoints: [Endpoint] {
        let always: [Endpoint] = [
            .anyone(
                .get, Stylesheet.location.text,
                { _ in Self.kept(Stylesheet.bytes, "text/css; charset=utf-8") }),
            .anyone(
                .get, ProductMark.iconLocation.text,
                { _ in Self.kept(Array(ProductMark.icon.utf8), "image/svg+xml") }),
            .anyone(.get, "/toegankelijkheid", showAccessibility),
            .anyone(.get, "/.well-known/security.txt", showSecurityContact),
        ]
        return isDemo ? always + [.anyone(.get, "/componenten", showComponents)] : always
    }

    /// A file whose address changes with its content may be kept for a year.
    static func kept(_ bytes: [UInt8], _ type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "public, max-age=31536000, immutable"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func showAccessibility(_ visit: Visit) async throws -> Response {
        try await page(AccessibilityPage(contact: contact), .elsewhere, for: visit)
    }

    /// RFC 9116. Without a contact there is nothing to tell, so there is no file.
    private func showSecurityContact(_ visit: Visit) async throws -> Response {
        guard let contact else { throw Problem(.notFound) }
        let expires = visit.at.advanced(bySeconds: Self.securityContactSeconds).rfc3339
        let text = "Contact: mailto:\(contact)\nExpires: \(expires)\nPreferred-Languages: nl, en\n"
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    /// RFC 9116 recommends less than a year.
    private static let securityContactSeconds: Int64 = 90 * 86_400

    private func showComponents(_ visit: Visit) async throws -> Response {
        try await page(ComponentsPage(), .elsewhere, for: visit)
    }
}
