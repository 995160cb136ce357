// Tells the thread sanitizer of Swift's Mutex.
//
// On Linux a contended Mutex is locked and unlocked by the kernel (FUTEX_LOCK_PI), which the sanitizer does not see: whatever the next holder
// touches would be a race. Loaded before Swift's library, these stand before its slow paths; the quick ones are atomic operations in code
// that is built with the sanitizer. `.ci/sanitize thread` builds and loads it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stdint.h>

#define SELF __attribute__((swift_context)) void *self
#define SWIFT __attribute__((swiftcall))
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define TRY_LOCK "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

// Not there in programs that are built without.
extern void __tsan_acquire(void *) __attribute__((weak));
extern void __tsan_release(void *) __attribute__((weak));

SWIFT void khabar_lock(uint32_t thread, SELF) __asm__(LOCK);
SWIFT bool khabar_try_lock(SELF) __asm__(TRY_LOCK);
SWIFT void khabar_unlock(SELF) __asm__(UNLOCK);

SWIFT void khabar_lock(uint32_t thread, SELF) {
  SWIFT void (*lock)(uint32_t, SELF) = dlsym(RTLD_NEXT, LOCK);
  lock(thread, self);
  if (__tsan_acquire) __tsan_acquire(self);
}

SWIFT bool khabar_try_lock(SELF) {
  SWIFT bool (*try_lock)(SELF) = dlsym(RTLD_NEXT, TRY_LOCK);
  bool is_taken = try_lock(self);
  if (is_taken && __tsan_acquire) __tsan_acquire(self);
  return is_taken;
}

SWIFT void khabar_unlock(SELF) {
  if (__tsan_release) __tsan_release(self);
  SWIFT void (*unlock)(SELF) = dlsym(RTLD_NEXT, UNLOCK);
  unlock(self);
}
