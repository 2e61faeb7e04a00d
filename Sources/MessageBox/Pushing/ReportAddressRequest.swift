// The JSON decoder has no other home on this platform.
import FoundationEssentials
public import Outbound

/// An address for reports as an organisation gives it: `{"url","vorm"}`.
public struct ReportAddressRequest: Sendable {
    let url: CallbackURL
    let form: ReportAddress.Form

    /// An address of the longest kind, escaped, with room around it.
    public static let bytesLimit = 16_384

    public init(url: CallbackURL, form: ReportAddress.Form) {
        self.url = url
        self.form = form
    }

    /// Throws ``RequestError`` with all that is wrong together.
    public static func read(json body: [UInt8], within reach: Reach) throws -> ReportAddressRequest {
        let collector = FaultCollector()
        let decoder = JSONDecoder()
        decoder.userInfo = [FaultCollector.key: collector]
        let fields: Fields
        do {
            fields = try decoder.decode(Fields.self, from: Data(body))
        } catch {
            throw RequestError.notJSON
        }
        let form = fields.vorm.flatMap(ReportAddress.Form.init)
        if fields.vorm != nil, form == nil { collector.note("vorm", "moet xml of cloudevent zijn") }
        var url: CallbackURL?
        do throws(CallbackURL.Fault) {
            if let text = fields.url { url = try CallbackURL(text, within: reach) }
        } catch {
            collector.note("url", error.reason)
        }
        guard collector.faults.isEmpty, let url, let form else {
            throw RequestError.fields(collector.faults)
        }
        return ReportAddressRequest(url: url, form: form)
    }

    private struct Fields: Decodable {
        let url: String?
        let vorm: String?

        init(from decoder: any Decoder) throws {
            var object = try LenientObject(decoder, known: ["url", "vorm"])
            url = object.required("url")
            vorm = object.required("vorm")
        }
    }
}

extension CallbackURL.Fault {
    fileprivate var reason: String {
        switch self {
        case .malformed: "is geen volledig adres dat met https:// begint, zonder # en zonder spaties"
        case .credentials: "mag geen gebruiker of wachtwoord bevatten; de handtekening bewijst wie verstuurt"
        case .notSecure: "moet met https:// beginnen"
        case .forbidden: "leidt naar een adres dat van buiten niet bereikbaar is"
        }
    }
}
