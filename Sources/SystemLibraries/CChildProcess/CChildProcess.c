#define _GNU_SOURCE
#include "CChildProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

extern char **environ;

// Only what POSIX allows between fork and exec in a program with threads.
static void become(
    const char *path, char *const arguments[], int input, int null, int errors, pid_t parent) __attribute__((noreturn));

static void become(const char *path, char *const arguments[], int input, int null, int errors, pid_t parent) {
  setsid();
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  // The parent may have ended before that was asked for.
  if (getppid() != parent) _exit(127);
  dup2(input, 0);
  dup2(null, 1);
  dup2(errors, 2);
#ifdef __linux__
  close_range(3, ~0U, 0);
#else
  for (int descriptor = 3; descriptor < 1024; descriptor++) close(descriptor);
#endif
  sigset_t none;
  sigemptyset(&none);
  signal(SIGPIPE, SIG_DFL);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(path, arguments, environ);
  _exit(127);
}

static void close_all(const int *descriptors, int count) {
  int kept = errno;
  for (int index = 0; index < count; index++)
    if (descriptors[index] >= 0) close(descriptors[index]);
  errno = kept;
}

static bool open_pipe(int ends[2]) {
  if (pipe(ends) != 0) return false;
  for (int index = 0; index < 2; index++) {
    fcntl(ends[index], F_SETFD, FD_CLOEXEC);
    // Neither side ever waits for the other one.
    fcntl(ends[index], F_SETFL, fcntl(ends[index], F_GETFL) | O_NONBLOCK);
  }
  return true;
}

pid_t khabar_child_start(
    const char *path, char *const arguments[], const char *input, size_t input_count, int *errors) {
  int ends[5] = {-1, -1, -1, -1, -1};
  int *in = ends, *out = ends + 2, *null = ends + 4;
  // What is written while this process still holds the reading end can neither wait nor be refused.
  if (!open_pipe(in) || !open_pipe(out) || (*null = open("/dev/null", O_RDWR | O_CLOEXEC)) < 0
      || write(in[1], input, input_count) != (ssize_t)input_count) {
    close_all(ends, 5);
    return -1;
  }
  // The child may wait for its input, and finds its end.
  fcntl(in[0], F_SETFL, fcntl(in[0], F_GETFL) & ~O_NONBLOCK);
  pid_t parent = getpid();
  pid_t child = fork();
  if (child == 0) become(path, arguments, in[0], *null, out[1], parent);
  if (child < 0) {
    close_all(ends, 5);
    return -1;
  }
  *errors = out[0];
  out[0] = -1;
  close_all(ends, 5);
  return child;
}

void khabar_child_await(pid_t child) {
  siginfo_t info;
  while (waitid(P_PID, (id_t)child, &info, WEXITED | WNOWAIT) != 0 && errno == EINTR) {}
}

int khabar_child_reap(pid_t child) {
  int status = 0;
  pid_t result;
  while ((result = waitpid(child, &status, 0)) < 0 && errno == EINTR) {}
  if (result < 0) return 127;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void khabar_child_signal(pid_t child, int signal) {
  // Until it has a session of its own the child has no group either.
  if (kill(-child, signal) != 0) kill(child, signal);
}
