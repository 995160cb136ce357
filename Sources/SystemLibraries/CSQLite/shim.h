#ifndef KHABAR_CSQLITE_SHIM_H
#define KHABAR_CSQLITE_SHIM_H

#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast that Swift cannot import: "SQLite copies the bytes before the call returns".
static inline int khabar_sqlite3_bind_text(sqlite3_stmt *statement, int index, const char *bytes, int byteCount) {
  return sqlite3_bind_text(statement, index, bytes, byteCount, SQLITE_TRANSIENT);
}

static inline int khabar_sqlite3_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, int byteCount) {
  return sqlite3_bind_blob(statement, index, bytes, byteCount, SQLITE_TRANSIENT);
}

// Variadic, so Swift cannot call it. SQLite then takes no lock to count the bytes of each allocation. To be called before all else; afterwards
// it does nothing.
static inline int khabar_sqlite3_config_no_memory_status(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

#endif
