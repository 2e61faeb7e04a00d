import AgreementFiles
import MessageBox

extension SubscriptionRules {
    /// As the folder of policies has them.
    static func read(_ settings: Settings) throws -> SubscriptionRules {
        let path = "\(settings.policiesFolder)/subscriptions.yaml"
        let file = try SubscriptionsFile(text: try FileSystem.text(path), name: path)
        return SubscriptionRules(
            opensAt: file.opensAt, closesAt: file.closesAt,
            perNight: [
                .all: file.allPerNight, .list: file.listsPerNight, .changes: file.changesPerNight,
            ],
            longestSeconds: Int64(file.longestHours) * 3_600)
    }
}
