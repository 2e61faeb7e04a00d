import Markup

/// A file of the installable app that is compiled into the program. Its address changes with its content,
/// so a browser may keep it for a year.
struct AppFile: Sendable {
    let location: Location
    let bytes: [UInt8]
    let type: String

    private init(_ folder: String, _ name: String, _ ending: String, _ type: String, _ bytes: [UInt8]) {
        location = Location(folder, "\(name)-\(ContentName.of(bytes)).\(ending)")
        self.bytes = bytes
        self.type = type
    }

    /// What pages run.
    static let script = AppFile(
        "script", "app", "js", "text/javascript; charset=utf-8", PackageResources.app_js)
    static let icon192 = AppFile("app", "icoon-192", "png", "image/png", PackageResources.icon_192_png)
    static let icon512 = AppFile("app", "icoon-512", "png", "image/png", PackageResources.icon_512_png)
    /// With room around the mark, for systems that cut icons in a shape of their own.
    static let maskableIcon512 = AppFile(
        "app", "icoon-ruim-512", "png", "image/png", PackageResources.icon_maskable_512_png)
    /// In one colour, for the bar at the top of a phone.
    static let badge = AppFile("app", "merk-96", "png", "image/png", PackageResources.badge_96_png)

    static let all = [script, icon192, icon512, maskableIcon512, badge]
}
