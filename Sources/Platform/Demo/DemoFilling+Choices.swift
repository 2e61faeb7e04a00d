import CivilTime
import Identity
import MessageBox
import Outbound
import SQL

extension DemoFilling {
    /// What some of the cast chose: to be told once a day, and only about some kinds of message.
    func makeChoices(_ organisations: [Organisation], at start: Instant) async throws {
        try await settings(of: DemoCast.toldDaily).change(
            .init(pace: .daily(hour: DemoCast.dailyHour)), expecting: nil, at: start)
        let (organisation, type) = DemoCast.declinedType
        let chooser = try await settings(of: DemoCast.toldDaily)
        let revision = try await chooser.overview(at: start).preferences.organisations
            .first { $0.organisation.oin == organisations[organisation].oin }?.revision
        try await chooser.change(
            [PreferenceWish(organisation: organisations[organisation].oin, wants: nil, types: [type: .no])],
            expecting: .organisation(revision ?? 0), at: start)
    }

    /// Lets time go by, with what happens at fixed hours: reminders, and the mail that comes once a day.
    func pass(_ clock: DemoClock, to end: Instant) async throws {
        var day = clock.now().localDate
        while day <= end.localDate {
            for hour in [DemoCast.reminderHour, DemoCast.dailyHour] {
                guard let time = TimeOfDay(hour: hour, minute: 0) else { continue }
                let moment = Instant(LocalTime(date: day, time: time))
                guard clock.now() < moment, moment < end else { continue }
                clock.set(moment)
                try await Reminder.queueDue(facilities: installation.facilities, at: moment)
                try await work(clock)
            }
            day = day.advanced(byDays: 1)
        }
        clock.set(end)
        try await work(clock)
    }

    /// The mailbox of one of the cast was given up some days ago.
    func loseAddress() async throws {
        let lostAt = asOf.advanced(bySeconds: -DemoCast.lostDays * 86_400)
        let email = try await settings(of: DemoCast.unreachable).overview(at: lostAt).contact.email
        guard let email else { return }
        try await Bounce.permanent.note(of: email.id, facilities: installation.facilities, at: lostAt)
    }

    /// One of the cast has a computer that is told, and a phone that is not reached any more. Their push
    /// service has a name that leads nowhere (RFC 2606): nobody outside hears of a demo.
    func addDevices() async throws {
        let owner = try await person(DemoCast.toldDaily).id
        let devices = Devices(of: owner, facilities: installation.facilities)
        for (days, name) in DemoCast.devices {
            let device = try NewDevice(
                endpoint: "https://push.example/\(days)", p256dh: DemoCast.deviceKeys.p256dh,
                auth: DemoCast.deviceKeys.auth, label: name, within: .publicOnly)
            _ = try await devices.add(device, at: asOf.advanced(bySeconds: -days * 86_400))
        }
        let phone = try await devices.list(at: asOf).first
        let lostAt = asOf.advanced(bySeconds: -DemoCast.lostDays * 86_400)
        try await installation.database.write { transaction in
            if let phone { try Device.noteGone(phone.id, in: transaction, at: lostAt) }
        }
    }

    private func settings(of citizen: BSN) async throws -> PersonalSettings {
        PersonalSettings(of: try await person(citizen).id, facilities: installation.facilities)
    }

    private func person(_ citizen: BSN) async throws -> Person {
        let keys = installation.keys
        let person = try await installation.database.read { try Person.find(citizen, keys: keys, in: $0) }
        guard let person else { preconditionFailure("the cast is there") }
        return person
    }
}
