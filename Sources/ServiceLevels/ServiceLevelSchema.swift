public import SQL

/// The tables of this module: what was measured that no domain keeps, and the reports that were frozen.
public enum ServiceLevelSchema {
    public static let migrations = [
        Migration("service-levels 0001", measurements + probes + reports)
    ]

    /// The source is one run of one server, which alone writes its rows.
    private static let measurements: [Definition] = [
        """
        CREATE TABLE response_minute (
          function \(.text) NOT NULL,
          minute \(.integer) NOT NULL,
          source \(.bytes) NOT NULL,
          counts \(.bytes) NOT NULL,
          PRIMARY KEY (function, minute, source),
          CONSTRAINT response_minute_whole CHECK (minute % 60000000 = 0)
        ) \(.keyed)
        """,
        """
        CREATE TABLE refusal_second (
          function \(.text) NOT NULL,
          second \(.integer) NOT NULL,
          source \(.bytes) NOT NULL,
          refused \(.integer) NOT NULL,
          PRIMARY KEY (function, second, source),
          CONSTRAINT refusal_second_whole CHECK (second % 1000000 = 0),
          CONSTRAINT refusal_second_refused CHECK (refused > 0)
        ) \(.keyed)
        """,
    ]

    private static let probes: [Definition] = [
        """
        CREATE TABLE probe_interval (
          probe \(.text) NOT NULL,
          from_at \(.integer) NOT NULL,
          until_at \(.integer) NOT NULL,
          state \(.text) NOT NULL,
          cause \(.text),
          seen \(.text),
          PRIMARY KEY (probe, from_at),
          CONSTRAINT probe_interval_name_length CHECK (length(probe) BETWEEN 1 AND 100),
          CONSTRAINT probe_interval_length CHECK (until_at > from_at),
          CONSTRAINT probe_interval_state CHECK (state IN ('up', 'down')),
          CONSTRAINT probe_interval_cause CHECK ((state = 'down') = (cause IS NOT NULL))
        ) \(.keyed)
        """
    ]

    private static let reports: [Definition] = [
        """
        CREATE TABLE frozen_report (
          agreement_hash \(.text) NOT NULL,
          month \(.text) NOT NULL,
          document \(.text) NOT NULL,
          frozen_at \(.integer) NOT NULL,
          PRIMARY KEY (agreement_hash, month)
        ) \(.strict)
        """
    ]
}
