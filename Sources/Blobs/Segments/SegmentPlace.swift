/// Which segment: shelves count their own.
struct SegmentPlace: Hashable, Sendable {
    let shelf: Shelf
    let number: Int

    var fileName: String { "\(shelf.name)-\(number).segment" }
}

extension SegmentPlace {
    init?(fileName: String) {
        guard fileName.hasSuffix(".segment") else { return nil }
        let parts = fileName.dropLast(".segment".count).split(separator: "-")
        guard parts.count == 2, let shelf = Shelf.allCases.first(where: { $0.name == parts[0] }),
            let number = Int(parts[1])
        else { return nil }
        self.init(shelf: shelf, number: number)
    }
}
