#include "CTerminalRescue.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST_TEXT = 2048, ALTERNATE_STACK_BYTES = 64 * 1024 };

// Written only while `armed` is 0; whoever takes `armed` from 1 to 0 is the only reader.
static atomic_int armed;
static int rescue_terminal = -1, rescue_standard_error = -1;
static struct termios rescue_modes;
static char rescue_bytes[LONGEST_TEXT], rescue_notice[LONGEST_TEXT];
static size_t rescue_byte_count, rescue_notice_count;

static int notify_descriptor = -1;
static unsigned grace;
static atomic_int end_signal;
static atomic_int is_stopping;
static char alternate_stack[ALTERNATE_STACK_BYTES] __attribute__((aligned(16)));

static const int crash_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGABRT, SIGFPE, SIGTRAP, SIGQUIT, SIGSYS};
static const int told_signals[] = {SIGWINCH, SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT};
enum { CRASH_COUNT = sizeof crash_signals / sizeof *crash_signals, TOLD_COUNT = sizeof told_signals / sizeof *told_signals };
static struct sigaction before_crash[CRASH_COUNT], before_told[TOLD_COUNT], before_alarm;
static bool installed, wants_backtrace;

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

static void give_back(bool with_notice) {
  int expected = 1;
  if (!atomic_compare_exchange_strong(&armed, &expected, 0)) return;
  // In the background the screen belongs to somebody else by now. No answer: not our controlling terminal, so nobody shares it.
  pid_t foreground = tcgetpgrp(rescue_terminal);
  if (foreground < 0 || foreground == getpgrp()) {
    write_all(rescue_terminal, rescue_bytes, rescue_byte_count);
    tcsetattr(rescue_terminal, TCSANOW, &rescue_modes);
  }
  if (rescue_standard_error >= 0) dup2(rescue_standard_error, STDERR_FILENO);
  if (with_notice) write_all(STDERR_FILENO, rescue_notice, rescue_notice_count);
}

static void on_crash(int signal_number) {
  int saved = errno;
  give_back(true);
  // The default action ends the process, so that its exit status tells the truth. Swift's backtracer stands in between only for those
  // who asked for it: unasked it holds a terminal up with a question.
  signal(signal_number, SIG_DFL);
  for (int index = 0; index < CRASH_COUNT; index++)
    if (crash_signals[index] == signal_number && wants_backtrace && before_crash[index].sa_handler != SIG_IGN)
      sigaction(signal_number, &before_crash[index], NULL);
  raise(signal_number);
  errno = saved;
}

static void on_told(int signal_number) {
  int saved = errno;
  bool asks_to_end = signal_number == SIGINT || signal_number == SIGTERM || signal_number == SIGHUP;
  if (asks_to_end) {
    atomic_store(&end_signal, signal_number);
    if (atomic_load(&armed)) alarm(grace);
  }
  // The one who stopped the process knows that it was continued.
  if (signal_number != SIGCONT || !atomic_load(&is_stopping)) {
    char byte = (char)signal_number;
    // A full pipe already tells the reader to look.
    ssize_t ignored = write(notify_descriptor, &byte, 1);
    (void)ignored;
  }
  errno = saved;
}

static void on_alarm(int signal_number) {
  (void)signal_number;
  int ending = atomic_load(&end_signal);
  if (!ending || !atomic_load(&armed)) return;
  give_back(true);
  signal(ending, SIG_DFL);
  raise(ending);
  // Blocked in here by our own mask, it would wait for the return.
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, ending);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
}

static void at_exit(void) { give_back(false); }

static bool install(int signal_number, void (*handler)(int), int flags, struct sigaction *before) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  // Also keeps SIGTTOU from stopping us while modes are set.
  sigfillset(&action.sa_mask);
  action.sa_flags = flags;
  return sigaction(signal_number, &action, before) == 0;
}

bool khabar_signals_cover_thread(void) {
  static _Thread_local bool is_covered;
  if (is_covered) return true;
  stack_t stack;
  memset(&stack, 0, sizeof stack);
  stack.ss_sp = alternate_stack;
  stack.ss_size = sizeof alternate_stack;
  is_covered = sigaltstack(&stack, NULL) == 0;
  return is_covered;
}

bool khabar_signals_install(int notify, unsigned grace_seconds) {
  static bool guards_exit;
  if (!guards_exit && atexit(at_exit) == 0) guards_exit = true;
  notify_descriptor = notify;
  grace = grace_seconds ? grace_seconds : 1;
  atomic_store(&end_signal, 0);
  if (installed) return true;
  if (!khabar_signals_cover_thread()) return false;
  wants_backtrace = getenv("SWIFT_BACKTRACE") != NULL;
  for (int index = 0; index < CRASH_COUNT; index++)
    if (!install(crash_signals[index], on_crash, SA_ONSTACK, &before_crash[index])) return false;
  for (int index = 0; index < TOLD_COUNT; index++)
    if (!install(told_signals[index], on_told, SA_RESTART | SA_ONSTACK, &before_told[index])) return false;
  if (!install(SIGALRM, on_alarm, SA_RESTART | SA_ONSTACK, &before_alarm)) return false;
  installed = true;
  return true;
}

void khabar_signals_remove(void) {
  if (!installed) return;
  installed = false;
  alarm(0);
  for (int index = 0; index < CRASH_COUNT; index++) sigaction(crash_signals[index], &before_crash[index], NULL);
  for (int index = 0; index < TOLD_COUNT; index++) sigaction(told_signals[index], &before_told[index], NULL);
  sigaction(SIGALRM, &before_alarm, NULL);
  // A terminal that goes away says so several times: by the end of input, and to the session and to its foreground group. The later
  // ones must not end a program that is already ending and still writes what the reader did.
  signal(SIGHUP, SIG_IGN);
}

// Dispatch's threads block all signals but faults, and the main queue may be served by one of them.
static void raise_here(int signal_number) {
  sigset_t only, before;
  sigemptyset(&only);
  sigaddset(&only, signal_number);
  raise(signal_number);
  pthread_sigmask(SIG_UNBLOCK, &only, &before);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

void khabar_signals_stop_process(bool whole_group) {
  atomic_store(&is_stopping, 1);
  if (whole_group) {
    // The others are told first, while we do not listen: a signal to the group may reach this process on another thread, after this
    // one has gone on.
    signal(SIGTSTP, SIG_IGN);
    kill(0, SIGTSTP);
  }
  signal(SIGTSTP, SIG_DFL);
  raise_here(SIGTSTP);
  install(SIGTSTP, on_told, SA_RESTART | SA_ONSTACK, NULL);
}

int khabar_signals_await_foreground(int terminal) {
  int answer = KHABAR_NO_TERMINAL;
  // Each turn is one time that somebody continued us in the background; a group that cannot be stopped would turn for ever.
  for (int turn = 0; turn < 100; turn++) {
    if (atomic_load(&end_signal)) {
      answer = KHABAR_ENDING;
      break;
    }
    pid_t foreground = tcgetpgrp(terminal);
    // Without job control there is no background.
    if (foreground == getpgrp() || (foreground < 0 && errno == ENOTTY)) {
      answer = KHABAR_FOREGROUND;
      break;
    }
    if (foreground < 0) break;
    atomic_store(&is_stopping, 1);
    raise_here(SIGTTOU);
  }
  return answer;
}

void khabar_signals_came_back(void) { atomic_store(&is_stopping, 0); }

bool khabar_rescue_arm(
    int terminal, const struct termios *modes, const char *bytes, size_t byte_count, int standard_error, const char *notice,
    size_t notice_count) {
  if (byte_count > LONGEST_TEXT || notice_count > LONGEST_TEXT) return false;
  atomic_store(&armed, 0);
  rescue_terminal = terminal;
  rescue_modes = *modes;
  memcpy(rescue_bytes, bytes, byte_count);
  rescue_byte_count = byte_count;
  rescue_standard_error = standard_error;
  memcpy(rescue_notice, notice, notice_count);
  rescue_notice_count = notice_count;
  atomic_store(&armed, 1);
  return true;
}

void khabar_rescue_disarm(void) {
  atomic_store(&armed, 0);
  alarm(0);
}

struct termios khabar_key_modes(struct termios modes) {
  modes.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | IGNCR | INLCR | INPCK | ISTRIP | IXON | PARMRK);
  modes.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN | ISIG);
  modes.c_cflag = (modes.c_cflag & ~(tcflag_t)(CSIZE | PARENB)) | CS8;
  modes.c_cc[VMIN] = 1;
  modes.c_cc[VTIME] = 0;
  return modes;
}
