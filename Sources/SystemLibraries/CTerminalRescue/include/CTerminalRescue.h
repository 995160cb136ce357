#ifndef KHABAR_CTERMINALRESCUE_H
#define KHABAR_CTERMINALRESCUE_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

// Signal handlers may call hardly anything (signal-safety(7)) and must not run Swift, which may be in the middle of an allocation.
// So they are here, in C, and work on bytes that were prepared while all was well.

/// Installs handlers for signals that crash, end, stop, continue or resize, and a guard at exit.
///
/// Each of SIGWINCH, SIGINT, SIGTERM, SIGHUP, SIGTSTP and SIGCONT arrives as one byte, its number, on `notify`, which must not block. A
/// signal that asks to end also starts a clock: when the terminal is still ours after `grace_seconds`, it is given back and the
/// signal takes its usual course.
/// Returns false, with errno, when a handler cannot be installed.
bool khabar_signals_install(int notify, unsigned grace_seconds);

/// Gives the calling thread a second stack for handlers: one that has overflowed cannot run them. Cheap when done before; one thread at a
/// time may need it.
bool khabar_signals_cover_thread(void);

/// Puts back what was there before ``khabar_signals_install``.
void khabar_signals_remove(void);

/// Stops this process, and with `whole_group` its process group as the terminal would, until it is continued.
///
/// A group that no shell watches is not stopped by the system; then it returns at once.
void khabar_signals_stop_process(bool whole_group);

enum {
  KHABAR_FOREGROUND = 0,
  /// A signal asked the program to end meanwhile.
  KHABAR_ENDING = 1,
  /// The terminal is gone, or nobody will ever give it to us.
  KHABAR_NO_TERMINAL = 2,
};

/// Waits, stopped like any background program that writes, until the shell gives `terminal` to this process.
int khabar_signals_await_foreground(int terminal);

/// Whoever called the two above has done what there is to do after being continued; SIGCONT is told again.
void khabar_signals_came_back(void);

/// Prepares giving back `terminal`: `bytes` to write, `modes` to set, and the descriptor that standard error goes back to (-1: it never
/// left). A crash also writes `notice` to it. Longer texts than 2048 bytes are refused.
bool khabar_rescue_arm(
    int terminal, const struct termios *modes, const char *bytes, size_t byte_count, int standard_error, const char *notice,
    size_t notice_count);

/// The terminal is no longer ours to give back.
void khabar_rescue_disarm(void);

/// `modes` for a program that reads keys: no line editing, no echo, no signals from keys, Return as it is typed.
struct termios khabar_key_modes(struct termios modes);

#endif
