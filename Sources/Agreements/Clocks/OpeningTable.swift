/// What is compiled of one window.
///
/// A class, so that thousands of clocks hold one table without counting references to each of its arrays.
final class OpeningTable: Sendable {
    let openTime: OpenTime
    let closings: Closings
    let days: OpeningDays

    init(openTime: OpenTime, closings: Closings, days: OpeningDays) {
        self.openTime = openTime
        self.closings = closings
        self.days = days
    }
}
