import CLibPQ

/// Listens to the server's warnings, which libpq would print: one of them takes back what a commit seems to
/// say.
final class Notices {
    /// The code of the last warning; nil when there was none since it was last cleared.
    var warning: String?

    /// The receiver lives as long as its connection, which holds it.
    func listen(to handle: OpaquePointer) {
        PQsetNoticeReceiver(handle, receive, Unmanaged.passUnretained(self).toOpaque())
    }
}

private func receive(_ listener: UnsafeMutableRawPointer?, _ notice: OpaquePointer?) {
    guard let listener, let notice, field(peil_diag_severity, of: notice) == "WARNING" else { return }
    Unmanaged<Notices>.fromOpaque(listener).takeUnretainedValue().warning =
        field(peil_diag_sqlstate, of: notice) ?? "without a code"
}

/// A field of an error or a notice, nil when the server gave none.
func field(_ code: Int32, of result: OpaquePointer) -> String? {
    PQresultErrorField(result, code).map { String(cString: $0) }
}
