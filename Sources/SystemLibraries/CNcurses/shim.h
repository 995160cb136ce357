#ifndef KHABAR_CNCURSES_SHIM_H
#define KHABAR_CNCURSES_SHIM_H

// Only ncurses' terminfo layer is used: no window, no pad, no screen of its own. `term.h` names its shortcuts for
// capabilities with macros (`columns`, `lines`, `bell`), so everything is asked for by name instead.
#define NCURSES_NOMACROS 1
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stdbool.h>
#include <string.h>
#include <term.h>

/// Loads the description of the terminal called `name` for the terminal open at `descriptor`.
///
/// Returns 0; or, as `setupterm` answers (curs_terminfo(3X)), 1 for a printing terminal, -1 for a missing database, and 2, which is 0
/// there, for an unknown name.
static inline int khabar_terminfo_open(const char *name, int descriptor) {
  int answer = 0;
  if (setupterm((char *)name, descriptor, &answer) == OK) return 0;
  return answer == 0 ? 2 : answer;
}

/// Forgets the description that ``khabar_terminfo_open`` loaded.
static inline void khabar_terminfo_close(void) {
  if (cur_term) del_curterm(cur_term);
}

/// Copies a capability without its padding (`$<5/>` is for terminals on serial lines) and returns its bytes, or -1 when the terminal
/// lacks it or it is longer than `capacity`.
static inline int khabar_without_padding(const char *text, char *out, int capacity) {
  if (!text || text == (const char *)-1) return -1;
  int count = 0;
  for (const char *next = text; *next; next++) {
    if (next[0] == '$' && next[1] == '<') {
      const char *end = strchr(next, '>');
      if (end) {
        next = end;
        continue;
      }
    }
    if (count == capacity) return -1;
    out[count++] = *next;
  }
  return count;
}

static inline int khabar_terminfo_string(const char *name, char *out, int capacity) {
  return khabar_without_padding(tigetstr((char *)name), out, capacity);
}

/// The bytes of capability `name` for two numbers. `tparm` is variadic, which Swift cannot call.
static inline int khabar_terminfo_string2(const char *name, int first, int second, char *out, int capacity) {
  char *format = tigetstr((char *)name);
  if (!format || format == (char *)-1) return -1;
  return khabar_without_padding(tparm(format, (long)first, (long)second, 0L, 0L, 0L, 0L, 0L, 0L, 0L), out, capacity);
}

static inline int khabar_terminfo_number(const char *name) { return tigetnum((char *)name); }

static inline bool khabar_terminfo_flag(const char *name) { return tigetflag((char *)name) > 0; }

#endif
