import CLibCurl

/// libcurl's handle of one connection; used by one thread at a time.
final class CurlHandle {
    /// `CURL` is `void` in C.
    private let curl: UnsafeMutableRawPointer

    init(server: SMTPServer) throws(MailError) {
        guard Self.isReady, let curl = curl_easy_init() else {
            throw .temporary("libcurl could not be started")
        }
        self.curl = curl
        set(CURLOPT_URL, server.url)
        set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_UPLOAD, 1)
        set(CURLOPT_CONNECTTIMEOUT_MS, server.limits.connectMilliseconds)
        set(CURLOPT_TIMEOUT_MS, server.limits.mailMilliseconds)
        set(CURLOPT_USE_SSL, Int(server.encryption.level))
        if let account = server.account {
            set(CURLOPT_USERNAME, account.user)
            set(CURLOPT_PASSWORD, account.password)
        }
        peil_curl_set_reader(curl) { target, size, count, source in
            guard let target, let source else { return 0 }
            return source.assumingMemoryBound(to: Upload.self).pointee.read(to: target, limit: size * count)
        }
    }

    deinit {
        curl_easy_cleanup(curl)
    }

    func send(_ mail: Mail) throws(MailError) {
        guard let recipients = curl_slist_append(nil, "<\(mail.to.address)>") else {
            throw .temporary("out of memory")
        }
        defer { curl_slist_free_all(recipients) }
        set(CURLOPT_MAIL_FROM, "<\((mail.returnPath ?? mail.from).address)>")
        peil_curl_set_list(curl, CURLOPT_MAIL_RCPT, recipients)
        let result = mail.message().withUnsafeBytes { bytes in
            var upload = Upload(rest: bytes)
            return withUnsafeMutablePointer(to: &upload) { source in
                peil_curl_set_pointer(curl, CURLOPT_READDATA, source)
                return curl_easy_perform(curl)
            }
        }
        peil_curl_set_list(curl, CURLOPT_MAIL_RCPT, nil)
        guard result == CURLE_OK else { throw failure(result) }
    }

    /// A 5xx is about the mail when the server said it to MAIL, RCPT or after the text; about the connection
    /// or the account it is a setting that someone will correct, and the mail waits.
    private func failure(_ result: CURLcode) -> MailError {
        let code = peil_curl_response_code(curl)
        let reason = String(cString: curl_easy_strerror(result))
        let isAboutMail = result == CURLE_SEND_ERROR || peil_curl_uploaded_bytes(curl) > 0
        return isAboutMail && (500..<600).contains(code)
            ? .permanent(code: code, reason) : .temporary(code == 0 ? reason : "\(reason) (\(code))")
    }

    private func set(_ option: CURLoption, _ value: String) {
        check(peil_curl_set_text(curl, option, value))
    }

    private func set(_ option: CURLoption, _ value: Int) {
        check(peil_curl_set_long(curl, option, value))
    }

    private func check(_ result: CURLcode) {
        precondition(result == CURLE_OK, "libcurl does not know an option that it has had since 7.85")
    }

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}

/// The mail on its way, read by libcurl in pieces.
private struct Upload {
    var rest: UnsafeRawBufferPointer

    mutating func read(to target: UnsafeMutablePointer<CChar>, limit: Int) -> Int {
        let count = min(limit, rest.count)
        UnsafeMutableRawPointer(target).copyMemory(from: rest.prefix(count), count: count)
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
        return count
    }
}

extension UnsafeMutableRawPointer {
    fileprivate func copyMemory(from bytes: Slice<UnsafeRawBufferPointer>, count: Int) {
        UnsafeMutableRawBufferPointer(start: self, count: count).copyBytes(from: bytes)
    }
}

extension SMTPServer.Encryption {
    fileprivate var level: UInt32 {
        switch self {
        case .fromTheStart, .startTLS: CURLUSESSL_ALL.rawValue
        case .none: CURLUSESSL_NONE.rawValue
        }
    }
}
