public import CivilTime
// JSON has no decoder outside Foundation on this platform.
import FoundationEssentials
import Outbound

extension OpenIDProvider {
    /// Ends a sign-in: checks that the answer is to our question, trades its code, and believes what the
    /// provider signed.
    public func identity(
        from answer: OpenIDAnswer, at now: Instant
    ) async throws(OpenIDError) -> OpenIDIdentity {
        guard let cookie = answer.cookie,
            let attempt = SignInAttempt.open(cookie, keys: keys, at: now),
            attempt.redirectURL == client.redirectURL,
            answer.state == attempt.state || answer.isRefusalWithoutState
        else { throw .notBegun }
        // RFC 9207: an answer of another provider that we know is not taken for this one's.
        if let issuer = answer.issuer, issuer != client.issuer {
            throw .untrusted("the answer is another issuer's")
        }
        if let error = answer.error { throw .denied(Self.code(error)) }
        guard let code = answer.code, (1...Self.codeBytesLimit).contains(code.utf8.count) else {
            throw .untrusted("there is no code")
        }
        let tokens = try await trade(code, attempt, at: now)
        let idToken = try await believed(tokens.idToken, attempt, at: now)
        guard let level = idToken.acr.flatMap(LevelOfAssurance.init), level >= client.leastLevel else {
            throw .levelTooLow
        }
        let claims = try await claims(tokens, of: idToken, at: now)
        return OpenIDIdentity(
            kind: try kind(claims), name: name(claims),
            birthDate: claims.lazy.compactMap { $0.text("birthdate") }.first.flatMap { CivilDate($0) },
            level: level, returnPath: attempt.returnPath, nonceHash: attempt.nonceHash,
            expiresAt: Instant(seconds: attempt.expiresAtSeconds))
    }

    private static let codeBytesLimit = 4_096
    private static let nameScalarsLimit = 200

    /// A code of the standard goes to the log; free text does not.
    private static func code(_ error: String) -> String {
        let isCode = error.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }
        return isCode && error.utf8.count <= 50 ? error : "a code that is none"
    }

    private func believed(
        _ token: String, _ attempt: SignInAttempt, at now: Instant
    ) async throws(OpenIDError) -> IDToken {
        let (algorithm, key) = try IDToken.named(in: token)
        guard PublicKeySet.algorithms.contains(algorithm) else {
            throw .untrusted("the ID token is not signed with PS256, RS256 or ES256")
        }
        let idToken = try await IDToken.verified(token, with: try await directory.key(key, at: now))
        try idToken.check(client: client, nonce: attempt.nonce, at: now)
        return idToken
    }

    private func kind(_ claims: [NamedClaims]) throws(OpenIDError) -> OpenIDIdentity.Kind {
        switch client.claims {
        case .citizens(let number, _, let role):
            let roles = role.map { name in claims.flatMap { $0.list(name) } } ?? []
            if !roles.isEmpty { return .staff(roles: roles) }
            guard let bsn = claims.lazy.compactMap({ $0.text(number) }).first.flatMap({ BSN($0) })
            else { throw .noNumber }
            return .citizen(bsn)
        case .employees(let organisation, let role):
            // Somebody of several organisations chooses one at the provider: here nobody would know for whom
            // they act.
            let named = Set(claims.flatMap { $0.list(organisation) })
            guard named.count == 1, let oin = named.first.flatMap(OIN.init) else { throw .noOrganisation }
            return .employee(of: oin, roles: claims.flatMap { $0.list(role) })
        }
    }

    private func name(_ claims: [NamedClaims]) -> String? {
        guard case .citizens(_, let name, _) = client.claims,
            let text = claims.lazy.compactMap({ $0.text(name) }).first,
            !text.isEmpty, !text.utf8.contains(0)
        else { return nil }
        return String(text.unicodeScalars.prefix(Self.nameScalarsLimit))
    }
}

extension OpenIDProvider {
    private func trade(
        _ code: String, _ attempt: SignInAttempt, at now: Instant
    ) async throws(OpenIDError) -> TokenAnswer {
        let endpoint = try await directory.description(at: now).tokenEndpoint
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", client.redirectURL),
            ("code_verifier", attempt.verifier),
        ]
        var headers = [
            OutboundHeader("Content-Type", "application/x-www-form-urlencoded"),
            OutboundHeader("Accept", "application/json"),
        ]
        do {
            switch client.authentication {
            case .key(let key):
                fields += [
                    ("client_id", client.id),
                    ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
                    (
                        "client_assertion",
                        try await key.assertion(client: client.id, audience: endpoint, at: now)
                    ),
                ]
            case .secret(let secret):
                let pair = "\(FormText.encoded(client.id)):\(FormText.encoded(secret.text))"
                let text = Data(pair.utf8).base64EncodedString()
                headers.append(OutboundHeader("Authorization", "Basic \(text)"))
            }
            let answer = try await http.post(
                endpoint, headers: headers, body: Array(FormText.encoded(fields).utf8))
            // A code that the provider does not take was used before, or is not its own.
            guard answer.status != 400 else { throw OpenIDError.untrusted("the code was refused") }
            guard answer.status == 200 else { throw OpenIDError.unavailable("status \(answer.status)") }
            return try JSONDecoder().decode(TokenAnswer.self, from: Data(answer.body))
        } catch {
            throw Self.failure(error)
        }
    }

    /// The claims of the token, and where they lack what is asked also what the provider tells of the same
    /// subject at its own address.
    private func claims(
        _ tokens: TokenAnswer, of idToken: IDToken, at now: Instant
    ) async throws(OpenIDError) -> [NamedClaims] {
        let inToken = try NamedClaims(ofVerified: tokens.idToken)
        guard !client.claims.areComplete(inToken), let access = tokens.accessToken,
            let endpoint = try await directory.description(at: now).userinfoEndpoint
        else { return [inToken] }
        do {
            let answer = try await http.get(
                endpoint,
                headers: [
                    OutboundHeader("Authorization", "Bearer \(access)"),
                    OutboundHeader("Accept", "application/json"),
                ])
            guard answer.status == 200 else { throw OpenIDError.unavailable("status \(answer.status)") }
            let told = try JSONDecoder().decode(NamedClaims.self, from: Data(answer.body))
            guard told.text("sub") == idToken.sub else {
                throw OpenIDError.untrusted("what is told is about another subject")
            }
            return [inToken, told]
        } catch {
            throw Self.failure(error)
        }
    }

    private static func failure(_ error: any Error) -> OpenIDError {
        switch error {
        case let error as OpenIDError: error
        case let error as OutboundError: .unavailable("\(error)")
        default: .unavailable("its answer is not what it should be")
        }
    }
}

extension OpenIDClient.Claims {
    /// Whether the token itself says who somebody is, so that nothing more need be asked.
    fileprivate func areComplete(_ claims: NamedClaims) -> Bool {
        switch self {
        case .citizens(let number, _, let role):
            claims.text(number) != nil || role.map { !claims.list($0).isEmpty } ?? false
        case .employees(let organisation, let role):
            !claims.list(organisation).isEmpty && !claims.list(role).isEmpty
        }
    }
}

/// OpenID Connect Core 1.0 §3.1.3.3.
private struct TokenAnswer: Decodable {
    let idToken: String
    let accessToken: String?

    enum CodingKeys: String, CodingKey {
        case idToken = "id_token"
        case accessToken = "access_token"
    }
}

extension OpenIDAnswer {
    /// Some providers leave the state out when somebody stops there. It lets nobody in, so it need not be
    /// theirs.
    fileprivate var isRefusalWithoutState: Bool { state == nil && code == nil && error != nil }
}
