import Identity
import Portal

/// Who plays in the worked example: organisations with test OINs, citizens with test BSNs. Nobody here
/// exists.
enum DemoCast {
    struct Sender: Sendable {
        let oin: OIN
        let name: String
        let types: [LetterType]
    }

    /// A kind of letter that an organisation sends.
    struct LetterType: Sendable {
        let code: String
        let title: String
        let subject: String
        let text: String
        let deadlineDays: Int?
        let attachment: String?
    }

    struct Citizen: Sendable {
        let key: String
        let bsn: BSN
        let name: String
        let description: String
        let hasEmail: Bool
        /// Positions in ``senders`` of the organisations this citizen does not want digital post from.
        let declined: Set<Int>
        /// About how many letters a week, from all organisations together.
        let lettersPerWeek: Int

        /// Who gets so much post needs folders.
        var keepsOrder: Bool { lettersPerWeek >= 9 }
    }

    static let senders: [Sender] = [
        Sender(
            oin: oin(1), name: "Gemeente Veenwoude",
            types: [
                LetterType(
                    code: "AFVAL", title: "Aanslag afvalstoffenheffing",
                    subject: "Uw aanslag afvalstoffenheffing",
                    text: letter(
                        "Beste inwoner,",
                        "Uw aanslag afvalstoffenheffing staat klaar. U vindt het bedrag in de bijlage.",
                        "Klopt er iets niet? Maak dan bezwaar voor de datum hierboven."),
                    deadlineDays: 42, attachment: "Aanslag afvalstoffenheffing"),
                LetterType(
                    code: "PASPOORT", title: "Reisdocument verloopt",
                    subject: "Uw paspoort verloopt binnenkort",
                    text: letter(
                        "Beste inwoner,",
                        "Uw paspoort verloopt over drie maanden. Maak op tijd een afspraak bij "
                            + "het gemeentehuis."),
                    deadlineDays: nil, attachment: nil),
            ]),
        Sender(
            oin: oin(2), name: "Waterschap De Brede Sloot",
            types: [
                LetterType(
                    code: "WATER", title: "Aanslag watersysteemheffing",
                    subject: "Uw aanslag watersysteemheffing",
                    text: letter(
                        "Beste lezer,",
                        "Het waterschap zorgt voor droge voeten en schoon water. In de bijlage "
                            + "staat wat u dit jaar betaalt."),
                    deadlineDays: 30, attachment: "Aanslag watersysteemheffing")
            ]),
        Sender(
            oin: oin(3), name: "Rijksdienst voor Toeslagen Noord",
            types: [
                LetterType(
                    code: "BESCHIK", title: "Beschikking", subject: "Beschikking zorgtoeslag",
                    text: letter(
                        "Beste mevrouw, beste meneer,",
                        "Wij hebben uw toeslag opnieuw berekend. De berekening staat in de bijlage."),
                    deadlineDays: 42, attachment: "Beschikking zorgtoeslag"),
                LetterType(
                    code: "VRAAG", title: "Verzoek om gegevens", subject: "Wij hebben gegevens van u nodig",
                    text: letter(
                        "Beste mevrouw, beste meneer,",
                        "Stuur ons uw jaaropgave. Zonder die opgave kunnen wij uw toeslag niet "
                            + "vaststellen."),
                    deadlineDays: 14, attachment: nil),
            ]),
        Sender(
            oin: oin(4), name: "Uitvoeringsinstituut Pensioen en Werk",
            types: [
                LetterType(
                    code: "JAAROVZ", title: "Jaaroverzicht", subject: "Uw jaaroverzicht staat klaar",
                    text: letter(
                        "Beste deelnemer,",
                        "Uw jaaroverzicht staat klaar. Bewaar het bij uw papieren."),
                    deadlineDays: nil, attachment: "Jaaroverzicht")
            ]),
        Sender(
            oin: oin(5), name: "Rijksdienst Voertuigen Zuid",
            types: [
                LetterType(
                    code: "APK", title: "Herinnering APK", subject: "De APK van uw auto verloopt",
                    text: letter(
                        "Beste kentekenhouder,",
                        "De APK van uw auto verloopt bijna. Laat uw auto op tijd keuren."),
                    deadlineDays: 28, attachment: nil)
            ]),
    ]

    static let citizens: [Citizen] = [
        citizen("c01", "999990019", "Anna de Test", "een gewone berichtenbox", declined: []),
        citizen(
            "c02", "999990020", "Bilal Voorbeeld", "veel post, ook met bijlagen", declined: [], perWeek: 9),
        citizen(
            "c03", "999990032", "Chantal van de Proef", "wil geen post van het waterschap", declined: [1]),
        citizen(
            "c04", "999990044", "Dirk Demonstratie", "heeft geen e-mailadres opgegeven", declined: [],
            email: false),
        citizen(
            "c05", "999990056", "Esra Model", "weinig post, en een e-mailadres dat niet meer werkt",
            declined: [0, 1, 3], perWeek: 1),
        citizen("c06", "999990068", "Femke Staal-Monster", "krijgt één mail per dag", declined: [4]),
    ]

    /// A type that every organisation has had and no longer uses.
    static let retiredType = "OUD"

    /// A citizen who has a number but no box: what is sent to her is rejected.
    static let withoutBox = bsn("999990081")

    /// Is told once a day, and takes no yearly statements of one organisation.
    static let toldDaily = bsn("999990068")
    static let dailyHour = 18
    static let declinedType = (sender: 3, code: "JAAROVZ")
    /// When reminders go out.
    static let reminderHour = 9
    /// Gave the mailbox up so many days ago.
    static let unreachable = bsn("999990056")
    static let lostDays: Int64 = 4

    /// The devices of who is told once a day, by how long ago they were added; the first is gone.
    static let devices: [(days: Int64, name: String)] = [
        (20, "Chrome op Android"), (9, "Firefox op Windows"),
    ]
    /// The receiver of the example in RFC 8291, section 5.
    static let deviceKeys = (
        p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        auth: "BTBZMqHH6r4Tts7J_aSIgg"
    )

    /// Signs in for the first time: is asked to accept the terms, and then has an empty box.
    static let newcomer = DemoIdentity(
        key: "c07", name: "Gerrit Nieuweling",
        description: "logt voor het eerst in, en heeft nog geen account",
        visitor: .citizen(bsn("999990093")))

    static let staff: [DemoIdentity] = [
        DemoIdentity(
            key: "s01", name: "Servicemanager", description: "ziet de dienstniveaus en hun uitleg",
            visitor: .staff(role: "service-manager")),
        DemoIdentity(
            key: "l01", name: "Leveranciersbeheerder, Gemeente Veenwoude",
            description: "beheert berichttypes, systemen en contacten van de gemeente",
            visitor: .supplier(oin(1), role: "leveranciersbeheerder")),
        DemoIdentity(
            key: "l02", name: "Raadpleger, Waterschap De Brede Sloot",
            description: "ziet wat het waterschap aanleverde en wat ervan werd",
            visitor: .supplier(oin(2), role: "raadpleger")),
    ]

    /// Everyone on the sign-in page.
    static var identities: [DemoIdentity] {
        citizens.map {
            DemoIdentity(key: $0.key, name: $0.name, description: $0.description, visitor: .citizen($0.bsn))
        } + [newcomer] + staff
    }

    private static func citizen(
        _ key: String, _ digits: String, _ name: String, _ description: String, declined: Set<Int>,
        perWeek: Int = 3, email: Bool = true
    ) -> Citizen {
        Citizen(
            key: key, bsn: bsn(digits), name: name, description: description, hasEmail: email,
            declined: declined,
            lettersPerWeek: perWeek)
    }

    /// Paragraphs with a blank line between, which senders write as the four characters `\\r\\n` twice.
    private static func letter(_ paragraphs: String...) -> String {
        paragraphs.joined(separator: "\\r\\n\\r\\n")
    }

    private static func bsn(_ digits: String) -> BSN {
        guard let bsn = BSN(digits) else { preconditionFailure("a test BSN passes the elfproef") }
        return bsn
    }

    private static func oin(_ number: Int) -> OIN {
        guard let oin = OIN("0000009900000000\(number)000") else {
            preconditionFailure("a test OIN has 20 digits")
        }
        return oin
    }
}
