import Foundation
public import Routes

/// How the command line on the same machine reaches the running server: written at its start, readable for
/// the same user only, gone after an orderly stop.
public struct RunningServer: Codable, Sendable {
    public let managementURL: String
    public let publicURL: String
    let operatorSecret: String

    public var secret: OperatorSecret { OperatorSecret(text: operatorSecret) }

    public struct Absent: Error, CustomStringConvertible {
        let path: String

        public var description: String {
            "no Peil server is running on the data folder \(path); start one with: peil serve --data \(path)"
        }
    }

    init(managementURL: String, publicURL: String, secret: OperatorSecret) {
        self.managementURL = managementURL
        self.publicURL = publicURL
        operatorSecret = secret.text
    }

    func write(toDataFolder path: String) throws {
        let file = DataFolder.serverFile(in: path)
        let bytes = try JSONEncoder().encode(self)
        guard
            FileManager.default.createFile(
                atPath: file, contents: bytes, attributes: [.posixPermissions: 0o600])
        else { throw DataFolder.Failure.unusable(path, reason: "server.json cannot be written") }
    }

    public static func find(inDataFolder path: String) throws -> RunningServer {
        guard let bytes = FileManager.default.contents(atPath: DataFolder.serverFile(in: path)) else {
            throw Absent(path: path)
        }
        return try JSONDecoder().decode(RunningServer.self, from: bytes)
    }

    static func remove(fromDataFolder path: String) throws {
        let file = DataFolder.serverFile(in: path)
        if FileManager.default.fileExists(atPath: file) {
            try FileManager.default.removeItem(atPath: file)
        }
    }
}
