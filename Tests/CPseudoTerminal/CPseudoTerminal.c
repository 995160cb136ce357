#define _XOPEN_SOURCE 700
#define _DEFAULT_SOURCE 1
#define _DARWIN_C_SOURCE 1
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static void close_all(int *descriptors, int count) {
  for (int index = 0; index < count; index++)
    if (descriptors[index] >= 0) close(descriptors[index]);
}

int khabar_pseudo_terminal_resize(int main, unsigned short rows, unsigned short columns) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  return ioctl(main, TIOCSWINSZ, &size) == 0 ? 0 : errno;
}

static void run(const char *program, char *const arguments[], char *const environment[], int side) {
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  setsid();
  ioctl(side, TIOCSCTTY, 0);
  for (int descriptor = 0; descriptor < 3; descriptor++) dup2(side, descriptor);
  execve(program, arguments, environment);
  _exit(127);
}

int khabar_pseudo_terminal_start(
    const char *program, char *const arguments[], char *const environment[], unsigned short rows, unsigned short columns,
    khabar_pseudo_terminal *result) {
  // main, side, both ends of the pipe
  int ends[4] = {-1, -1, -1, -1};
  const char *path = NULL;
  pid_t process = -1;
  ends[0] = posix_openpt(O_RDWR | O_NOCTTY);
  if (ends[0] >= 0 && grantpt(ends[0]) == 0 && unlockpt(ends[0]) == 0) path = ptsname(ends[0]);
  if (path) ends[1] = open(path, O_RDWR | O_NOCTTY);
  if (ends[1] >= 0 && pipe(ends + 2) == 0) {
    // All but the writing end of the pipe, which the program inherits.
    for (int index = 0; index < 3; index++) fcntl(ends[index], F_SETFD, FD_CLOEXEC);
    khabar_pseudo_terminal_resize(ends[0], rows, columns);
    process = fork();
    if (process == 0) run(program, arguments, environment, ends[1]);
  }
  int error = process > 0 ? 0 : errno;
  if (error) {
    close_all(ends, 4);
    return error;
  }
  close(ends[3]);
  *result = (khabar_pseudo_terminal){.process = process, .main = ends[0], .side = ends[1], .life = ends[2]};
  return 0;
}
