public import SQL

extension Organisation {
    /// The names of organisations by their numbers; of one that is not registered there is none.
    public static func names(
        of numbers: Set<OIN>, in transaction: any Transaction
    ) throws -> [OIN: String] {
        let wanted = numbers.sorted { $0.digits < $1.digits }
        var names: [OIN: String] = [:]
        for start in stride(from: 0, to: wanted.count, by: Statement.listLimit) {
            let part = Array(wanted[start..<min(start + Statement.listLimit, wanted.count)])
            try transaction.visit("SELECT oin, name FROM organisation WHERE oin IN (\(list: part))") { row in
                names[try row.next()] = try row.next(String.self)
            }
        }
        return names
    }
}
