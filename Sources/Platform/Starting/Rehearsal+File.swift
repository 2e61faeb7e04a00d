import AgreementFiles
import Identity
import MessageBox

extension Rehearsal {
    /// Reads `test-citizens.yaml` of the folder of policies; a number that is none, or a behaviour that does
    /// not exist, is refused by name.
    init(policies folder: String) throws {
        let path = "\(folder)/test-citizens.yaml"
        let file = try TestCitizenFile(text: try FileSystem.text(path), name: path)
        self.init(citizens: try file.citizens.map { try TestCitizen($0, path: path) })
    }
}

extension TestCitizen {
    fileprivate init(_ entry: TestCitizenFile.Entry, path: String) throws {
        guard entry.bsn.hasPrefix(Self.testPrefix), let bsn = BSN(entry.bsn) else {
            throw SettingsError.invalid(
                key: path,
                reason: "'\(entry.bsn)' is no test number: nine digits from 9999, passing the elfproef")
        }
        self.init(bsn: bsn, name: entry.name, behaviour: try Behaviour(entry, path: path))
    }

    /// Numbers that are given to nobody.
    private static let testPrefix = "9999"
}

extension TestCitizen.Behaviour {
    fileprivate init(_ entry: TestCitizenFile.Entry, path: String) throws {
        switch entry.behaviour {
        case "receives": self = .receives
        case "without-box": self = .withoutBox
        case "not-subscribed": self = .notSubscribed
        case "suspended": self = .suspended
        case "unknown-type": self = .unknownType
        case "slow-answer": self = .slowAnswer(try TestCitizen.Wait(entry, path: path))
        case "no-answer": self = .noAnswer(try TestCitizen.Wait(entry, path: path))
        case "fault": self = .fault
        default:
            throw SettingsError.invalid(
                key: path, reason: "there is no behaviour '\(entry.behaviour)' for a test citizen")
        }
    }
}

extension TestCitizen.Wait {
    /// Longer than any client should wait, short enough to free the connection the same day.
    private static let validationLimit = 1...600
    private static let reportLimit = 1...(7 * 86_400)

    fileprivate init(_ entry: TestCitizenFile.Entry, path: String) throws {
        guard let validation = entry.validationSeconds, Self.validationLimit.contains(validation),
            let report = entry.reportSeconds, Self.reportLimit.contains(report)
        else {
            throw SettingsError.invalid(
                key: path,
                reason: "'\(entry.behaviour)' needs validation_seconds (1 to 600) and report_seconds (1 to "
                    + "604800)")
        }
        self.init(validationSeconds: validation, reportSeconds: report)
    }
}
