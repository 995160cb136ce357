#ifndef KHABAR_CICU_INTERNATIONAL_H
#define KHABAR_CICU_INTERNATIONAL_H

#include <unicode/ucsdet.h>
#include <unicode/unum.h>
#include <unicode/upluralrules.h>
#include <unicode/utrans.h>

// What khabar uses of ICU's second library (i18n). On Linux it is loaded when the first of these is needed: linked, it was half a millisecond of
// each start, and of each command that needs nothing of it.
#define KHABAR_INTERNATIONAL_FUNCTIONS(each)                                                                             \
  each(ucsdet_close) each(ucsdet_detect) each(ucsdet_enableInputFilter) each(ucsdet_getConfidence) each(ucsdet_getName)  \
  each(ucsdet_open) each(ucsdet_setText) each(unum_formatInt64) each(unum_open) each(unum_setTextAttribute)              \
  each(uplrules_open) each(uplrules_select) each(utrans_openU) each(utrans_transUChars)

struct khabar_international {
#define KHABAR_INTERNATIONAL_MEMBER(name) __typeof__(&name) name;
  KHABAR_INTERNATIONAL_FUNCTIONS(KHABAR_INTERNATIONAL_MEMBER)
#undef KHABAR_INTERNATIONAL_MEMBER
};

/// NULL when the library is not there. Any thread.
const struct khabar_international *khabar_international(void);

#endif
