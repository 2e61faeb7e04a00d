import Blobs
public import CivilTime
import Identity
import Journal
import SQL

/// A message as it is kept elsewhere, with the bytes of its attachments still to be fetched.
public struct KeptMessage: Sendable {
    public let message: Message
    /// The folder's name, where it lies in one.
    public let folderName: String?
    let blobs: [Identifier<Blob>]
}

/// Everything in a box, place by place and newest first, a few at a time.
public struct BoxDownload: AsyncSequence, Sendable {
    let box: Mailbox.Opened
    let places: [(place: Place, name: String?)]
    let facilities: Facilities

    /// Messages in memory at once: their texts, not their attachments.
    private static let messagesAtOnce = 50

    public func makeAsyncIterator() -> Iterator {
        Iterator(download: self, places: places[...])
    }

    public struct Iterator: AsyncIteratorProtocol {
        let download: BoxDownload
        fileprivate var places: ArraySlice<(place: Place, name: String?)>
        private var position: BoxPosition?
        private var waiting: ArraySlice<KeptMessage> = []

        fileprivate init(download: BoxDownload, places: ArraySlice<(place: Place, name: String?)>) {
            self.download = download
            self.places = places
        }

        public mutating func next() async throws -> KeptMessage? {
            while waiting.isEmpty, let (place, name) = places.first {
                waiting = try await download.messages(in: place, named: name, olderThan: position)[...]
                if let last = waiting.last?.message.heading {
                    position = BoxPosition(publishedAt: last.publishedAt, id: last.id)
                } else {
                    places = places.dropFirst()
                    position = nil
                }
            }
            return waiting.popFirst()
        }
    }

    private func messages(
        in place: Place, named name: String?, olderThan position: BoxPosition?
    ) async throws -> [KeptMessage] {
        let box = box
        return try await facilities.database.read { transaction in
            let page = Mailbox.Page(
                place: place, unreadOnly: false, before: position, limit: Self.messagesAtOnce)
            return try Mailbox.headings(page, of: box, in: transaction).map { heading in
                let blobs = try transaction.rows(
                    "SELECT blob_id FROM attachment WHERE message_id = \(heading.id) ORDER BY number"
                ) { row in try row.next(Identifier<Blob>.self) }
                return KeptMessage(
                    message: try Mailbox.message(heading.id, in: box, transaction: transaction),
                    folderName: name, blobs: blobs)
            }
        }
    }

    /// The bytes of an attachment, by its place in the message's list.
    public func bytes(ofAttachment index: Int, of kept: KeptMessage) async throws -> [UInt8] {
        try await facilities.blobs.bytes(
            of: kept.blobs[index], limit: facilities.limits.attachmentBytes)
    }
}

extension Mailbox {
    /// All messages of the box to keep elsewhere, after one line in the processing log for all of them.
    public func download(at now: Instant) async throws -> BoxDownload {
        let (box, folders) = try await act(.downloadBox, at: now) { box, transaction in
            (box, try Self.folders(of: box, in: transaction))
        }
        let own = [(Place.box, nil as String?), (.archive, nil), (.bin, nil)]
        return BoxDownload(
            box: box, places: own + folders.map { (.folder($0.id), $0.name) }, facilities: facilities)
    }
}
