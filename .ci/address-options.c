// Programs that the tests start have an environment of their own, so `ASAN_OPTIONS` does not reach them: this is what they begin with
// (compiler-rt, sanitizer_flags). What Swift's runtime keeps for ever looks like leaks; `.ci/leaks` and `.ci/endurance` tell about those.
const char *__asan_default_options(void) { return "detect_leaks=0"; }
