import CivilTime
import HTTPTypes
public import Hummingbird
import Identity
import Markup
import MessageBox
import NIOCore
public import Routes
import SQL

/// Where a page stands in the main menu.
enum Section: Equatable {
    case start
    case box
    case serviceLevels
    case supplier(SupplierPlace)
    case signIn
    case elsewhere
}

extension PortalPages {
    /// A page for who visits, with the menu and the header that belong to them.
    func page(
        _ content: some View, _ section: Section, for visit: Visit, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var frame = try await frame(section, for: visit)
        frame.hasSecurityContact = contact != nil
        return Self.response(Page(content, in: frame).rendered(), status: status)
    }

    private func frame(_ section: Section, for visit: Visit) async throws -> Frame {
        let strings = Strings(.dutch)
        let demo: Frame.Demo? = isDemo ? .init() : nil
        switch visit.caller {
        case .citizen(let person):
            let unread = try await Mailbox(of: person, facilities: facilities).unreadCount(at: visit.at)
            let menu = [
                PageHeader.Item(strings.start, .root, isCurrent: section == .start),
                PageHeader.Item(strings.box, .box, isCurrent: section == .box, newCount: unread),
            ]
            return Frame(
                audience: .citizen, menu: menu,
                reader: signedIn(as: try await name(of: person), role: nil, visit.request), demo: demo)
        case .staff(let role):
            let menu = [
                PageHeader.Item(strings.start, .root, isCurrent: section == .start),
                PageHeader.Item(
                    strings.serviceLevels, .serviceLevels, isCurrent: section == .serviceLevels),
            ]
            return Frame(
                audience: .staff, menu: role.capabilities.contains(.readServiceLevels) ? menu : [menu[0]],
                reader: signedIn(as: role.title, role: nil, visit.request), demo: demo)
        case .supplier(let member):
            return supplierFrame(of: member, section, visit, demo)
        case .nobody, .organisation:
            // The sign-in page needs no way to itself.
            let reader: PageHeader.State = section == .signIn ? .none : .signedOut(signIn: .signIn)
            return Frame(audience: .citizen, reader: reader, demo: demo)
        }
    }

    func signedIn(as name: String, role: String?, _ request: Request) -> PageHeader.State {
        .signedIn(
            name: name, role: role, signOut: .signOut,
            token: FormToken(FormSecret.expected(for: request) ?? ""))
    }

    func name(of person: Person.ID) async throws -> String {
        let keys = facilities.keys
        return try await database.read { try Person.find(person, in: $0)?.name(keys) ?? "" }
    }

    /// The page for a failure. It knows nothing of who asks: the failure may be in finding that out.
    public func failurePage(_ problem: Problem, _ request: Request) -> Response {
        if problem.kind == .notSignedIn, request.method == .get {
            return Response(status: .seeOther, headers: [.location: Location.signIn.text])
        }
        let frame = Frame(
            audience: .citizen, reader: .none, demo: isDemo ? .init() : nil,
            hasSecurityContact: contact != nil)
        let content = ErrorPage(
            ErrorPage.Problem(problem.kind), retryAfterSeconds: problem.retryAfterSeconds ?? 60)
        return Self.response(Page(content, in: frame).rendered(), status: problem.kind.status)
    }

    /// Pages take styles, pictures and forms from this site only, and run no script.
    private static let contentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    static func response(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentSecurityPolicy: contentSecurityPolicy,
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    static func redirect(to location: Location, cookies: [Cookie] = []) -> Response {
        var response = Response(status: .seeOther, headers: [.location: location.text])
        for cookie in cookies { response.setCookie(cookie) }
        return response
    }
}

extension ErrorPage.Problem {
    fileprivate init(_ kind: Problem.Kind) {
        switch kind {
        case .notFound, .methodNotAllowed, .noReport: self = .notFound
        case .notAllowed, .notSignedIn: self = .forbidden
        case .foreignForm: self = .expiredForm
        case .busy: self = .tooMany
        default: self = .unexpected
        }
    }
}

extension Location {
    static let signIn = Location("inloggen")
    static let signOut = Location("uitloggen")
    static let box = Location("berichtenbox")
    static let serviceLevels = Location("dienstniveaus")
}
