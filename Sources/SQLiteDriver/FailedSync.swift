#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Ends the process with one line that says why; exit code 70 is "internal software error" (sysexits.h).
///
/// After a failed sync the system may have dropped the pages and call the next sync a success: no later
/// answer of this process about its data could be trusted.
@Sendable
public func endProcessAfterFailedSync(reason: String) -> Never {
    let line =
        "peil: the disk did not confirm a commit; stopping, to acknowledge nothing false: \(reason)\n"
    let bytes = Array(line.utf8)
    // Nothing is to be done about a line that cannot be written.
    _ = write(STDERR_FILENO, bytes, bytes.count)
    _exit(70)
}
