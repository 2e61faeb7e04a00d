import AgreementFiles
import MessageBox

extension NotificationRules {
    /// Reads `notifications.yaml` of the folder of policies.
    static func read(folder: String) throws -> NotificationRules {
        let path = "\(folder)/notifications.yaml"
        let file = try NotificationFile(text: try FileSystem.text(path), name: path)
        return NotificationRules(
            reminderDays: file.reminderDays, reminderTime: file.reminderTime,
            codeSeconds: Int64(file.codeMinutes) * 60, codesPerHour: file.codesPerHour,
            wrongCodes: file.wrongCodes, bounces: file.bounces,
            bounceSeconds: Int64(file.bounceDays) * 86_400)
    }
}
