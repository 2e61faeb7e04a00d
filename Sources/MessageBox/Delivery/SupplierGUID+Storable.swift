public import SQL

/// Stored as the supplier sent it; what is compared has a column of its own.
extension SupplierGUID: Storable {
    public var value: Value { .text(text) }

    public init?(value: Value) {
        guard case .text(let stored) = value else { return nil }
        self.init(stored)
    }
}

extension ProcessingCode: Storable {}
extension Stage: Storable {}
