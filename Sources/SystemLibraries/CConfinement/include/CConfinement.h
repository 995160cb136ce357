#ifndef KHABAR_CCONFINEMENT_H
#define KHABAR_CCONFINEMENT_H

#include <stdbool.h>
#include <sys/types.h>

// Starts other programs, and those that get bytes of strangers with nothing in reach. Between fork and exec hardly anything may be called
// (signal-safety(7)), and no Swift, so that is here.

/// Starts `program` (an absolute path) with `arguments` and `environment`, both ended by NULL, as any program is started: in a process
/// group of its own, `input` as standard input, `output` as standard output and error, no other descriptor, no signal ignored or blocked.
///
/// Returns its process, or -1 with errno.
pid_t khabar_child_start(const char *program, char *const arguments[], char *const environment[], int input, int output);

/// What a program may use at most.
typedef struct {
  /// Bytes of memory that it may map.
  unsigned long long address_space;
  unsigned cpu_seconds;
} khabar_limits;

/// Starts `program` (an absolute path) with `arguments` and `environment`, both ended by NULL.
///
/// Standard input is `input`, standard output a pipe whose reading end becomes `*output`, standard error goes nowhere; no other descriptor
/// and no terminal is there. It can write no file, start no process and change nothing of other processes; where the kernel has
/// Landlock it can read only what programs and libraries are made of, and where it has seccomp it has no socket. What the kernel has is
/// in force, or the program does not run: then it ends with status 126.
///
/// Returns its process, or -1 with errno.
pid_t khabar_confined_start(
    const char *program, char *const arguments[], char *const environment[], int input, const khabar_limits *limits, int *output);

/// The version of Landlock's interface (landlock(7)); 0 where the kernel has none.
int khabar_landlock_version(void);

/// Whether the kernel filters system calls, and khabar knows those of this processor.
bool khabar_filters_calls(void);

#endif
