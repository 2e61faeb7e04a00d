public import CivilTime
import Crypto
// The dates of a certificate are `Date`, which lives in FoundationEssentials on Linux.
import FoundationEssentials
import SwiftASN1
import X509

/// The certificate by which an organisation's system shows who it is (mutual TLS; Digikoppeling,
/// PKIoverheid).
///
/// The chain is checked where TLS ends; here it is read.
public struct ClientCertificate: Sendable {
    /// The OIN in the subject's `serialNumber`.
    public let oin: OIN
    /// The last moment at which it is good.
    public let expiresAt: Instant
    /// SHA-256 of the certificate as it was shown.
    let fingerprint: [UInt8]

    public init(der: [UInt8]) throws(ClientError) {
        let certificate: Certificate
        do {
            certificate = try Certificate(derEncoded: der)
        } catch {
            throw .certificate("it is no X.509 certificate")
        }
        guard let oin = Self.serialNumber(in: certificate.subject).flatMap(OIN.init) else {
            throw .certificate("its subject has no serialNumber with an OIN of 20 digits")
        }
        self.oin = oin
        expiresAt = Instant(seconds: Int64(certificate.notValidAfter.timeIntervalSince1970))
        fingerprint = Array(SHA256.hash(data: der))
    }

    /// `serialNumber` of the subject (X.520, 2.5.4.5), which is not the serial number of the certificate.
    private static let serialNumberAttribute: ASN1ObjectIdentifier = [2, 5, 4, 5]

    private static func serialNumber(in subject: DistinguishedName) -> String? {
        for name in subject {
            for attribute in name where attribute.type == serialNumberAttribute {
                return String(attribute.value)
            }
        }
        return nil
    }
}
