import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import MessageBox
import OpenAPI
import Routes
import SQL
import WebPush

extension Interfaces {
    var deviceEndpoints: [Endpoint] {
        [
            .citizen(.get, "/api/v1/mijn/apparaten", listDevices).described(.listDevices),
            .citizen(.post, "/api/v1/mijn/apparaten", addDevice).described(.addDevice),
            .citizen(.delete, "/api/v1/mijn/apparaten/{id}", removeDevice).described(.removeDevice),
        ]
    }

    private func listDevices(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let found = try await Devices(of: person, facilities: facilities).list(at: visit.at)
        return try visit.json(
            DeviceListing(items: found.map(DeviceLine.init), sleutel: devices.key.publicKey))
    }

    private func addDevice(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        try visit.require(mediaType: "application/json")
        let new = try NewDevice.read(
            json: try await visit.body(upTo: NewDevice.bytesLimit), within: devices.reach)
        let device = try await Devices(of: person, facilities: facilities).add(new, at: visit.at)
        return try .json(
            DeviceLine(device), status: .created,
            headers: [.location: "/api/v1/mijn/apparaten/\(device.id)"])
    }

    private func removeDevice(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        guard let id = Device.ID(visit.parameter("id")) else { throw Problem(.notFound) }
        try await Devices(of: person, facilities: facilities).remove(id, at: visit.at)
        return Response(status: .noContent)
    }
}

private struct DeviceListing: Encodable {
    let items: [DeviceLine]
    let sleutel: String
}

private struct DeviceLine: Encodable {
    let id: String
    let naam: String
    let toegevoegdOp: String
    let vervallenOp: String?

    init(_ device: Device) {
        id = device.id.description
        naam = device.label
        toegevoegdOp = device.addedAt.rfc3339
        vervallenOp = device.goneAt?.rfc3339
    }
}

extension Description {
    fileprivate static let listDevices = Description(
        "toonApparaten", in: .devices, "Vraag op welke apparaten u meldingen krijgt",
        text: "In sleutel staat de publieke sleutel waarmee een browser zich abonneert (VAPID, RFC 8292).",
        answers: [.json(200, "De apparaten.", listing)], condition: .onReading)

    fileprivate static let addDevice = Description(
        "voegApparaatToe", in: .devices, "Krijg meldingen op een apparaat",
        text: """
            De velden endpoint en keys zijn die van een PushSubscription van de browser. Hetzelfde apparaat \
            nog een keer neemt de plaats in van het eerdere. Hoogstens \(Device.limit) apparaten.
            """,
        body: [.json(subscription, example: example)], bodyBytesLimit: NewDevice.bytesLimit,
        answers: [.json(201, "Het apparaat krijgt meldingen.", line, headers: [.location])],
        problems: [.tooManyDevices])

    fileprivate static let removeDevice = Description(
        "verwijderApparaat", in: .devices, "Krijg geen meldingen meer op een apparaat",
        text: "Meldingen die nog wachten, vervallen.",
        parameters: [.id("Het id uit de lijst.")],
        answers: [Answer(204, "Het apparaat is weg.")], problems: [.notFound])

    private static let line = Schema.object(
        "Een apparaat dat meldingen krijgt.",
        [
            .required("id", .guid("Het id.")),
            .required("naam", .text("Hoe u het noemt.", length: 1...Device.labelLimit)),
            .required("toegevoegdOp", .moment("Sinds wanneer.")),
            .optional("vervallenOp", .moment("Sinds wanneer meldingen er niet meer aankomen.")),
        ]
    ).named("Apparaat")

    private static let listing = Schema.object(
        "De apparaten, het oudste eerst.",
        [
            .required("items", .list(of: line, "De apparaten.")),
            .required("sleutel", .text("De publieke sleutel, base64url.")),
        ]
    ).named("Apparaten")

    private static let keys = Schema.object(
        "De sleutels van het abonnement.", isClosed: true,
        [
            .required("p256dh", .text("Een punt op P-256, 65 bytes in base64url.", length: 87...87)),
            .required("auth", .text("Een geheim van 16 bytes in base64url.", length: 22...22)),
        ]
    ).named("Abonnementsleutels")

    private static let subscription = Schema.object(
        "Het abonnement van een browser.", isClosed: true,
        [
            .required("endpoint", .text("Het https-adres bij de dienst voor meldingen.", length: 1...2_000)),
            .optional("expirationTime", .anything("Zoals de browser het geeft; wordt niet gebruikt.")),
            .required("keys", keys),
            .required("naam", .text("Hoe u het apparaat noemt.", length: 1...Device.labelLimit)),
        ]
    ).named("Apparaatabonnement")

    private static let example: Node = [
        "endpoint": "https://push.example/abonnement/1",
        "keys": [
            "p256dh":
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "auth": "BTBZMqHH6r4Tts7J_aSIgg",
        ],
        "naam": "Telefoon",
    ]
}
