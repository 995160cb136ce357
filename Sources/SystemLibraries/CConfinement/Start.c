#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1
#include "CConfinement.h"
#include "Rules.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

enum { cannot_be_confined = 126, cannot_run = 127 };

static bool limit(int resource, rlim_t value) {
  struct rlimit found;
  if (getrlimit(resource, &found) != 0) return false;
  // Nobody is given more than there was.
  if (found.rlim_max != RLIM_INFINITY && found.rlim_max < value) value = found.rlim_max;
  struct rlimit wanted = {.rlim_cur = value, .rlim_max = value};
  return setrlimit(resource, &wanted) == 0;
}

static bool limit_all(const khabar_limits *limits) {
#ifdef __linux__
  // macOS takes the first one and does not heed it, or refuses it.
  if (!limit(RLIMIT_AS, limits->address_space)) return false;
#endif
  return limit(RLIMIT_CPU, limits->cpu_seconds) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, 64) && limit(RLIMIT_CORE, 0);
}

static void close_others(void) {
#ifdef __linux__
  // close_range, Linux 5.9.
  if (syscall(436, 3u, ~0u, 0u) == 0) return;
#endif
  long count = sysconf(_SC_OPEN_MAX);
  for (int descriptor = 3; descriptor < (count > 0 && count < 65536 ? count : 65536); descriptor++) close(descriptor);
}

/// In the new process.
static void run(
    const char *program, char *const arguments[], char *const environment[], const int standard[3], const khabar_limits *limits,
    int rules) {
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  // Without a terminal.
  setsid();
  // All three are above 2: none of them is closed by another one's taking its place.
  for (int descriptor = 0; descriptor < 3; descriptor++)
    if (dup2(standard[descriptor], descriptor) < 0) _exit(cannot_be_confined);
#ifdef __linux__
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) _exit(cannot_be_confined);
  // When the reader is gone nobody waits for a picture.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  if (!khabar_landlock_enter(rules) || !limit_all(limits)) _exit(cannot_be_confined);
  close_others();
  if (!khabar_calls_enter()) _exit(cannot_be_confined);
  execve(program, arguments, environment);
  _exit(cannot_run);
}

/// A copy above the standard descriptors that a started program does not inherit; -1 with errno.
static int above(int descriptor) { return fcntl(descriptor, F_DUPFD_CLOEXEC, 3); }

pid_t khabar_confined_start(
    const char *program, char *const arguments[], char *const environment[], int input, const khabar_limits *limits, int *output) {
  int ends[2] = {-1, -1};
  int standard[3] = {-1, -1, -1};
  int silence = -1;
  pid_t process = -1;
  int rules = khabar_landlock_rules(program);
  if (rules == -2) return -1;
  if (pipe(ends) == 0 && (silence = open("/dev/null", O_WRONLY | O_CLOEXEC)) >= 0) {
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    standard[0] = above(input);
    standard[1] = above(ends[1]);
    standard[2] = above(silence);
    if (standard[0] >= 0 && standard[1] >= 0 && standard[2] >= 0) {
      process = fork();
      if (process == 0) run(program, arguments, environment, standard, limits, rules);
    }
  }
  int error = errno;
  int done[] = {ends[1], silence, standard[0], standard[1], standard[2], rules};
  for (unsigned index = 0; index < sizeof done / sizeof *done; index++)
    if (done[index] >= 0) close(done[index]);
  if (process < 0) {
    if (ends[0] >= 0) close(ends[0]);
    errno = error;
    return -1;
  }
  *output = ends[0];
  return process;
}
