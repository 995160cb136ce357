#define _GNU_SOURCE 1
#include "CConfinement.h"
#include "Rules.h"

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#ifdef __x86_64__
#define THIS_PROCESSOR AUDIT_ARCH_X86_64
#else
#define THIS_PROCESSOR AUDIT_ARCH_AARCH64
#endif

// What only the kernel that runs knows. The numbers are the same everywhere since 2019.
enum { io_uring_setup = 425, pidfd_send_signal = 424, clone3 = 435, openat2 = 437, pidfd_getfd = 438, process_madvise = 440 };

#define LOAD(offset) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset)
#define RETURN(what) BPF_STMT(BPF_RET | BPF_K, what)
#define REFUSE RETURN(SECCOMP_RET_ERRNO | EPERM)
/// Refuses the call of this number and goes on with the others.
#define NO(number) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), REFUSE
/// The call is not there: C libraries then take an older one, which is looked at below.
#define ABSENT(number) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), RETURN(SECCOMP_RET_ERRNO | ENOSYS)
/// Refuses the call when its argument has one of these bits, else lets it through. Processors here are little-endian.
#define NO_BITS(number, argument, bits)                                                                            \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 4), LOAD(offsetof(struct seccomp_data, args) + 8 * (argument)), \
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (bits), 0, 1), REFUSE, RETURN(SECCOMP_RET_ALLOW)
/// Lets the call through when its argument has this bit, else refuses it.
#define ONLY_BITS(number, argument, bits)                                                                          \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 4), LOAD(offsetof(struct seccomp_data, args) + 8 * (argument)), \
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (bits), 1, 0), REFUSE, RETURN(SECCOMP_RET_ALLOW)

enum { writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND, as_thread = 0x10000 };

static struct sock_filter steps[] = {
    LOAD(offsetof(struct seccomp_data, arch)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_PROCESSOR, 1, 0),
    RETURN(SECCOMP_RET_KILL_PROCESS),
    LOAD(offsetof(struct seccomp_data, nr)),
#ifdef __x86_64__
    // The numbers of x32 begin here.
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
    RETURN(SECCOMP_RET_KILL_PROCESS),
    NO(SYS_fork),
    NO(SYS_vfork),
    NO(SYS_creat),
    NO(SYS_unlink),
    NO(SYS_rename),
    NO(SYS_mkdir),
    NO(SYS_rmdir),
    NO(SYS_link),
    NO(SYS_symlink),
    NO(SYS_chmod),
    NO(SYS_chown),
    NO(SYS_lchown),
    NO(SYS_mknod),
    NO(SYS_utime),
    NO(SYS_utimes),
    NO(SYS_futimesat),
    NO_BITS(SYS_open, 1, writing),
#endif
    // No network, and nobody to talk to.
    NO(SYS_socket),
    NO(SYS_socketpair),
    NO(SYS_connect),
    NO(SYS_bind),
    NO(io_uring_setup),
    // No other process.
    NO(SYS_ptrace),
    NO(SYS_process_vm_readv),
    NO(SYS_process_vm_writev),
    NO(process_madvise),
    NO(pidfd_getfd),
    NO(SYS_kill),
    NO(SYS_tkill),
    NO(SYS_tgkill),
    NO(SYS_rt_sigqueueinfo),
    NO(SYS_rt_tgsigqueueinfo),
    NO(pidfd_send_signal),
    NO(SYS_setpriority),
    NO(SYS_sched_setscheduler),
    NO(SYS_prlimit64),
    ABSENT(clone3),
    ONLY_BITS(SYS_clone, 0, as_thread),
    // No file changes.
    NO(SYS_unlinkat),
    NO(SYS_renameat),
    NO(SYS_renameat2),
    NO(SYS_mkdirat),
    NO(SYS_linkat),
    NO(SYS_symlinkat),
    NO(SYS_mknodat),
    NO(SYS_fchmod),
    NO(SYS_fchmodat),
    NO(SYS_fchown),
    NO(SYS_fchownat),
    NO(SYS_truncate),
    NO(SYS_utimensat),
    NO(SYS_setxattr),
    NO(SYS_lsetxattr),
    NO(SYS_removexattr),
    NO(SYS_lremovexattr),
    ABSENT(openat2),
    NO_BITS(SYS_openat, 2, writing),
    // Parts of the kernel that a decoder has no business with.
    NO(SYS_bpf),
    NO(SYS_perf_event_open),
    NO(SYS_keyctl),
    NO(SYS_add_key),
    NO(SYS_request_key),
    NO(SYS_unshare),
    NO(SYS_setns),
    NO(SYS_mount),
    NO(SYS_umount2),
    NO(SYS_pivot_root),
    NO(SYS_chroot),
#ifdef SYS_userfaultfd
    NO(SYS_userfaultfd),
#endif
    RETURN(SECCOMP_RET_ALLOW),
};

bool khabar_filters_calls(void) { return prctl(PR_GET_SECCOMP) >= 0; }

bool khabar_calls_enter(void) {
  if (!khabar_filters_calls()) return true;
  struct sock_fprog program = {.len = sizeof steps / sizeof *steps, .filter = steps};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

#else

bool khabar_filters_calls(void) { return false; }
bool khabar_calls_enter(void) { return true; }

#endif
