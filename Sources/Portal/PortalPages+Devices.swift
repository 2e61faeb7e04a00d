import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Markup
import MessageBox
import Routes
import SQL
import WebPush

extension PortalPages {
    var deviceEndpoints: [Endpoint] {
        [
            .citizen(.get, "/instellingen/dit-apparaat", showDevices),
            .citizen(.post, "/instellingen/dit-apparaat", addDevice),
            .citizen(.post, "/instellingen/dit-apparaat/uitzetten", removeDevice),
        ]
    }

    /// An address and two keys; a form of them is a tenth of this.
    private static let deviceFormBytesLimit = 16_384

    private func showDevices(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        try await devicePage(visit, person, fault: nil, status: .ok)
    }

    private func devicePage(
        _ visit: Visit, _ person: Person.ID, fault: DevicePage.Fault?, status: HTTPResponse.Status
    ) async throws -> Response {
        let devices = try await Devices(of: person, facilities: facilities).list(at: visit.at)
        let token = FormToken(FormSecret.expected(for: visit.request) ?? "")
        let content = DevicePage(
            devices: devices.map { DeviceList.Item($0, token: token) }, key: self.devices.key.publicKey,
            suggestedName: DevicePage.Name(userAgent: visit.request.headers[.userAgent] ?? ""),
            nameLimit: Device.labelLimit, action: .thisDevice, token: token, fault: fault)
        return try await page(content, .settings, for: visit, status: status)
    }

    private func addDevice(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.deviceFormBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        do {
            let new = try NewDevice(
                endpoint: form["adres"] ?? "", p256dh: form["p256dh"] ?? "", auth: form["auth"] ?? "",
                label: form["naam"] ?? "", within: devices.reach)
            _ = try await Devices(of: person, facilities: facilities).add(new, at: visit.at)
        } catch let error as DeviceError {
            return try await devicePage(visit, person, fault: .init(error), status: .badRequest)
        }
        return Self.redirect(to: .thisDevice)
    }

    private func removeDevice(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.deviceFormBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        guard let id = form["apparaat"].flatMap({ Device.ID($0) }) else { throw Problem(.notFound) }
        try await Devices(of: person, facilities: facilities).remove(id, at: visit.at)
        return Self.redirect(to: .thisDevice)
    }
}

extension DeviceList.Item {
    fileprivate init(_ device: Device, token: FormToken) {
        self.init(
            device.label,
            state: device.goneAt.map { .gone(since: Moment($0)) } ?? .told(since: Moment(device.addedAt)),
            fingerprint: device.fingerprint.map { byte in
                String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
            }.joined(),
            id: device.id.description, remove: Location("instellingen", "dit-apparaat", "uitzetten"),
            token: token)
    }
}

extension DevicePage.Fault {
    fileprivate init(_ error: DeviceError) {
        switch error {
        case .label: self = .name
        case .tooMany(let limit): self = .tooMany(limit: limit)
        case .address, .keys, .noBox, .noSuchDevice: self = .refused
        }
    }
}

extension Location {
    static let thisDevice = Location("instellingen", "dit-apparaat")
}
