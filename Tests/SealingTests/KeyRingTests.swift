import Glibc
import Sealing
import Testing

@Suite struct KeyRingTests {
    @Test func `a key folder is made for its owner alone`() throws {
        try withKeyFolder { folder in
            try KeyRing.create(folder: folder)
            #expect(mode(of: folder) == 0o700)
            #expect(names(in: folder) == ["peil-1.key"])
            #expect(mode(of: "\(folder)/peil-1.key") == 0o600)
        }
    }

    @Test func `a key folder is never made over another`() throws {
        try withKeyFolder { folder in
            try KeyRing.create(folder: folder)
            #expect(throws: SealingError.folderExists(folder)) { try KeyRing.create(folder: folder) }
        }
    }

    @Test(arguments: ["", "/peil-1.key"]) func `keys that others can read are refused`(path: String) throws {
        try withKeyFolder { folder in
            try KeyRing.create(folder: folder)
            chmod(folder + path, path.isEmpty ? 0o750 : 0o604)
            #expect(throws: SealingError.notPrivate(path: folder + path)) {
                try KeyRing.load(folder: folder)
            }
        }
    }

    @Test func `a damaged key is refused, not used`() throws {
        try withKeyFolder { folder in
            try KeyRing.create(folder: folder)
            let path = "\(folder)/peil-1.key"
            let file = open(path, O_WRONLY)
            pwrite(file, "z", 1, 30)
            close(file)
            #expect(throws: SealingError.unreadableKey(path: path)) { try KeyRing.load(folder: folder) }
        }
    }

    @Test func `an empty folder holds no keys, and a missing one says so`() throws {
        try withKeyFolder { folder in
            #expect(throws: SealingError.file(path: folder, reason: "No such file or directory")) {
                try KeyRing.load(folder: folder)
            }
            mkdir(folder, 0o700)
            #expect(throws: SealingError.noKeys(folder: folder)) { try KeyRing.load(folder: folder) }
        }
    }

    @Test func `the same folder gives the same secrets, another folder others`() throws {
        try withKeyFolder { folder in
            try KeyRing.create(folder: folder)
            let first = try KeyRing.load(folder: folder)
            let again = try KeyRing.load(folder: folder)
            #expect(first.secret(.token) == again.secret(.token))
            #expect(first.secret(.token) != first.secret(.searchTerms))
            #expect(first.secret(.token).bytes.count == 32)
            #expect(first.secret(.token) != (try newKeyRing()).secret(.token))
        }
    }

    @Test func `a key's id is its own`() throws {
        let ids = try (0..<8).map { _ in try newKeyRing().currentKey }
        #expect(Set(ids).count == ids.count)
    }

    @Test func `two keys are live during rotation, and the old one makes nothing new`() throws {
        try withKeyFolder { folder in
            try KeyRing.create(folder: folder)
            let before = try KeyRing.load(folder: folder)
            let old = before.pseudonym(of: "999990019", for: .bsn)
            let wrapped = before.newDataKey().wrapped
            try KeyRing.rotate(folder: folder)
            let after = try KeyRing.load(folder: folder)

            let new = after.pseudonym(of: "999990019", for: .bsn)
            #expect(new != old)
            #expect(after.livePseudonyms(of: "999990019", for: .bsn) == [new, old])
            #expect(after.liveSecrets(.token) == [after.secret(.token), before.secret(.token)])
            let renewed = try #require(try after.rewrap(wrapped))
            #expect(renewed != wrapped)
            #expect(try after.rewrap(renewed) == nil)
            #expect(throws: SealingError.unknownKey(after.currentKey)) { try before.unwrap(renewed) }
        }
    }

    @Test func `keys cannot pile up without being retired`() throws {
        try withKeyFolder { folder in
            try KeyRing.create(folder: folder)
            for _ in 1..<KeyRing.liveKeyLimit { try KeyRing.rotate(folder: folder) }
            #expect(throws: SealingError.tooManyKeys(folder: folder, limit: KeyRing.liveKeyLimit)) {
                try KeyRing.rotate(folder: folder)
            }
            #expect(throws: Never.self) { try KeyRing.load(folder: folder) }
        }
    }

    @Test func `what holds a key prints as dots`() throws {
        let ring = try newKeyRing()
        #expect("\(ring.secret(.token))" == "•••")
        #expect("\(ring.newDataKey().key)" == "•••")
        #expect("\(ring)" == ring.currentKey.description)
        #expect(String(reflecting: ring.secret(.token)) == "•••")
    }
}

private func mode(of path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
}
