import OpenAPI
import Routes

extension Description {
    static let reportServiceLevels = Description(
        "toonDienstniveaus", in: .serviceLevels, "Haal de maandrapportage van een overeenkomst op",
        text: "Per norm wat er gemeten is, in de maand van de vraag; zonder maand de lopende.",
        parameters: [
            .path(
                "overeenkomst", "De naam van de overeenkomst.",
                .text("Een naam.", example: "mijnoverheid-sno")),
            .query(
                "maand", "De maand.",
                .text("Een maand.", pattern: "^[0-9]{4}-(0[1-9]|1[0-2])$", example: "2026-10")),
        ],
        answers: [.json(200, "De rapportage.", .anything("De rapportage, per norm."))],
        problems: [.notFound])

    static func recordObservations(bytesLimit: Int) -> Description {
        Description(
            "leverWaarnemingenIn", in: .serviceLevels, "Lever waarnemingen van de meetpost in",
            text:
                "Wat de meetpost per minuut van buiten zag. Dezelfde waarneming twee keer verandert niets.",
            body: [.json(observations)], bodyBytesLimit: bytesLimit,
            answers: [.none("De waarnemingen zijn bewaard.")])
    }

    private static let observation = Schema.object(
        "Wat de meetpost in één minuut van één functie zag.",
        [
            .required("functie", .text("De functie.")), .required("minuut", .moment("De minuut.")),
            .required("geslaagd", .flag("Of de functie het deed.")),
            .optional("oorzaak", .text("Wat er misging.")),
            .required("duurMicroseconden", .number("Hoe lang het duurde.", 0...Int.max)),
        ]
    ).named("Waarneming")

    private static let observations = Schema.object(
        "Wat de meetpost zag.", [.required("waarnemingen", .list(of: observation, "De waarnemingen."))]
    ).named("Waarnemingen")
}
