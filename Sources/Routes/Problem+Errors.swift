import Hummingbird
import Identity
import MessageBox
import PersonalData
import RunningCases
import SQL

extension Problem {
    /// The problem that an error of a lower level becomes; the one place where domain errors meet HTTP.
    init(answering error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as ClientError: self = Problem(error)
        case let error as WorkSignInError: self = Problem(error)
        case let error as MessageTypeError: self = Problem(error)
        case let error as DeliveryError: self = Problem(error)
        case let error as RequestError: self = Problem(error)
        case let error as IdempotencyError: self = Problem(error)
        case let error as DeviceError: self = Problem(error)
        case let error as MailboxError: self = Problem(error)
        case let error as PreferenceError: self = Problem(error)
        case let error as RunningCaseError: self = Problem(error)
        case is NoSuchCase, is NobodyKnown: self = Problem(.notFound)
        case is EmailError: self = Problem(.invalidInput)
        case is RehearsedFault:
            self = Problem(
                .unavailable, "Dit is de storing die een testburger van preproductie altijd geeft.",
                retryAfterSeconds: Self.retrySeconds)
        case let error as SQLError: self = Problem(error)
        case let error as any HTTPResponseError: self = Problem(framework: error)
        default: self = Problem(.internalError, cause: "\(type(of: error)): \(error)")
        }
    }

    private init(_ error: ClientError) {
        switch error {
        case .unknownClient, .assertion, .keySet: self.init(.invalidClient, "\(error)")
        case .scope: self.init(.invalidScope, "\(error)")
        case .token: self.init(.invalidToken, "Dit token is hier niet geldig. Vraag een nieuw token aan.")
        case .expiredToken: self.init(.expiredToken, "Dit token is verlopen. Vraag een nieuw token aan.")
        case .certificate: self.init(.invalidCertificate, "\(error)")
        case .unknownOrganisation(let oin):
            self.init(.unknownOrganisation, "De organisatie met OIN \(oin) is hier niet geregistreerd.")
        }
    }

    private init(_ error: WorkSignInError) {
        switch error {
        case .unknownOrganisation(let oin): self.init(ClientError.unknownOrganisation(oin))
        case .noRole: self.init(.notAllowed, "Deze rol geeft hier geen toegang.")
        }
    }

    private init(_ error: PreferenceError) {
        switch error {
        case .noBox: self.init(.notFound)
        case .changedElsewhere: self.init(.versionDiffers)
        case .unknownOrganisation:
            self.init(
                .invalidInput, "Er is geen organisatie met deze OIN die berichten stuurt.",
                faults: [Fault(path: "organisaties", reason: "een OIN is hier niet bekend")])
        case .unknownType:
            self.init(
                .invalidInput, "Deze organisatie heeft dit berichttype niet.",
                faults: [Fault(path: "berichttypes", reason: "een code is hier niet bekend")])
        }
    }

    private init(_ error: MailboxError) {
        var faults: [Fault] = []
        let kind: Kind
        switch error {
        case .noBox, .noSuchMessage, .noSuchAttachment, .noSuchFolder: kind = .notFound
        case .folderNameTaken: kind = .folderNameTaken
        case .tooManyFolders: kind = .tooManyFolders
        case .notInBin: kind = .notInBin
        case .nothingToUndo: kind = .nothingToUndo
        case .changedMeanwhile: kind = .versionDiffers
        case .selectionSize:
            kind = .invalidInput
            faults = [Fault(path: "berichten", reason: "1 tot en met \(Mailbox.selectionLimit)")]
        }
        self.init(kind, faults: faults)
    }

    private init(_ error: SQLError) {
        switch error {
        case .contention, .unavailable:
            self.init(.unavailable, retryAfterSeconds: Self.retrySeconds, cause: "\(error)")
        default:
            self.init(.internalError, cause: "\(error)")
        }
    }

    /// How soon a caller may come back when the database is busy or away, or the disk full.
    static let retrySeconds = 5

    private init(framework error: any HTTPResponseError) {
        switch error.status {
        case .contentTooLarge: self.init(.tooLarge)
        case .notFound: self.init(.notFound)
        case .badRequest: self.init(.incompleteBody)
        default: self.init(.internalError, cause: "\(error)")
        }
    }
}
