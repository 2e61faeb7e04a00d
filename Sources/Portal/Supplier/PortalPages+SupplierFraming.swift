import CivilTime
import Hummingbird
import Identity
import Journal
import Markup
import MessageBox
import Routes
import SQL

/// Where a page stands in the supplier portal's menu.
enum SupplierPlace: Equatable {
    case today
    case messages
    case rejections
    case reports
    case types
    case clients
    case contacts
    case selfCheck
}

extension PortalPages {
    /// Every route of the supplier portal (SNO-19).
    var supplierEndpoints: [Endpoint] {
        supplierTodayEndpoints + suppliedMessageEndpoints + supplierReportEndpoints + supplierTypeEndpoints
            + supplierClientEndpoints + supplierContactEndpoints + selfCheckEndpoints
    }

    func supplierFrame(
        of member: SupplierMember, _ section: Section, _ visit: Visit, _ demo: Frame.Demo?
    ) -> Frame {
        let strings = Strings(LanguageCookie.language(of: visit.request) ?? .dutch)
        let places: [(SupplierPlace, String, Location)] =
            [
                (.today, strings.today, .supplier),
                (.messages, strings.suppliedMessages, .suppliedMessages),
                (.rejections, strings.rejections, .rejections(.week)),
                (.reports, strings.processingReports, .supplierReports),
                (.types, strings.messageTypes, .supplierTypes),
                (.clients, strings.clients, .supplierClients),
                (.contacts, strings.contacts, .supplierContacts),
            ] + (facilities.rehearsal == nil ? [] : [(.selfCheck, strings.selfCheck, .selfCheck)])
        var menu: [PageHeader.Item] = []
        if member.may(.readSupplies) {
            menu = places.map { place, label, location in
                PageHeader.Item(label, location, isCurrent: section == .supplier(place))
            }
        }
        if member.may(.readServiceLevels) {
            menu.append(
                PageHeader.Item(
                    strings.serviceLevels, .serviceLevels, isCurrent: section == .serviceLevels))
        }
        return Frame(
            language: strings.language, audience: .staff, menu: menu,
            reader: signedIn(as: member.organisation.name, role: member.role.title, visit.request),
            demo: demo)
    }

    /// The form of a page of the supplier portal, once it is clear that this site gave it out.
    static func form(of visit: Visit) async throws -> FormFields {
        let form = FormFields(try await visit.formBody(upTo: supplierFormBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        return form
    }

    /// A key set of ten keys is the longest that is filled in, three bytes a character in the form.
    private static let supplierFormBytesLimit = 131_072
}

extension SupplierMember {
    func may(_ capability: Capability) -> Bool {
        role.capabilities.contains(capability)
    }

    /// Who did it, for the audit trail.
    var actor: Actor {
        .supplier(organisation.id.description, role: role.name)
    }
}

extension Visit {
    /// The secret for the forms on a page that this visitor gets.
    var formToken: FormToken {
        FormToken(FormSecret.expected(for: request) ?? "")
    }
}

extension Location {
    static let supplier = Location("leverancier")
    static let supplierTypes = Location("leverancier", "berichttypes")
}
