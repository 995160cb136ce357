#ifndef KHABAR_CCHILDPROCESS_H
#define KHABAR_CCHILDPROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Starts the program at `path` with the argument vector `arguments` (NULL at the end), in a session of its own: it has no terminal.
///
/// Its standard input is `input`, at most 16 kB, then the end. Standard output goes nowhere; `errors` gets the end of a pipe, never
/// waiting, from which its standard error is read. On Linux it is killed when the thread that started it ends, however that happens
/// (prctl(2), PR_SET_PDEATHSIG), so it must be started on the main thread.
///
/// Returns the process's ID, or -1 with `errno`.
pid_t khabar_child_start(
    const char *path, char *const arguments[], const char *input, size_t input_count, int *errors);

/// Waits for the end of a child without taking its ID away: until `khabar_child_reap` no other process can have it.
void khabar_child_await(pid_t child);

/// Gives the ID of an ended child back. Returns its exit status, or 128 and the signal that ended it.
int khabar_child_reap(pid_t child);

/// Sends `signal` to the child and to what it started.
void khabar_child_signal(pid_t child, int signal);

#endif
