import AgreementFiles
import Testing

/// An agreement with one of everything that a clause can set, to be spoilt in one place.
enum SmallAgreement {
    static func file(_ from: String = "", _ to: String = "") throws -> AgreementFile {
        try AgreementFile(name: "small.yaml", text: from.isEmpty ? text : changed(from, to))
    }

    /// The text with its first `from` replaced.
    static func changed(_ from: String, _ to: String) throws -> String {
        let parts = text.split(separator: from, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "'\(from)' stands in the text")
        return parts.joined(separator: to)
    }

    /// What is wrong after a change.
    static func problems(_ from: String, _ to: String) throws -> [AgreementFileError.Problem] {
        AgreementFilesTests.problems(of: try changed(from, to))
    }

    static let text = """
        agreement: klein
        title: Kleine afspraak
        edition: "1"
        document:
          kind: SNO
          set: klein
          level: service
          rank: 1
        valid_from: 2026-01-01
        holds_until_replaced: true
        parties:
          - key: gever
            name: Gever
            side: provider
          - key: nemer
            name: Nemer
            side: customer
        clauses:
          - id: KL-01
            paragraph: "1"
            title: Werkdagen
            party: gever
            calendar:
              key: werkdagen
              title: Werkdagen
              days: ma-vr
              holidays:
                - name: Koningsdag
                  day: 27 april
                  on_sunday: day_before
                - name: Bevrijdingsdag
                  day: 5 mei
                  every: 5 jaar
                  from: 2000
                - name: Tweede paasdag
                  easter: 1
              deviating_days:
                - date: 2026-05-15
                  title: Brugdag
                  hours: closed
                - date: 2026-12-24
                  title: Kerstavond
                  hours: 08:30-12:00 + 13:00-16:00
            service_windows:
              - key: kantoor
                title: Kantoor
                audience: customers
                calendar: werkdagen
                hours: 08:30-18:00
              - key: piket
                title: Piket
                audience: customers
                production: ma,wo 17:00-20:00; za 10:00-14:00
                preproduction: none
                attended: false
            maintenance_windows:
              - key: portaal
                title: Portaal
                every: 2e woensdag van de maand
                hours: 00:00-06:00
                downtime: allowed
              - key: nacht
                title: Nacht
                every: werkdag
                calendar: werkdagen
                production: 22:00-02:00
                downtime: none
              - key: jaarplan
                title: Jaarplan
                every: volgens jaarplan
                dates: [2026-03-05]
                hours: whole
                downtime: allowed
              - key: los
                title: Los
                every: na aankondiging
                on: za,zo
                hours: whole
                downtime: allowed
          - id: KL-02
            paragraph: "2"
            title: Prioriteiten
            party: gever
            roles:
              - key: balie
                title: Balie
                party: gever
              - key: melder
                title: Melder
                party: nemer
                designated: true
                by_turn: true
            priorities:
              - number: 1
                title: Hoog
                means: Niets werkt
              - number: 2
                title: Laag
            priority_matrix:
              impact:
                - key: high
                  title: Hoog
                - key: low
                  title: Laag
              urgency:
                - key: high
                  title: Hoog
                - key: low
                  title: Laag
              rows:
                high: [1, 2]
                low: [2, 2]
            fixed_priorities:
              - environment: test
                priority: 2
          - id: KL-03
            paragraph: "3"
            title: Afhandeling
            party: gever
            about: handling
            prevails: true
            applies_to: [nemer]
            norms:
              - kind: handling
                text: Oplossen
                process: disturbance
                term: resolution
                priority: 1
                at_most: 6 klokuren
                share: 85 %
                starts: kantoor
                warn_at: [50 %]
                warn_before: [1 uur]
                counter_clock: nemer
                counter_window: kantoor
                counter_except: [gever]
              - kind: handling
                text: Per cel
                process: disturbance
                term: reaction
                per_cell:
                  high: [2 werkuren, 1 werkdag]
                  low: [10 dagen van 8 werkuren, in overleg]
                operator: less_than
                window: kantoor
              - kind: capacity
                text: Nacht
                flow: subscriptions_all
                maximum: 225
                per: service_window
                window: piket
                excess: next_window
              - kind: share
                text: Afgebroken
                of: abandoned_calls
                at_most: 3 %
              - kind: answer_time
                text: Aannemen
                of: calls
                at_most: 20 s
                share: 80 %
              - kind: mean
                text: Tevredenheid
                of: satisfaction_phone
                more_than: 7,5
                scale: 10
              - kind: number
                text: Releases
                of: releases
                at_most: 4
                per: jaar
                standing: target
              - kind: length
                text: Verlies
                of: data_loss
                at_most: 0 min
              - kind: forecast
                text: Prognose
                party: nemer
                horizon: 6 kwartalen
                renewed: maand
                deviation: 10 %
                judged: [messages, size]
                spread: last_year
                liability: month
              - kind: availability
                text: Open
                at_least: 99 %
                environment: production
                functions:
                  - key: portal
                    title: Portaal
                windows: [portaal]
                window: kantoor
                seen_by: disturbances
                process: disturbance
                term: resolution
                priority: 1
                moved_maintenance: verzet
              - kind: order
                text: Volgorde
                flow: notifications
              - kind: term
                text: Termijn
                flow: notifications
                at_most: 24 uur
              - kind: response_time
                text: Antwoordtijd
                interface: broker
                share: 95 %
                less_than: 6 s
                standing: target
              - kind: size
                text: Bijlagen
                at_most: 512.000 bytes
              - kind: design_load
                text: Belasting
                share: 95 %
              - kind: reoffer
                text: Opnieuw aanbieden
                until: 6 dagen
              - kind: redelivery
                text: Opnieuw aanleveren
                within: 24 uur
                arrives_once: true
            notices:
              - key: verzet
                text: Verzetten
                party: gever
                to: [nemer, melder]
                at_least: 10 werkdagen
                calendar: werkdagen
                late: counts_as_outage
            plans:
              - key: plan
                text: Keten
                process: disturbance
                ask_at_least: 2 weken
                steps: [reaction, resolution]
                settled_at_least: 4 dagen
          - id: KL-04
            paragraph: "4"
            title: Organisatie
            party: gever
            text: Partijen overleggen.
            documents:
              - title: DVO
                level: general
                optional: true
            escalations:
              - key: ladder
                title: Alles
                about: [disturbance]
                levels:
                  - [balie, melder]
                  - [balie]
                first_consult: true
            meetings:
              - key: overleg
                title: Overleg
                every: maand
                members: [balie]
                agenda: [Cijfers]
                decides: [Wijzigingen]
            reports:
              - key: rapport
                title: Rapport
                every: kwartaal
                by: [balie]
                to: [overleg, melder]
                contents: [Cijfers]
                clauses: [KL-03]
            communications:
              - key: p1
                when: Bij prioriteit 1
                process: [disturbance]
                by: [balie]
                to: [melder]
                how: [phone, mail]
                may_be_withheld: true
            duties:
              - text: Uitwijktest
                party: gever
                every: jaar
                before: 1 september
                in_quarter: 1
                report_within: 2 weken
                keep: 18 maanden
            exclusions:
              - cause: internet
                text: Internet
            processes:
              - type: disturbance
                roles:
                  reporter: [melder]
                  desk: [balie]
                form:
                  - key: nummer
                    title: Nummer
                    type: text
                    help: Het nummer van de melding.

        """
}
