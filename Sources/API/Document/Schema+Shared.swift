import OpenAPI
import Routes

extension Schema {
    /// A test number: no person has one that begins with 9999.
    static let bsn = Schema.text(
        "Een burgerservicenummer: negen cijfers.", pattern: "^[0-9]{9}$", example: "999990019"
    ).named("Bsn")

    static let messageTypeCode = Schema.text(
        "De code van een berichttype van deze organisatie.", length: 1...8, example: "WATER"
    ).named("BerichttypeCode")

    /// A page of a list (INTERFACES: `items` and `volgende`).
    static func page(of item: Schema, named name: String) -> Schema {
        Schema.object(
            "Een pagina van een lijst.",
            [
                .required("items", .list(of: item, "De onderdelen, in volgorde.")),
                .optional(
                    "volgende", .text("Het adres van de volgende pagina; ontbreekt op de laatste.")),
            ]
        ).named(name)
    }
}

extension Parameter {
    /// The parameters of every list.
    static func paging(after about: String, limit: ClosedRange<Int>, standard: Int) -> [Parameter] {
        [
            .query("na", about, .number("De plek waarna de pagina begint.", 0...Int.max)),
            .query(
                "limiet", "Hoeveel onderdelen de pagina hoogstens heeft.",
                .number("Aantal.", limit, standard: standard)),
        ]
    }

    static func id(_ about: String) -> Parameter {
        .path("id", about, .guid("Het id.", example: "01890000-0000-7000-8000-000000000000"))
    }
}

extension Answer {
    static func json(
        _ status: Int, _ about: String, _ schema: Schema, example: Node? = nil, headers: [Header] = []
    ) -> Answer {
        Answer(status, about, headers: headers, [Content("application/json", schema, example: example)])
    }

    static func none(_ about: String) -> Answer {
        Answer(204, about)
    }
}
