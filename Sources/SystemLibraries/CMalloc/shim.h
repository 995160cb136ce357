#ifndef KHABAR_CMALLOC_H
#define KHABAR_CMALLOC_H

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/// Lets threads take their memory from so many arenas at most (mallopt(3)); elsewhere than in glibc it does nothing.
static inline void khabar_limit_arenas(int count) {
#ifdef __GLIBC__
  mallopt(M_ARENA_MAX, count);
#else
  (void)count;
#endif
}

#endif
