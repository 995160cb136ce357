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

#endif
