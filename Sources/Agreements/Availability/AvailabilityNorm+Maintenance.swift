import CivilTime

extension AvailabilityNorm {
    /// The time of a month in which maintenance may have downtime: the windows, without those that were
    /// moved, and with the times to which they were moved where that was announced in time (SNO-31).
    ///
    /// A window that began in the month before and runs past midnight counts too.
    func excluded(in month: CivilMonth, moved: [MovedMaintenance]) -> IntervalSet {
        let usual = windows.flatMap { planned($0, in: month, moved: moved).intervals }
        return IntervalSet(usual + moved.filter(isExcluded).map(\.interval))
    }

    /// One window in a month, without what was moved.
    func planned(
        _ window: MaintenanceWindow, in month: CivilMonth, moved: [MovedMaintenance]
    ) -> IntervalSet {
        guard window.allowsDowntime else { return IntervalSet() }
        let usual = [month.previous, month].flatMap { window.intervals(in: $0, environment) }
        let gone = moved.filter { $0.window == window.key }.compactMap { move in
            window.hours[environment]?.interval(on: move.originalDate)
        }
        return IntervalSet(usual).subtracting(IntervalSet(gone))
    }

    /// Whether moved maintenance stays out of the figure. Without a rule on it, it does not.
    func isExcluded(_ move: MovedMaintenance) -> Bool {
        guard windows.contains(where: { $0.key == move.window && $0.allowsDowntime }),
            let rule = movedMaintenance
        else { return false }
        return rule.late == .recorded || judgement(of: move)?.isKept ?? false
    }

    func judgement(of move: MovedMaintenance) -> NoticeJudgement? {
        guard let announcedAt = move.announcedAt else { return nil }
        return movedMaintenance?.judge(announcedAt: announcedAt, for: move.interval.start.localDate)
    }
}
