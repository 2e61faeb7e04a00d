#include <libpq-fe.h>

/* The fields of an error are character literals, which Swift does not import as macros. */
static const int peil_diag_severity = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int peil_diag_sqlstate = PG_DIAG_SQLSTATE;
static const int peil_diag_message = PG_DIAG_MESSAGE_PRIMARY;
static const int peil_diag_table = PG_DIAG_TABLE_NAME;
static const int peil_diag_column = PG_DIAG_COLUMN_NAME;
static const int peil_diag_constraint = PG_DIAG_CONSTRAINT_NAME;
