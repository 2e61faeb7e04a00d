import Foundation
import Markup

/// The script that a browser keeps beside the pages: it shows words that were pushed, and what is kept for
/// when there is no connection. Its first line holds what it must know of this installation.
enum AppWorker {
    static let location = Location("sw.js")

    /// - Parameter offlinePage: what is kept; a change of it is a new worker.
    static func bytes(offlinePage: [UInt8], in strings: Strings) throws -> [UInt8] {
        let setup = Setup(
            version: ContentName.of(offlinePage + Stylesheet.bytes + PackageResources.worker_js),
            shell: [
                Location.offline, Stylesheet.location, ProductMark.iconLocation, AppFile.icon192.location,
                AppFile.badge.location,
            ].map(\.text),
            offline: Location.offline.text, list: Location.offlineList.text, box: Location.box.text,
            signOut: Location.signOut.text, icon: AppFile.icon192.location.text,
            badge: AppFile.badge.location.text,
            word: Word(
                titel: strings.pushNewsOfNobody, tekst: strings.pushHow, taal: strings.language.rawValue,
                kenmerk: "bericht"))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array("const peil = ".utf8) + Array(try encoder.encode(setup)) + Array(";\n".utf8)
            + PackageResources.worker_js
    }

    private struct Setup: Encodable {
        let version: String
        /// Kept from the start.
        let shell: [String]
        let offline: String
        let list: String
        let box: String
        let signOut: String
        let icon: String
        let badge: String
        /// Shown where a push message says nothing readable.
        let word: Word
    }

    private struct Word: Encodable {
        let titel: String
        let tekst: String
        let taal: String
        let kenmerk: String
    }
}
