/// Where calls to addresses that others gave may lead. Public addresses are always within it.
///
/// Addresses that only mean something on the network itself (link-local, where clouds keep their secrets,
/// multicast, reserved ranges) are never within it.
public enum Reach: String, CaseIterable, Sendable {
    /// Nothing but public addresses.
    case publicOnly = "public"
    /// Also this machine, there also without TLS: for the worked example and for trying out.
    case loopback
    /// Also private networks, for an installation whose afnemers are on one.
    case privateNetworks = "private"
}

extension Reach {
    func admits(_ address: HostAddress) -> Bool {
        switch address.kind {
        case .open: true
        case .loopback: self == .loopback
        case .privateNetwork: self == .privateNetworks
        case .reserved: false
        }
    }
}
