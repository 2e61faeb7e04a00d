import Crypto

extension AgreementFile {
    /// SHA-256 of the text, by which a version is known once it is published.
    public var hash: [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }
}
