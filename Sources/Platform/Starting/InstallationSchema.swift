import AgreementFiles
import Blobs
import Identity
import Journal
import MessageBox
import PersonalData
import RunningCases
import SQL
import ServiceLevels
import Work

/// The whole schema, in the order in which its steps are applied: a module's tables after those they refer
/// to.
enum InstallationSchema {
    static let migrations: [Migration] =
        own + IdentitySchema.migrations + BlobSchema.migrations + JournalSchema.migrations
        + WorkSchema.migrations + PublishedAgreement.migrations + MessageBoxSchema.migrations
        + ServiceLevelSchema.migrations + RunningCasesSchema.migrations
        + PersonalDataSchema.migrations

    private static let own = [
        Migration(
            "installation 0001",
            [
                """
                CREATE TABLE installation (
                  number \(.integer) PRIMARY KEY,
                  environment \(.text) NOT NULL,
                  created_at \(.integer) NOT NULL,
                  CONSTRAINT installation_only CHECK (number = 1)
                ) \(.strict)
                """
            ])
    ]
}
