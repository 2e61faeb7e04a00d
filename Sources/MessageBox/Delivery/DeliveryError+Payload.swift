import Blobs

extension DeliveryError {
    /// What a payload that could not be written means for the delivery: nothing of it is kept, it may come
    /// again. Other failures stay what they are.
    static func orItself(_ error: any Error) -> any Error {
        guard case BlobError.cannotWrite = error else { return error }
        return DeliveryError.cannotBeKept(cause: "\(error)")
    }
}
