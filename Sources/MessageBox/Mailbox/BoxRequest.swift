// The JSON decoder has no other home on this platform.
import FoundationEssentials
public import SQL

/// What the owner of a box asks by the JSON interface.
public enum BoxRequest {
    /// 200 ids at 39 bytes, and the fields around them.
    public static let bytesLimit = 16_384

    /// What to change about messages; nil stays as it is.
    public struct Change: Sendable, Equatable {
        public let place: Place?
        public let isRead: Bool?
    }

    /// A search, and which page of what it finds.
    public struct Search: Sendable {
        public let question: SearchQuestion
        public let place: Place?
        /// The position after which the page starts, as the page before gave it.
        public let after: String?
        public let limit: Int
    }

    /// Reads a merge-patch of one message.
    public static func change(json body: [UInt8]) throws -> Change {
        let (fields, collector): (ChangeFields, _) = try read(body)
        return try fields.change(collector)
    }

    /// Reads what to change about several messages.
    public static func selection(json body: [UInt8]) throws -> (ids: [Message.ID], change: Change) {
        let (fields, collector): (SelectionFields, _) = try read(body)
        let ids = (fields.berichten ?? []).enumerated().compactMap { index, text in
            let id = Message.ID(text)
            if id == nil { collector.note("berichten.\(index)", "is geen id van een bericht") }
            return id
        }
        if !(1...Mailbox.selectionLimit).contains(Set(ids).count), collector.faults.isEmpty {
            collector.note("berichten", "zijn er 1 tot en met \(Mailbox.selectionLimit)")
        }
        let change = try fields.change.change(collector)
        return (Set(ids).sorted(), change)
    }

    /// Reads the name of a folder.
    public static func folderName(json body: [UInt8]) throws -> FolderName {
        let (fields, collector): (FolderFields, _) = try read(body)
        let name = fields.naam.flatMap { FolderName($0) }
        if name == nil, collector.faults.isEmpty {
            collector.note("naam", "is een naam van 1 tot en met \(FolderName.scalarLimit) tekens")
        }
        guard let name, collector.faults.isEmpty else { throw RequestError.fields(collector.faults) }
        return name
    }

    /// Reads a search.
    public static func search(json body: [UInt8]) throws -> Search {
        let (fields, collector): (SearchFields, _) = try read(body)
        let question = fields.zoek.flatMap { SearchQuestion($0) }
        if question == nil, collector.faults.isEmpty {
            collector.note("zoek", "bevat woorden, samen hoogstens \(SearchQuestion.scalarLimit) tekens")
        }
        let place = PlaceWord.place(fields.plaats, fields.map, collector)
        let limit = fields.limiet ?? Self.standardLimit
        if !(1...Mailbox.pageLimit).contains(limit) {
            collector.note("limiet", "is 1 tot en met \(Mailbox.pageLimit)")
        }
        guard let question, collector.faults.isEmpty else { throw RequestError.fields(collector.faults) }
        return Search(question: question, place: place, after: fields.na, limit: limit)
    }

    /// The length of a page when none was asked.
    public static let standardLimit = 50

    private static func read<Fields: Decodable>(_ body: [UInt8]) throws -> (Fields, FaultCollector) {
        let collector = FaultCollector()
        let decoder = JSONDecoder()
        decoder.userInfo = [FaultCollector.key: collector]
        do {
            return (try decoder.decode(Fields.self, from: Data(body)), collector)
        } catch {
            throw RequestError.notJSON
        }
    }
}

/// A place as the JSON interface names it: a word, and for a folder its id beside it.
public enum PlaceWord: String, CaseIterable, Sendable {
    case box = "berichtenbox"
    case archive = "archief"
    case bin = "prullenbak"
    case folder = "map"

    public init(_ place: Place) {
        switch place {
        case .box: self = .box
        case .archive: self = .archive
        case .bin: self = .bin
        case .folder: self = .folder
        }
    }

    /// The place of this word; nil where a folder's id is missing, wrong, or too many.
    public func place(folder: String?) -> Place? {
        switch (self, folder.map { Folder.ID($0) }) {
        case (.box, nil): .box
        case (.archive, nil): .archive
        case (.bin, nil): .bin
        case (.folder, .some(.some(let id))): .folder(id)
        default: nil
        }
    }

    static func place(_ word: String?, _ folder: String?, _ collector: FaultCollector) -> Place? {
        guard let word else {
            if folder != nil { collector.note("map", "hoort bij plaats \"map\"") }
            return nil
        }
        guard let known = PlaceWord(rawValue: word) else {
            collector.note("plaats", "is berichtenbox, archief, prullenbak of map")
            return nil
        }
        let place = known.place(folder: folder)
        if place == nil { collector.note("map", "hoort bij plaats \"map\", en is het id van een map") }
        return place
    }
}

extension BoxRequest {
    private struct ChangeFields: Decodable {
        let gelezen: Bool?
        let plaats: String?
        let map: String?
        static let names: Set = ["gelezen", "plaats", "map"]

        init(from decoder: any Decoder) throws {
            var object = try LenientObject(decoder, known: Self.names)
            self.init(&object)
        }

        init(_ object: inout LenientObject) {
            gelezen = object.optional("gelezen")
            plaats = object.optional("plaats")
            map = object.optional("map")
        }

        func change(_ collector: FaultCollector) throws -> Change {
            let place = PlaceWord.place(plaats, map, collector)
            if place == nil, gelezen == nil, collector.faults.isEmpty {
                collector.note("", "noem wat er moet veranderen: gelezen, plaats of beide")
            }
            guard collector.faults.isEmpty else { throw RequestError.fields(collector.faults) }
            return Change(place: place, isRead: gelezen)
        }
    }

    private struct SelectionFields: Decodable {
        let berichten: [String]?
        let change: ChangeFields

        init(from decoder: any Decoder) throws {
            var object = try LenientObject(decoder, known: ChangeFields.names.union(["berichten"]))
            berichten = object.required("berichten")
            change = ChangeFields(&object)
        }
    }

    private struct FolderFields: Decodable {
        let naam: String?

        init(from decoder: any Decoder) throws {
            var object = try LenientObject(decoder, known: ["naam"])
            naam = object.required("naam")
        }
    }

    private struct SearchFields: Decodable {
        let zoek: String?
        let plaats: String?
        let map: String?
        let na: String?
        let limiet: Int?

        init(from decoder: any Decoder) throws {
            var object = try LenientObject(decoder, known: ["zoek", "plaats", "map", "na", "limiet"])
            zoek = object.required("zoek")
            plaats = object.optional("plaats")
            map = object.optional("map")
            na = object.optional("na")
            limiet = object.optional("limiet")
        }
    }
}
