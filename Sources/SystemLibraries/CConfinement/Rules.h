#ifndef KHABAR_CONFINEMENT_RULES_H
#define KHABAR_CONFINEMENT_RULES_H

#include <stdbool.h>

/// A Landlock rule set under which only what `program` is made of can be read and run; -1 where the kernel has no Landlock.
///
/// Returns -2, with errno, when there is Landlock and no rule set could be made.
int khabar_landlock_rules(const char *program);

/// Puts the calling thread, and all it becomes, under `rules`. Safe between fork and exec.
bool khabar_landlock_enter(int rules);

/// Refuses the calls that a decoder has no use for. Safe between fork and exec; true where there is no filter to be had.
bool khabar_calls_enter(void);

#endif
