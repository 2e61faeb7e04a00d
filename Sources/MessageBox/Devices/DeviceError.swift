public import Outbound
public import WebPush

/// Why a device is not added, or not there.
public enum DeviceError: Error, Equatable, Sendable {
    /// The address of the push service is none that is called from here.
    case address(CallbackURL.Fault)
    case keys(WebPushError)
    /// No name, or a longer one than the limit in characters.
    case label(limit: Int)
    /// The person has as many as there may be.
    case tooMany(limit: Int)
    case noBox
    case noSuchDevice
}
