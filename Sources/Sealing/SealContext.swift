/// Where a sealed value belongs: authenticated with it, so that it opens nowhere else.
///
/// The purpose names table and column (`message.subject`), the id the row.
public struct SealContext: Sendable {
    let authenticated: [UInt8]

    public init(purpose: StaticString, id: [UInt8]) {
        // A zero byte ends the purpose, so that no purpose and id read as another pair.
        authenticated = purpose.withUTF8Buffer { Array($0) } + [0] + id
    }
}
