import Foundation
import Markup

/// What a browser must know to install the pages as an app (W3C, Web Application Manifest).
enum AppManifest {
    static let location = Location("app.webmanifest")

    static func bytes(in strings: Strings) throws -> [UInt8] {
        let paper = Meaning.background.color(in: .light).rawValue
        let manifest = Manifest(
            id: "/", name: strings.product, shortName: strings.product,
            description: strings.appDescription, lang: strings.language.rawValue,
            startUrl: Location.box.text,
            scope: "/", display: "standalone", backgroundColor: paper, themeColor: paper,
            icons: [
                Icon(.icon192, "192x192", purpose: "any"), Icon(.icon512, "512x512", purpose: "any"),
                Icon(.maskableIcon512, "512x512", purpose: "maskable"),
            ])
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(manifest))
    }

    /// The names are the standard's, which joins words by underscores.
    private struct Manifest: Encodable {
        let id: String
        let name: String
        let shortName: String
        let description: String
        let lang: String
        let startUrl: String
        let scope: String
        let display: String
        let backgroundColor: String
        let themeColor: String
        let icons: [Icon]
    }

    private struct Icon: Encodable {
        let src: String
        let sizes: String
        let type: String
        let purpose: String

        init(_ file: AppFile, _ sizes: String, purpose: String) {
            src = file.location.text
            type = file.type
            self.sizes = sizes
            self.purpose = purpose
        }
    }
}
