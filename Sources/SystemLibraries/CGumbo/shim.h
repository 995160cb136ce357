#ifndef KHABAR_CGUMBO_SHIM_H
#define KHABAR_CGUMBO_SHIM_H

#include <gumbo.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

// A union's member and a vector's element, both awkward from Swift.
static inline GumboNode *khabar_gumbo_child_of(const GumboNode *element, unsigned int index) {
  return (GumboNode *)element->v.element.children.data[index];
}

static inline GumboAttribute *khabar_gumbo_attribute_of(const GumboNode *element, unsigned int index) {
  return (GumboAttribute *)element->v.element.attributes.data[index];
}

static inline size_t khabar_gumbo_length(const char *string) { return strlen(string); }

// Everything one parse allocates lies in a few large blocks that are freed together. gumbo frees its tree by recursion, which
// a deep page turns into a stack overflow, and has no bound: a page of a few megabytes can make it build gigabytes.
typedef struct khabar_gumbo_block {
  struct khabar_gumbo_block *previous;
  size_t capacity;
  size_t used;
} khabar_gumbo_block;

typedef struct {
  khabar_gumbo_block *last;
  size_t total;
  size_t limit;
  jmp_buf refusal;
} khabar_gumbo_arena;

static inline void *khabar_gumbo_allocate(void *userdata, size_t count) {
  khabar_gumbo_arena *arena = (khabar_gumbo_arena *)userdata;
  count = (count + 15) & ~(size_t)15;
  khabar_gumbo_block *block = arena->last;
  const size_t header = (sizeof(khabar_gumbo_block) + 15) & ~(size_t)15;
  if (block == NULL || block->capacity - block->used < count) {
    size_t capacity = block == NULL ? 128 * 1024 : block->capacity * 2;
    if (capacity > 4 * 1024 * 1024) capacity = 4 * 1024 * 1024;
    if (capacity < count + header) capacity = count + header;
    if (count > arena->limit || arena->total + capacity > arena->limit) longjmp(arena->refusal, 1);
    block = (khabar_gumbo_block *)malloc(capacity);
    if (block == NULL) longjmp(arena->refusal, 1);
    block->previous = arena->last;
    block->capacity = capacity;
    block->used = header;
    arena->last = block;
    arena->total += capacity;
  }
  void *result = (char *)block + block->used;
  block->used += count;
  return result;
}

static inline void khabar_gumbo_deallocate(void *userdata, void *pointer) {
  (void)userdata;
  (void)pointer;
}

static inline void khabar_gumbo_free(khabar_gumbo_arena *arena) {
  khabar_gumbo_block *block = arena->last;
  while (block != NULL) {
    khabar_gumbo_block *previous = block->previous;
    free(block);
    block = previous;
  }
  free(arena);
}

// The root element of what `bytes` say, NULL when its tree would take more than `limit` bytes. `*out_arena` owns the tree and
// must go to khabar_gumbo_free in either case; it is NULL when there is no memory at all.
// Never inlined: it calls setjmp. The jump crosses gumbo's frames only, which hold nothing but memory of the arena.
static __attribute__((noinline)) const GumboNode *khabar_gumbo_parse(
    const char *bytes, size_t count, bool is_fragment, size_t limit, khabar_gumbo_arena **out_arena) {
  khabar_gumbo_arena *arena = (khabar_gumbo_arena *)calloc(1, sizeof(khabar_gumbo_arena));
  *out_arena = arena;
  if (arena == NULL) return NULL;
  arena->limit = limit;
  if (setjmp(arena->refusal) != 0) return NULL;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = khabar_gumbo_allocate;
  options.deallocator = khabar_gumbo_deallocate;
  options.userdata = arena;
  options.max_errors = 0;
  if (is_fragment) options.fragment_context = GUMBO_TAG_BODY;
  GumboOutput *output = gumbo_parse_with_options(&options, bytes, count);
  return output == NULL ? NULL : output->root;
}

#endif
