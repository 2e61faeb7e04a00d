import NIOSSL

/// Who this program is to a server that asks for a certificate, and whom it trusts to be that server.
public struct OutboundIdentity: Sendable {
    private let certificates: [NIOSSLCertificate]
    private let key: NIOSSLPrivateKey?
    private let trusted: [NIOSSLCertificate]

    public struct Unusable: Error, CustomStringConvertible {
        let reason: String
        public var description: String { reason }
    }

    /// Reads the files, all PEM.
    ///
    /// - Parameters:
    ///   - certificateFile: the certificate and its chain; nil to show none.
    ///   - keyFile: the key of the certificate.
    ///   - trustFile: the authorities that the server's certificate may come from; nil for those of
    /// the machine.
    public init(certificateFile: String?, keyFile: String?, trustFile: String?) throws(Unusable) {
        do {
            certificates = try certificateFile.map { try NIOSSLCertificate.fromPEMFile($0) } ?? []
            key = try keyFile.map { try NIOSSLPrivateKey(file: $0, format: .pem) }
            trusted = try trustFile.map { try NIOSSLCertificate.fromPEMFile($0) } ?? []
        } catch {
            throw Unusable(reason: "a certificate or key is no PEM that can be read")
        }
    }

    var configuration: TLSConfiguration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        tls.certificateChain = certificates.map { .certificate($0) }
        tls.privateKey = key.map { .privateKey($0) }
        if !trusted.isEmpty { tls.trustRoots = .certificates(trusted) }
        return tls
    }
}
