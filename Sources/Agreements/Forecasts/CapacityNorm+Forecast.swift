import CivilTime

extension CapacityNorm {
    /// The windows of a month for which more is expected than the maximum; those of any 24 hours do not
    /// overlap.
    func conflicts(of messages: Int, _ spread: HourlySpread) -> [(start: Instant, expected: Int)] {
        guard messages > 0 else { return [] }
        switch per {
        case .second: return hourly(messages, spread, secondsPerHour: 3_600)
        case .clockHour: return hourly(messages, spread, secondsPerHour: 1)
        case .calendarDay: return daily(messages, spread)
        case .any24Hours: return rolling(messages, spread)
        case .serviceWindow: return []
        }
    }

    /// An hour at a time; a maximum per second is held against the even flow of the hour.
    private func hourly(
        _ messages: Int, _ spread: HourlySpread, secondsPerHour: Int
    ) -> [(start: Instant, expected: Int)] {
        spread.hours.compactMap { hour in
            excess(of: messages, weighing: hour.weight, of: spread.total * secondsPerHour)
                .map { (hour.start, $0) }
        }
    }

    private func daily(_ messages: Int, _ spread: HourlySpread) -> [(start: Instant, expected: Int)] {
        var days: [(start: Instant, weight: Int)] = []
        for hour in spread.hours {
            let start = Instant(startOf: hour.start.localDate)
            if let last = days.last, last.start == start {
                days[days.count - 1].weight += hour.weight
            } else {
                days.append((start, hour.weight))
            }
        }
        return days.compactMap { day in
            excess(of: messages, weighing: day.weight, of: spread.total).map { (day.start, $0) }
        }
    }

    private func rolling(_ messages: Int, _ spread: HourlySpread) -> [(start: Instant, expected: Int)] {
        var found: [(start: Instant, expected: Int)] = []
        var index = 0
        while index < spread.hours.count {
            let window = spread.hours[index..<min(index + 24, spread.hours.count)]
            let weight = window.reduce(0) { $0 + $1.weight }
            if let expected = excess(of: messages, weighing: weight, of: spread.total) {
                found.append((spread.hours[index].start, expected))
                index += 24
            } else {
                index += 1
            }
        }
        return found
    }

    /// The number expected, rounded up, where it passes the maximum: compared in 128 bits.
    private func excess(of messages: Int, weighing weight: Int, of total: Int) -> Int? {
        guard weight > 0, Fraction(weight, of: total) > Fraction(maximum, of: messages) else { return nil }
        let product = messages.multipliedFullWidth(by: weight)
        let (quotient, remainder) = total.dividingFullWidth(product)
        return remainder > 0 ? quotient + 1 : quotient
    }
}
