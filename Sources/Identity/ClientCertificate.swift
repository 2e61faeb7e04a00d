import SwiftASN1
import X509

/// The certificate by which an organisation's system shows who it is (mutual TLS; Digikoppeling,
/// PKIoverheid).
///
/// The chain is checked where TLS ends; here it is read.
public struct ClientCertificate: Sendable {
    /// The OIN in the subject's `serialNumber`.
    public let oin: OIN

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
