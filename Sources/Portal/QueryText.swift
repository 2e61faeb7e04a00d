import Foundation

/// Fields behind an address of another site.
enum QueryText {
    static func address(_ address: String, _ fields: [(String, String)]) -> String {
        let query = fields.map { "\($0)=\(encoded($1))" }.joined(separator: "&")
        return address + (address.contains("?") ? "&" : "?") + query
    }

    private static func encoded(_ text: String) -> String {
        let unreserved = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }
}
