import CivilTime
import SQL

/// Ids are in order of time, so a moment is a place among them. As bytes, since no id is the first or the
/// last.
func firstID(at moment: Instant) -> [UInt8] {
    let milliseconds = UInt64(max(0, moment.microseconds / 1_000))
    return (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * UInt64($0))) }
}

/// Where a page from newest to oldest begins: before the id given, or after every id there is.
func end<Entity>(_ before: Identifier<Entity>?) -> [UInt8] {
    before?.bytes ?? Array(repeating: 0xff, count: 16)
}
