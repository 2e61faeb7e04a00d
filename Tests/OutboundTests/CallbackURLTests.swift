import Testing

@testable import Outbound

@Suite struct CallbackURLTests {
    private static func fault(_ text: String, _ reach: Reach = .publicOnly) -> CallbackURL.Fault? {
        do throws(CallbackURL.Fault) {
            _ = try CallbackURL(text, within: reach)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        "https://ontvanger.example/berichten?sleutel=a%20b", "https://ontvanger.example",
        "https://8.8.8.8:8443/",
        "https://[2a00:1450:400e::1]/x", "HTTPS://Ontvanger.Example/Pad", "https://xn--bcher-kva.example/",
    ])
    func `a public https address is taken`(_ text: String) {
        #expect(Self.fault(text) == nil)
    }

    @Test func `scheme and host are read in lower case, the path as it is`() throws {
        let url = try CallbackURL("HTTPS://Ontvanger.Example:443/Pad", within: .publicOnly)
        #expect(url.text == "https://ontvanger.example:443/Pad")
        #expect(url.host == "ontvanger.example")
    }

    @Test(arguments: [
        "", "ontvanger.example", "ftp://ontvanger.example/", "https://", "https:///pad",
        "https://ontvanger.example:0/", "https://ontvanger.example:65536/", "https://ontvanger.example:+1/",
        "https://ontvanger.example:/", "https://een twee/", "https://ontvanger.example/#deel",
        "https://ontvanger.example\\@8.8.8.8/", "https://[fe80::1/", "https://[8.8.8.8]/",
        "https://ont_vanger/",
        "https://ontvanger%2eexample/", "https://ontvángst.example/",
    ])
    func `what could be read in two ways is no address`(_ text: String) {
        #expect(Self.fault(text) == .malformed)
    }

    @Test func `an address is not longer than others take`() {
        let start = "https://ontvanger.example/"
        let longest = start + String(repeating: "a", count: CallbackURL.bytesLimit - start.utf8.count)
        #expect(Self.fault(longest) == nil)
        #expect(Self.fault(longest + "a") == .malformed)
    }

    @Test func `a user or password is not taken along`() {
        #expect(Self.fault("https://naam:woord@ontvanger.example/") == .credentials)
    }

    @Test func `without TLS only this machine is called, where that is allowed`() {
        #expect(Self.fault("http://ontvanger.example/") == .notSecure)
        #expect(Self.fault("http://ontvanger.example/", .loopback) == .notSecure)
        #expect(Self.fault("http://127.0.0.1:8080/") == .notSecure)
        #expect(Self.fault("http://127.0.0.1:8080/", .loopback) == nil)
        #expect(Self.fault("http://localhost/", .loopback) == nil)
        #expect(Self.fault("http://10.0.0.1/", .privateNetworks) == .notSecure)
    }

    @Test(arguments: [
        "127.0.0.1", "127.255.0.1", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1",
        "169.254.169.254", "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "[::1]",
        "[::]",
        "[fe80::1]", "[fc00::1]", "[fd12::1]", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[64:ff9b::a00:1]",
        "[2001:db8::1]", "[2002:a00:1::]", "[2001::1]", "[ff02::1]", "localhost", "LOCALHOST",
    ])
    func `what outsiders cannot reach is not called for them`(_ host: String) {
        #expect(Self.fault("https://\(host)/") == .forbidden)
    }

    @Test(arguments: ["172.15.255.255", "172.32.0.1", "100.63.0.1", "100.128.0.1", "169.253.0.1", "11.0.0.1"])
    func `the neighbours of special ranges are public`(_ host: String) {
        #expect(Self.fault("https://\(host)/") == nil)
    }

    @Test func `a private network can be allowed, a link-local address never`() {
        #expect(Self.fault("https://10.0.0.1/", .privateNetworks) == nil)
        #expect(Self.fault("https://[fd12::1]/", .privateNetworks) == nil)
        #expect(Self.fault("https://127.0.0.1/", .privateNetworks) == .forbidden)
        for reach in Reach.allCases {
            #expect(Self.fault("https://169.254.169.254/", reach) == .forbidden)
        }
    }

    /// `127.1` is a name to this product, and the system reads it as 127.0.0.1: as a name whose owner points
    /// it at this machine.
    @Test func `a name is judged by the address it leads to when it is called`() async throws {
        let url = try CallbackURL("https://127.1/", within: .publicOnly)
        await #expect(throws: OutboundError.forbidden) {
            try await OutboundClient.pinned(to: url, within: .publicOnly, limits: OutboundLimits())
        }
        let client = try await OutboundClient.pinned(to: url, within: .loopback, limits: OutboundLimits())
        try await client.close()
    }
}
