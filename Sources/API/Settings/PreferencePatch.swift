import Foundation
import Identity
import MessageBox
import Routes

/// A merge patch of the preferences, read strictly: a member that does not exist here is refused, for a
/// mistyped one would otherwise change nothing in silence.
struct PreferencePatch {
    private(set) var wishes: [PreferenceWish] = []
    private(set) var contact = PersonalSettings.ContactWish()
    private var faults: [Problem.Fault] = []

    init(json bytes: [UInt8]) throws(Problem) {
        let object: Any
        do {
            object = try JSONSerialization.jsonObject(with: Data(bytes))
        } catch {
            throw Problem(.malformedJSON, "Dit is geen JSON-object. Controleer de opmaak.")
        }
        guard let members = object as? [String: Any] else {
            throw Problem(.malformedJSON, "Dit is geen JSON-object. Controleer de opmaak.")
        }
        for (name, value) in members.sorted(by: { $0.key < $1.key }) { read(name, value) }
        guard faults.isEmpty else {
            throw Problem(
                .invalidInput, "Het verzoek klopt op \(faults.count) plaats(en) niet.",
                faults: Array(faults.prefix(Self.faultsLimit)))
        }
    }

    /// An answer names so many places; somebody with more knows enough.
    private static let faultsLimit = 20

    private mutating func read(_ name: String, _ value: Any) {
        switch name {
        case "organisaties": each("organisaties", value) { $0.readOrganisation($1, $2) }
        case "melding": each("melding", value) { $0.readTelling($1, $2) }
        case "taal":
            guard let code = value as? String, let wish = PersonalSettings.ContactWish(languageCode: code)
            else { return refuse("taal", "is nl of en") }
            contact.language = wish.language
        default: refuse("onbekend veld", "dit veld bestaat hier niet of is alleen te lezen")
        }
    }

    private mutating func readTelling(_ name: String, _ value: Any) {
        switch (name, value) {
        case ("email", let flag as Bool): contact.byEmail = flag
        case ("apparaten", let flag as Bool): contact.byPush = flag
        case ("uur", is NSNull): contact.pace = .atOnce
        case ("uur", let hour as Int) where (0..<24).contains(hour): contact.pace = .daily(hour: hour)
        case ("email", _), ("apparaten", _): refuse("melding.\(name)", "is true of false")
        case ("uur", _): refuse("melding.uur", "is 0 tot en met 23, of null voor meteen")
        default: refuse("melding", "dit veld bestaat hier niet")
        }
    }

    private mutating func readOrganisation(_ number: String, _ value: Any) {
        guard let oin = OIN(number) else {
            return refuse("organisaties", "een naam van een veld is een OIN van 20 cijfers")
        }
        let path = "organisaties.\(oin.digits)"
        var wish = PreferenceWish(organisation: oin, wants: nil)
        guard let members = value as? [String: Any] else { return refuse(path, "is een object") }
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            switch (name, value) {
            case ("gewenst", let flag as Bool): wish.wants = flag
            case ("gewenst", _): refuse("\(path).gewenst", "is true of false")
            case ("berichttypes", let types as [String: Any]):
                for (code, type) in types.sorted(by: { $0.key < $1.key }) {
                    if let choice = readType(type) {
                        wish.types[code] = choice
                    } else {
                        refuse("\(path).berichttypes", "is per code {\"gewenst\": true, false of null}")
                    }
                }
            default: refuse(path, "een veld bestaat hier niet of is alleen te lezen")
            }
        }
        wishes.append(wish)
    }

    private func readType(_ value: Any) -> PreferenceWish.TypeWish? {
        if value is NSNull { return .asOrganisation }
        guard let members = value as? [String: Any], members.count == 1 else { return nil }
        switch members["gewenst"] {
        case let flag as Bool: return flag ? .yes : .no
        case is NSNull: return .asOrganisation
        default: return nil
        }
    }

    private mutating func each(
        _ path: String, _ value: Any, _ read: (inout PreferencePatch, String, Any) -> Void
    ) {
        guard let members = value as? [String: Any] else { return refuse(path, "is een object") }
        for (name, value) in members.sorted(by: { $0.key < $1.key }) { read(&self, name, value) }
    }

    private mutating func refuse(_ path: String, _ reason: String) {
        faults.append(.init(path: path, reason: reason))
    }
}
