import CivilTime
import HTTPTypes
public import Hummingbird
import Identity
import Markup
import MessageBox
import NIOCore
public import Routes
import RunningCases
import SQL

/// Where a page stands in the main menu.
enum Section: Equatable {
    case start
    case box
    case cases
    case records
    case settings
    case serviceLevels
    case supplier(SupplierPlace)
    case signIn
    case elsewhere
}

extension PortalPages {
    /// A page for who visits, with the menu and the header that belong to them.
    ///
    /// - Parameters:
    ///   - formTarget: another site that a form of this page may lead on to.
    ///   - around: of a citizen, where the page had to know it before.
    func page(
        _ content: some View, _ section: Section, for visit: Visit, status: HTTPResponse.Status = .ok,
        formTarget: String? = nil, around: Around? = nil
    ) async throws -> Response {
        var frame = try await frame(section, for: visit, around: around)
        frame.hasSecurityContact = contact != nil
        // The answer to a form stands at the address of the form, where a reader cannot come back.
        let page = visit.request.method == .get ? Location(path: visit.request.uri.path) : nil
        frame.languages = LanguageSwitch(
            action: LanguageCookie.action, page: page ?? .root,
            token: FormSecret.expected(for: visit.request).map { FormToken($0) })
        var response = Self.response(
            Page(content, in: frame).rendered(), status: status,
            formTargets: [formTarget].compactMap(\.self) + providerOrigins)
        if case .citizen = visit.caller {
            response.headers[.sessionMark] = SessionCookie.mark(in: visit.request)
        }
        return response
    }

    private func frame(
        _ section: Section, for visit: Visit, around known: Around?
    ) async throws -> Frame {
        let chosen = LanguageCookie.language(of: visit.request)
        let demo: Frame.Demo? = isDemo ? .init() : nil
        switch visit.caller {
        case .citizen(let person):
            let around = if let known { known } else { try await around(person, visit) }
            let strings = around.strings
            let menu = [
                PageHeader.Item(strings.start, .root, isCurrent: section == .start),
                PageHeader.Item(strings.box, .box, isCurrent: section == .box, newCount: around.unreadCount),
                PageHeader.Item(
                    strings.cases, .cases, isCurrent: section == .cases, newCount: around.stepCount),
                PageHeader.Item(strings.records, .records, isCurrent: section == .records),
                PageHeader.Item(strings.settings, .settings, isCurrent: section == .settings),
            ]
            return Frame(
                language: strings.language, audience: .citizen, menu: menu,
                reader: signedIn(as: around.name, role: nil, visit.request), demo: demo,
                notice: around.standing.flatMap { notice($0, on: section, in: strings) })
        case .newcomer(let person):
            return Frame(
                language: chosen ?? .dutch, audience: .citizen,
                reader: signedIn(as: try await name(of: person), role: nil, visit.request), demo: demo)
        case .staff(let role):
            let strings = Strings(chosen ?? .dutch)
            let menu = [
                PageHeader.Item(strings.start, .root, isCurrent: section == .start),
                PageHeader.Item(
                    strings.serviceLevels, .serviceLevels, isCurrent: section == .serviceLevels),
            ]
            return Frame(
                language: strings.language, audience: .staff,
                menu: role.capabilities.contains(.readServiceLevels) ? menu : [menu[0]],
                reader: signedIn(as: role.title, role: nil, visit.request), demo: demo)
        case .supplier(let member):
            return supplierFrame(of: member, section, visit, demo)
        case .nobody, .organisation:
            // The sign-in page needs no way to itself.
            let reader: PageHeader.State = section == .signIn ? .none : .signedOut(signIn: .signIn)
            return Frame(
                language: chosen ?? .dutch, audience: .citizen, reader: reader, demo: demo)
        }
    }

    /// What every page of a citizen shows around its content.
    struct Around: Sendable {
        let standing: Contact.Standing?
        let stepCount: Int
        let unreadCount: Int
        let name: String
        /// The words of who reads: as they set it with their account, otherwise as in this browser.
        let strings: Strings
    }

    /// One view of the database for all of it, as every page waits for it.
    func around(_ person: Person.ID, _ visit: Visit) async throws -> Around {
        let (keys, chosen) = (facilities.keys, LanguageCookie.language(of: visit.request))
        return try await database.read { transaction in
            let standing = try Contact.standing(of: person, in: transaction)
            return Around(
                standing: standing, stepCount: try CaseReader.stepCount(of: person, in: transaction),
                unreadCount: try Mailbox.unreadCount(of: person, in: transaction, at: visit.at),
                name: try Person.find(person, in: transaction)?.name(keys) ?? "",
                strings: Strings(standing?.language ?? chosen ?? .dutch))
        }
    }

    /// The words of who reads, for pages that write some before they are framed.
    func strings(for visit: Visit) async throws -> Strings {
        let chosen = LanguageCookie.language(of: visit.request) ?? .dutch
        guard case .citizen(let person) = visit.caller else { return Strings(chosen) }
        return try await database.read { transaction in
            Strings(try Contact.standing(of: person, in: transaction)?.language ?? chosen)
        }
    }

    /// What a citizen must know who comes in: that mail does not arrive, or that there is nowhere to send it.
    private func notice(
        _ standing: Contact.Standing, on section: Section, in strings: Strings
    ) -> Alert? {
        guard section == .start || section == .box else { return nil }
        if let since = standing.unreachableAt {
            return Alert(
                .warning, title: strings.unreachableTitle,
                strings.unreachableText(Moment(since.localDate).text(in: strings)),
                link: TextLink(strings.unreachableDo, .email, kind: .onward))
        }
        guard !standing.hasEmail, standing.byEmail, section == .start else { return nil }
        return Alert(
            .notice, title: strings.noEmailTitle, strings.noEmailText,
            link: TextLink(strings.noEmailDo, .email, kind: .onward))
    }

    /// The secret of a form on a page for this visit.
    func token(for visit: Visit) -> FormToken {
        FormToken(FormSecret.expected(for: visit.request) ?? "")
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
        if let answer = detour(problem, request) { return answer }
        let frame = Frame(
            language: LanguageCookie.language(of: request) ?? .dutch, audience: .citizen, reader: .none,
            demo: isDemo ? .init() : nil,
            hasSecurityContact: contact != nil)
        let content = ErrorPage(
            ErrorPage.Problem(problem.kind), retryAfterSeconds: problem.retryAfterSeconds ?? 60)
        return Self.response(Page(content, in: frame).rendered(), status: problem.kind.status)
    }

    /// Pages take styles, pictures, scripts and forms from this site only, and nothing that stands within
    /// them runs. Browsers hold the policy for forms against where a form leads on to as well.
    private static func contentSecurityPolicy(formTargets: [String]) -> String {
        let targets = (["'self'"] + formTargets).joined(separator: " ")
        return "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; worker-src 'self'; "
            + "manifest-src 'self'; form-action \(targets); base-uri 'none'; frame-ancestors 'none'"
    }

    static func response(
        _ bytes: [UInt8], status: HTTPResponse.Status = .ok, formTargets: [String] = []
    ) -> Response {
        Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8",
                .contentSecurityPolicy: contentSecurityPolicy(formTargets: formTargets),
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
    static let cases = Location("zaken")
    static let serviceLevels = Location("dienstniveaus")
}
