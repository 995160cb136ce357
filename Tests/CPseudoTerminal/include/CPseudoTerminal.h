#ifndef KHABAR_CPSEUDOTERMINAL_H
#define KHABAR_CPSEUDOTERMINAL_H

#include <sys/types.h>

// In C, because Swift on Linux sees no posix_openpt and may not fork.

typedef struct {
  pid_t process;
  /// Our end.
  int main;
  /// The program's end, held open so that the modes it left can be asked for after its end.
  int side;
  /// Reads its end when the last process that inherited the other end has ended.
  int life;
} khabar_pseudo_terminal;

/// Starts a program as leader of a session whose terminal is a new one. Returns 0 or an errno; 127 is the exit status of a program that
/// cannot be run.
int khabar_pseudo_terminal_start(
    const char *program, char *const arguments[], char *const environment[], unsigned short rows, unsigned short columns,
    khabar_pseudo_terminal *result);

/// Tells terminal and program another size.
int khabar_pseudo_terminal_resize(int main, unsigned short rows, unsigned short columns);

#endif
