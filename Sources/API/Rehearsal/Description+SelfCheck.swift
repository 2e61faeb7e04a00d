import OpenAPI
import Routes

extension Description {
    static let checkSelf = Description(
        "toonZelftest", in: .rehearsal, "Vraag wat uw organisatie al heeft geprobeerd",
        text: "Alleen in preproductie. Elke aanroep en elke verwerkingscode telt; afvinken hoeft niet.",
        answers: [.json(200, "De onderdelen.", check)], condition: .onReading)

    private static let step = Schema.object(
        "Een onderdeel dat u kunt proberen.",
        [
            .required("onderdeel", .text("De vaste naam.")), .required("groep", .text("Waar het bij hoort.")),
            .required("geprobeerd", .flag("Of het is voorgekomen.")),
            .optional("laatstGeprobeerdOp", .moment("Wanneer voor het laatst.")),
        ]
    ).named("Zelftestonderdeel")

    private static let citizen = Schema.object(
        "Een testburger.",
        [
            .required("naam", .text("De naam; het nummer staat in de lijst van testburgers.")),
            .required("gedrag", .text("Wat deze testburger altijd doet.")),
            .optional("aangeleverdOp", .moment("Wanneer u voor het laatst een bericht stuurde.")),
            .optional("gevalideerdOp", .moment("Wanneer u het voor het laatst vroeg.")),
        ]
    ).named("Testburger")

    private static let check = Schema.object(
        "Wat er is geprobeerd.",
        [
            .required("geprobeerd", .number("Hoeveel onderdelen al.", 0...Int.max)),
            .required("totaal", .number("Hoeveel er zijn.", 0...Int.max)),
            .required("onderdelen", .list(of: step, "De onderdelen.")),
            .required("testburgers", .list(of: citizen, "De testburgers.")),
        ]
    ).named("Zelftest")
}
