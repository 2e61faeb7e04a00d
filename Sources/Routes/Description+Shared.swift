import HTTPTypes
import OpenAPI

extension Endpoint {
    /// The same endpoint, told of in the published description.
    public func described(_ description: Description) -> Endpoint {
        var endpoint = self
        endpoint.description = description
        return endpoint
    }

    /// The problems that a call may meet: those of its own, and those that follow from who may use it and
    /// what it takes. Empty where there is no description.
    public var problems: [Problem.Kind] {
        guard let description else { return [] }
        var kinds: [Problem.Kind] = [.invalidInput, .notAcceptable, .internalError, .busy, .unavailable]
        switch access {
        case .anyone: break
        case .citizen:
            kinds += [.notSignedIn, .notAllowed, .invalidToken, .expiredToken, .termsNotAccepted]
        case .newcomer, .staff, .supplier, .employee:
            kinds += [.notSignedIn, .notAllowed, .invalidToken, .expiredToken]
        case .organisation:
            kinds += [
                .notSignedIn, .notAllowed, .invalidToken, .expiredToken, .invalidCertificate,
                .unknownOrganisation,
            ]
        }
        if !isForSystems, method != .get { kinds.append(.foreignForm) }
        if !description.body.isEmpty {
            kinds += [.unsupportedMediaType, .tooLarge, .incompleteBody]
            if description.body.contains(where: { $0.mediaType.hasSuffix("json") }) {
                kinds.append(.malformedJSON)
            }
        }
        if description.condition == .onChanging { kinds += [.versionDiffers, .versionMissing] }
        return Array(Set(kinds + description.problems)).sorted { $0.rawValue < $1.rawValue }
    }

    /// The media types of its answers when all goes well.
    var answeredMediaTypes: [String] {
        description?.answers.flatMap { $0.contents.map(\.mediaType) } ?? []
    }
}
