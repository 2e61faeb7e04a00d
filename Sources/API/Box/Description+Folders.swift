import MessageBox
import OpenAPI
import Routes

extension Description {
    static let listFolders = Description(
        "toonMijnMappen", in: .box, "Haal uw mappen op", text: "Op naam; alle op één pagina.",
        answers: [.json(200, "De mappen.", .page(of: folder, named: "Mappenpagina"))],
        condition: .onReading)

    static let makeFolder = Description(
        "maakMijnMap", in: .box, "Maak een map", text: "Hoogstens \(Mailbox.folderLimit) mappen.",
        body: [.json(name)], bodyBytesLimit: BoxRequest.bytesLimit,
        answers: [.json(201, "De map.", folder, headers: [.location, .entityTag])],
        problems: [.folderNameTaken, .tooManyFolders])

    static let showFolder = Description(
        "toonMijnMap", in: .box, "Haal een map op", text: "De naam, en hoeveel er ongelezen is.",
        parameters: [folderID], answers: [.json(200, "De map.", folder)], condition: .onReading,
        problems: [.notFound])

    static let renameFolder = Description(
        "hernoemMijnMap", in: .box, "Geef een map een andere naam", text: "De berichten blijven erin.",
        parameters: [folderID],
        body: [Content("application/merge-patch+json", name), .json(name)],
        bodyBytesLimit: BoxRequest.bytesLimit,
        answers: [.json(200, "De map.", folder, headers: [.entityTag])], condition: .onChanging,
        problems: [.notFound, .folderNameTaken])

    static let removeFolder = Description(
        "verwijderMijnMap", in: .box, "Verwijder een map",
        text: "De berichten die erin staan, gaan terug naar de berichtenbox.",
        parameters: [folderID], answers: [.none("De map is weg.")], problems: [.notFound])

    private static let folderID = Parameter.path("id", "Het id van de map.", .boxFolderID)

    private static let folder = Schema.object(
        "Een map van uzelf.",
        [
            .required("id", .boxFolderID), .required("naam", .text("De naam.")),
            .required(
                "aantalOngelezen",
                .number(
                    "Ongelezen berichten; verder dan \(Mailbox.unreadLimit) wordt niet geteld.",
                    0...Mailbox.unreadLimit)),
        ]
    ).named("Map")

    private static let name = Schema.object(
        "De naam van een map.", isClosed: true,
        [.required("naam", .text("De naam.", length: 1...FolderName.scalarLimit))]
    ).named("Mapnaam")
}
