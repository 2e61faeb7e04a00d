import CivilTime
import MessageBox
import WebPush

extension Problem {
    /// A device that is not added, or not there.
    init(_ error: DeviceError) {
        switch error {
        case .address(let fault):
            self.init(
                .invalidInput, "Op dit adres kunnen geen meldingen worden bezorgd.",
                faults: [Fault(path: "endpoint", reason: "\(fault)")])
        case .keys(let fault):
            let path = fault == .secret ? "keys.auth" : "keys.p256dh"
            self.init(
                .invalidInput, "Met deze sleutels kan geen melding worden versleuteld.",
                faults: [Fault(path: path, reason: "\(fault)")])
        case .label(let limit):
            self.init(
                .invalidInput, "De naam van het apparaat klopt niet.",
                faults: [Fault(path: "naam", reason: "is niet 1 tot \(limit) tekens")])
        case .tooMany(let limit):
            self.init(
                .tooManyDevices, "U hebt al \(Dutch.text(limit)) apparaten. Verwijder er eerst een.")
        case .noBox, .noSuchDevice: self.init(.notFound)
        }
    }
}
