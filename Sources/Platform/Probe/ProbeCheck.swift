public import Outbound

/// What is asked of one function of the service, as somebody who uses it would.
public struct ProbeCheck: Sendable {
    /// The name by which agreements know the probe of the function.
    public let function: String
    /// Nil when all was well; otherwise what was not, for people, without personal values.
    let look: @Sendable () async -> String?

    init(function: String, look: @escaping @Sendable () async -> String?) {
        self.function = function
        self.look = look
    }
}

/// Gives the probe's access token. It must give up by itself within a few seconds, as a look has to end
/// within its minute.
public typealias TokenSource = @Sendable () async throws -> String

extension ProbeCheck {
    /// The page on which people sign in is there, with what it is for.
    public static func signIn(at server: String, with client: OutboundClient) -> ProbeCheck {
        ProbeCheck(function: "sign-in") {
            do {
                let page = try await client.get(server + "/inloggen")
                guard page.status == 200 else { return "GET /inloggen: status \(page.status)" }
                let text = String(decoding: page.body, as: UTF8.self)
                return text.contains(signInHeading) ? nil : "GET /inloggen: a page without its heading"
            } catch {
                return "GET /inloggen: \(error)"
            }
        }
    }

    /// In the heading and the title of the page in Dutch, which is what it is in unless asked otherwise.
    private static let signInHeading = "Inloggen"

    /// The probe's own test person signs in and sees the message box: through session, keys and database.
    public static func messageBox(
        at server: String, with client: OutboundClient, token: @escaping TokenSource
    ) -> ProbeCheck {
        ProbeCheck(function: "message-box") {
            do {
                let bearer = OutboundHeader("Authorization", "Bearer \(try await token())")
                let session = try await client.post(server + "/inloggen/meting", headers: [bearer], body: [])
                guard (200..<400).contains(session.status) else {
                    return "POST /inloggen/meting: status \(session.status)"
                }
                let cookies = session.values(of: "Set-Cookie").compactMap { $0.split(separator: ";").first }
                guard !cookies.isEmpty else { return "POST /inloggen/meting: no cookie" }
                let cookie = OutboundHeader("Cookie", cookies.joined(separator: "; "))
                let page = try await client.get(server + "/berichtenbox", headers: [cookie])
                return page.status == 200 ? nil : "GET /berichtenbox: status \(page.status)"
            } catch {
                return "message box: \(error)"
            }
        }
    }

    /// The bounds on one call of a check: two looks of three calls each, and the pause between, fit in a
    /// minute.
    public static let limits = OutboundLimits(connectMilliseconds: 3_000, totalMilliseconds: 6_000)
}
