#ifndef KHABAR_CMALLOC_H
#define KHABAR_CMALLOC_H

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#include <unistd.h>
#endif

/// Lets threads take their memory from as many arenas as there are processors, two at least (mallopt(3)). glibc would make eight times as many, and what is
/// freed in one is not there for the threads of the others: 12 MB of a large refresh, for perhaps 3 % of its time. To be called before the first
/// thread begins; elsewhere than in glibc it does nothing.
static inline void khabar_limit_arenas(void) {
#ifdef __GLIBC__
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  mallopt(M_ARENA_MAX, count < 2 ? 2 : count > 1024 ? 1024 : (int)count);
#endif
}

#endif
