import Glibc

/// An IP address, to judge where it leads.
struct HostAddress: Hashable {
    enum Kind { case open, loopback, privateNetwork, reserved }

    /// Four of version 4, sixteen of version 6.
    private let bytes: [UInt8]

    /// Nil for anything but the usual notation of one address; `127.1` and the like are names to resolve.
    init?(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            bytes = withUnsafeBytes(of: &six) { Array($0) }
        } else {
            return nil
        }
    }

    var kind: Kind {
        if bytes.count == 4 { return Self.kind(four: bytes) }
        // An address of version 4 in the form of version 6 leads where that one does.
        if bytes[..<12] == Self.mapped { return Self.kind(four: Array(bytes[12...])) }
        if bytes == Self.loopback { return .loopback }
        // fc00::/7, unique local addresses (RFC 4193).
        if bytes[0] & 0xfe == 0xfc { return .privateNetwork }
        // Only 2000::/3 is global, less what leads elsewhere: tunnels, documentation (RFC 6890, 9637).
        let isGlobal = bytes[0] & 0xe0 == 0x20
        let isApart = Self.apart.contains { bytes.starts(with: $0) } || Self.isSpecial(bytes)
        return isGlobal && !isApart ? .open : .reserved
    }

    private static let mapped: ArraySlice<UInt8> = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff]
    private static let loopback: [UInt8] = Array(repeating: 0, count: 15) + [1]
    /// Documentation, and 6to4, which holds an address of version 4.
    private static let apart: [[UInt8]] = [[0x20, 0x01, 0x0d, 0xb8], [0x20, 0x02]]

    /// 2001::/23, with Teredo among it, and 3fff::/20.
    private static func isSpecial(_ bytes: [UInt8]) -> Bool {
        bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] < 2
            || bytes[0] == 0x3f && bytes[1] == 0xff && bytes[2] < 0x10
    }

    /// The registry of special addresses (RFC 6890).
    private static func kind(four bytes: [UInt8]) -> Kind {
        switch (bytes[0], bytes[1], bytes[2]) {
        case (127, _, _): .loopback
        case (10, _, _), (172, 16...31, _), (192, 168, _), (100, 64...127, _): .privateNetwork
        case (0, _, _), (169, 254, _), (224...255, _, _): .reserved
        case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _), (198, 51, 100), (203, 0, 113):
            .reserved
        default: .open
        }
    }
}
