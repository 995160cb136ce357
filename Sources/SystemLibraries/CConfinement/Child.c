#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1
#include "CConfinement.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

#ifndef __APPLE__
enum { POSIX_SPAWN_CLOEXEC_DEFAULT = 0 };
#endif

/// What libraries have open, and did not mark as ours alone.
static int close_others(posix_spawn_file_actions_t *actions) {
#ifdef __GLIBC__
  return posix_spawn_file_actions_addclosefrom_np(actions, STDERR_FILENO + 1);
#else
  return 0;
#endif
}

static int set_descriptors(posix_spawn_file_actions_t *actions, int input, int output) {
  int error = posix_spawn_file_actions_adddup2(actions, input, STDIN_FILENO);
  if (!error) error = posix_spawn_file_actions_adddup2(actions, output, STDOUT_FILENO);
  if (!error) error = posix_spawn_file_actions_adddup2(actions, output, STDERR_FILENO);
  return error ? error : close_others(actions);
}

static int set_attributes(posix_spawnattr_t *attributes) {
  sigset_t none, all;
  // Threads of Dispatch block all signals, and so would what they start: no SIGTERM would end it.
  sigemptyset(&none);
  sigfillset(&all);
  int error = posix_spawnattr_setflags(
      attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_CLOEXEC_DEFAULT);
  if (!error) error = posix_spawnattr_setpgroup(attributes, 0);
  if (!error) error = posix_spawnattr_setsigmask(attributes, &none);
  return error ? error : posix_spawnattr_setsigdefault(attributes, &all);
}

pid_t khabar_child_start(const char *program, char *const arguments[], char *const environment[], int input, int output) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  pid_t process = -1;
  int error = posix_spawn_file_actions_init(&actions);
  if (!error) {
    error = posix_spawnattr_init(&attributes);
    if (!error) {
      error = set_descriptors(&actions, input, output);
      if (!error) error = set_attributes(&attributes);
      if (!error) error = posix_spawn(&process, program, &actions, &attributes, arguments, environment);
      posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
  }
  if (!error) return process;
  errno = error;
  return -1;
}
