import Crypto
import Foundation
import Identity
import SwiftASN1
import Testing
import X509

@Suite struct CertificateTests {
    private func der(subject: DistinguishedName, serial: [UInt8] = [1]) throws -> [UInt8] {
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(bytes: serial), publicKey: key.publicKey,
            notValidBefore: Date(timeIntervalSince1970: 1_790_000_000),
            notValidAfter: Date(timeIntervalSince1970: 1_890_000_000), issuer: subject, subject: subject,
            signatureAlgorithm: .ecdsaWithSHA256, extensions: .init(), issuerPrivateKey: key)
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        return serializer.serializedBytes
    }

    private func name(serialNumber: String?) throws -> DistinguishedName {
        var names = [
            RelativeDistinguishedName(
                .init(type: .RDNAttributeType.commonName, utf8String: "test.example"))
        ]
        if let serialNumber {
            names.append(
                RelativeDistinguishedName(
                    try .init(type: [2, 5, 4, 5], printableString: serialNumber)))
        }
        return DistinguishedName(names)
    }

    @Test func `the OIN is the serialNumber of the subject, not the number of the certificate`() throws {
        let bytes = try der(subject: try name(serialNumber: "00000099000000001000"), serial: [9, 9])
        #expect(try ClientCertificate(der: bytes).oin == OIN("00000099000000001000"))
    }

    @Test(arguments: [nil, "1234", "0000009900000000100X"])
    func `a certificate without an OIN is refused`(_ serialNumber: String?) throws {
        let bytes = try der(subject: try name(serialNumber: serialNumber))
        #expect(throws: ClientError.self) { try ClientCertificate(der: bytes) }
    }

    @Test func `what is no certificate is refused`() {
        for bytes in [[], [0x30, 0x00], Array("-----BEGIN CERTIFICATE-----".utf8)] {
            #expect(throws: ClientError.self) { try ClientCertificate(der: bytes) }
        }
    }
}
