import CivilTime
import Identity
import RunningCases
import SQL

extension DemoFilling {
    /// Cases of a few citizens, pushed as their organisations would: some run, one waits for the citizen, one
    /// is on hold, one is closed.
    func pushCases(_ cast: [Organisation]) async throws {
        let register = CaseRegister(database: installation.database, keys: installation.keys)
        for story in DemoCases.stories(until: asOf) {
            let sender = cast[story.sender]
            for push in story.pushes {
                _ = try await register.take(
                    try push.read(story.id, push.at), by: sender, name: "demo", at: push.at)
            }
        }
    }
}

/// The cases of the worked example, told from the day it is made.
enum DemoCases {
    struct Story {
        let id: String
        /// A position in ``DemoCast/senders``.
        let sender: Int
        let pushes: [Push]
    }

    struct Push {
        let at: Instant
        let read: @Sendable (String, Instant) throws -> CasePush
    }

    static func stories(until end: Instant) -> [Story] {
        let days = Days(end: end)
        return [
            Story(
                id: "2026-OV-0117", sender: 0,
                pushes: [
                    days.opening(
                        24, of: 0, "Omgevingsvergunning", "Dakkapel aan de voorkant", endsIn: 30,
                        "U wilt een dakkapel plaatsen. Wij kijken of dat past bij de regels voor uw straat."),
                    days.status(
                        20, "in-behandeling", "In behandeling genomen", "Een medewerker bekijkt uw plan."),
                    days.status(
                        6, "tekening", "Wij missen een tekening",
                        "Zonder de tekening kunnen wij uw plan niet beoordelen.",
                        step: "Stuur de tekening van de voorgevel naar de gemeente", until: 8),
                ]),
            Story(
                id: "2026-ZT-2231", sender: 2,
                pushes: [
                    days.opening(
                        18, of: 0, "Aanvraag toeslag", "Zorgtoeslag 2027", endsIn: 40,
                        "Wij rekenen uit op hoeveel zorgtoeslag u recht hebt."),
                    days.status(11, "gegevens", "Uw gegevens zijn binnen", "U hoeft niets te doen."),
                ]),
            Story(
                id: "2026-KW-0008", sender: 1,
                pushes: [
                    days.opening(
                        27, of: 0, "Kwijtschelding", "Kwijtschelding watersysteemheffing", endsIn: 12,
                        "U vraagt om de heffing niet te hoeven betalen."),
                    days.status(
                        9, "wacht", "Wij wachten op uw gemeente",
                        "De gemeente stuurt ons informatie over uw inkomen.", state: "opgeschort"),
                ]),
            Story(
                id: "2026-RP-4410", sender: 0,
                pushes: [
                    days.opening(
                        28, of: 0, "Reisdocument", "Nieuw paspoort", endsIn: -20, "U vraagt een paspoort aan."
                    ),
                    days.status(
                        23, "klaar", "Uw paspoort ligt klaar", "Neem uw oude paspoort mee.",
                        state: "afgesloten"),
                ]),
            Story(
                id: "2026-OV-0121", sender: 0,
                pushes: [
                    days.opening(15, of: 1, "Parkeervergunning", "Parkeervergunning bewoner", endsIn: 5, nil),
                    days.status(14, "in-behandeling", "In behandeling genomen", nil),
                ]),
        ]
    }

    /// Moments counted back from the end of the example, in the middle of a morning.
    private struct Days {
        let end: Instant

        private func moment(_ daysAgo: Int) -> Instant {
            Instant(startOf: end.localDate.advanced(byDays: -daysAgo)).advanced(bySeconds: 9 * 3_600 + 1_800)
        }

        private func day(_ ahead: Int) -> String {
            "\(end.localDate.advanced(byDays: ahead))"
        }

        func opening(
            _ daysAgo: Int, of citizen: Int, _ type: String, _ title: String, endsIn days: Int,
            _ text: String?
        ) -> Push {
            let at = moment(daysAgo)
            let bsn = DemoCast.citizens[citizen].bsn.digits
            let explanation = text.map { #","toelichting":"\#($0)""# } ?? ""
            let body = """
                {"betrokkene":{"type":"BSN","waarde":"\(bsn)"},"zaaktype":"\(type)","omschrijving":"\(title)",
                 "startdatum":"\(at.localDate)","verwachteEinddatum":"\(day(days))","status":"open",
                 "gewijzigdOp":"\(at.rfc3339)"\(explanation)}
                """
            return Push(at: at) { id, now in try CasePush.whole(Array(body.utf8), caseID: id, at: now) }
        }

        func status(
            _ daysAgo: Int, _ id: String, _ title: String, _ text: String?, state: String? = nil,
            step: String? = nil, until days: Int = 0
        ) -> Push {
            let at = moment(daysAgo)
            let explanation = text.map { #","toelichting":"\#($0)""# } ?? ""
            let state = state.map { #","status":"\#($0)""# } ?? ""
            let todo =
                step.map {
                    #","stapVoorU":{"omschrijving":"\#($0)","uiterlijk":"\#(day(days))"}"#
                } ?? ""
            let body = """
                {"statusId":"\(id)","tijdstip":"\(at.rfc3339)",
                 "omschrijving":"\(title)"\(explanation)\(state)\(todo)}
                """
            return Push(at: at) { caseID, now in
                try CasePush.status(Array(body.utf8), caseID: caseID, at: now)
            }
        }
    }
}
