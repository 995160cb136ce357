#define _GNU_SOURCE 1
#include "CConfinement.h"
#include "Rules.h"

#ifdef __linux__

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// linux/landlock.h, of our own: the header of an old system does not know what the kernel that runs may have. The numbers are the same on
// every processor but Alpha.
enum { create_ruleset = 444, add_rule = 445, restrict_self = 446 };
enum { version_flag = 1, rule_path_beneath = 1 };

struct ruleset_attribute {
  uint64_t handled_fs;
  uint64_t handled_net;
  uint64_t scoped;
};

struct path_attribute {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

enum { fs_execute = 1 << 0, fs_read_file = 1 << 2, fs_read_dir = 1 << 3 };

int khabar_landlock_version(void) {
  long version = syscall(create_ruleset, NULL, 0, version_flag);
  return version > 0 ? (int)version : 0;
}

/// Lets what lies under `path` be read and run; a path that is not there needs no rule.
static bool allow(int rules, const char *path) {
  int parent = open(path, O_PATH | O_CLOEXEC);
  if (parent < 0) return true;
  struct stat status;
  uint64_t allowed = fs_execute | fs_read_file;
  if (fstat(parent, &status) == 0 && S_ISDIR(status.st_mode)) allowed |= fs_read_dir;
  struct path_attribute attribute = {.allowed = allowed, .parent = parent};
  bool is_added = syscall(add_rule, rules, rule_path_beneath, &attribute, 0) == 0;
  close(parent);
  return is_added;
}

/// Where programs and libraries lie: Debian and its kin, Nix, Guix, Homebrew.
static const char *const places[] = {
    "/usr", "/lib", "/lib64", "/lib32", "/bin", "/etc/ld.so.cache", "/nix/store", "/gnu/store", "/home/linuxbrew/.linuxbrew"};

/// The program itself, and the `lib` beside its folder: it may be installed anywhere.
static bool allow_program(int rules, const char *program) {
  char path[PATH_MAX];
  if (!realpath(program, path) || !allow(rules, path)) return false;
  for (int level = 0; level < 2; level++) {
    char *slash = strrchr(path, '/');
    if (!slash || slash == path) return true;
    *slash = 0;
  }
  if (strlen(path) + 5 > sizeof path) return true;
  strcat(path, "/lib");
  return allow(rules, path);
}

int khabar_landlock_rules(const char *program) {
  int version = khabar_landlock_version();
  if (version == 0) return -1;
  // Thirteen rights of version 1; moving between folders came with 2, truncating with 3, devices with 5.
  struct ruleset_attribute attribute = {.handled_fs = (1 << 13) - 1};
  if (version >= 2) attribute.handled_fs |= 1 << 13;
  if (version >= 3) attribute.handled_fs |= 1 << 14;
  if (version >= 5) attribute.handled_fs |= 1 << 15;
  // TCP, both ways; then abstract sockets and signals.
  if (version >= 4) attribute.handled_net = 3;
  if (version >= 6) attribute.scoped = 3;
  size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
  int rules = (int)syscall(create_ruleset, &attribute, size, 0);
  if (rules < 0) return -2;
  bool is_whole = allow_program(rules, program);
  for (size_t index = 0; index < sizeof places / sizeof *places; index++) is_whole = is_whole && allow(rules, places[index]);
  if (is_whole) return rules;
  int error = errno;
  close(rules);
  errno = error;
  return -2;
}

bool khabar_landlock_enter(int rules) { return rules == -1 || syscall(restrict_self, rules, 0) == 0; }

#else

int khabar_landlock_version(void) { return 0; }
int khabar_landlock_rules(const char *program) {
  (void)program;
  return -1;
}
bool khabar_landlock_enter(int rules) {
  (void)rules;
  return true;
}

#endif
