#include "CICU.h"
#include "International.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uidna.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

void khabar_icu_version(char *out, int32_t capacity) {
  UVersionInfo version;
  char text[U_MAX_VERSION_STRING_LENGTH];
  u_getVersion(version);
  u_versionToString(version, text);
  if (capacity <= 0) return;
  strncpy(out, text, (size_t)capacity);
  out[capacity - 1] = 0;
}

struct khabar_break_iterator {
  UBreakIterator *breaks;
  UText *text;
};

khabar_break_iterator *khabar_break_open(khabar_break_kind kind, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIteratorType type = kind == KHABAR_BREAK_LINE ? UBRK_LINE : kind == KHABAR_BREAK_WORD ? UBRK_WORD : UBRK_SENTENCE;
  UBreakIterator *breaks = ubrk_open(type, locale, NULL, 0, &status);
  if (U_FAILURE(status)) return NULL;
  khabar_break_iterator *iterator = calloc(1, sizeof *iterator);
  if (!iterator) {
    ubrk_close(breaks);
    return NULL;
  }
  iterator->breaks = breaks;
  return iterator;
}

void khabar_break_close(khabar_break_iterator *iterator) {
  if (!iterator) return;
  if (iterator->text) utext_close(iterator->text);
  ubrk_close(iterator->breaks);
  free(iterator);
}

int32_t khabar_break_offsets(
    khabar_break_iterator *iterator, const char *text, int32_t byte_count, int32_t *offsets, int32_t *statuses,
    int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  iterator->text = utext_openUTF8(iterator->text, text, byte_count, &status);
  ubrk_setUText(iterator->breaks, iterator->text, &status);
  if (U_FAILURE(status)) return -1;
  int32_t count = 0;
  ubrk_first(iterator->breaks);
  for (int32_t offset = ubrk_next(iterator->breaks); offset != UBRK_DONE; offset = ubrk_next(iterator->breaks)) {
    if (count < capacity) {
      offsets[count] = offset;
      if (statuses) statuses[count] = ubrk_getRuleStatus(iterator->breaks);
    }
    count++;
  }
  return count;
}

// ICU's normaliser for UTF-8 is C++ only; the C one wants UTF-16, so the text goes there and back.
int32_t khabar_nfc(const char *text, int32_t byte_count, char *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return -1;
  // UTF-16 never needs more units than UTF-8 has bytes; composing may grow a text by at most three times.
  int32_t units = byte_count + 1, grown = 3 * units;
  UChar *source = malloc(sizeof(UChar) * (size_t)units), *composed = malloc(sizeof(UChar) * (size_t)grown);
  int32_t result = -1, source_count = 0, composed_count = 0;
  if (source && composed) {
    u_strFromUTF8(source, units, &source_count, text, byte_count, &status);
    composed_count = unorm2_normalize(nfc, source, source_count, composed, grown, &status);
    if (U_SUCCESS(status)) {
      u_strToUTF8(out, capacity, &result, composed, composed_count, &status);
      if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) result = -1;
    }
  }
  free(source);
  free(composed);
  return result;
}

bool khabar_is_nfc(const char *text, int32_t byte_count) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  int32_t units = byte_count + 1, source_count = 0;
  UChar *source = malloc(sizeof(UChar) * (size_t)units);
  if (!source) return false;
  u_strFromUTF8(source, units, &source_count, text, byte_count, &status);
  UBool yes = unorm2_quickCheck(nfc, source, source_count, &status) == UNORM_YES;
  free(source);
  return U_SUCCESS(status) && yes;
}

// Normalises UTF-16 into a fresh buffer; one compatibility character may become eighteen (U+FDFA), so the size is asked first.
static UChar *normalized(const UNormalizer2 *form, const UChar *source, int32_t source_count, int32_t *count) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t needed = unorm2_normalize(form, source, source_count, NULL, 0, &status);
  if (status != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(status)) return NULL;
  UChar *result = malloc(sizeof(UChar) * ((size_t)needed + 1));
  if (!result) return NULL;
  status = U_ZERO_ERROR;
  *count = unorm2_normalize(form, source, source_count, result, needed + 1, &status);
  if (U_SUCCESS(status)) return result;
  free(result);
  return NULL;
}

int32_t khabar_fold(const char *text, int32_t byte_count, char *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *casefold = unorm2_getNFKCCasefoldInstance(&status);
  const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t result = -1, source_count = 0, folded_count = 0, decomposed_count = 0;
  UChar *source = malloc(sizeof(UChar) * ((size_t)byte_count + 1)), *folded = NULL, *decomposed = NULL;
  if (source) {
    u_strFromUTF8(source, byte_count + 1, &source_count, text, byte_count, &status);
    if (U_SUCCESS(status)) folded = normalized(casefold, source, source_count, &folded_count);
    if (folded) decomposed = normalized(nfd, folded, folded_count, &decomposed_count);
    if (decomposed) {
      u_strToUTF8(out, capacity, &result, decomposed, decomposed_count, &status);
      if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) result = -1;
    }
  }
  free(source);
  free(folded);
  free(decomposed);
  return result;
}

// Opening a transliterator compiles its rules (milliseconds) and one may serve one thread at a time: each is opened once, and the
// lock guards both the table and its use.
static pthread_mutex_t latin_lock = PTHREAD_MUTEX_INITIALIZER;
static UTransliterator *latin[KHABAR_SCRIPT_COUNT];

static UTransliterator *latin_transliterator(khabar_script script) {
  static const char *const names[KHABAR_SCRIPT_COUNT] = {
      "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam",
  };
  if (latin[script]) return latin[script];
  // ISO 15919 has letters without a composed form (r with ring, m with candrabindu): their marks go, one scalar a column stays.
  char name[80];
  strcpy(name, names[script]);
  strcat(name, "-Latin; NFC; [\\u0300-\\u036F] Remove");
  UChar units[80];
  u_uastrcpy(units, name);
  UErrorCode status = U_ZERO_ERROR;
  const struct khabar_international *icu = khabar_international();
  UTransliterator *opened = !icu ? NULL : icu->utrans_openU(units, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (opened && U_SUCCESS(status)) latin[script] = opened;
  return latin[script];
}

int32_t khabar_indic_latin(khabar_script script, const char *text, int32_t byte_count, char *out, int32_t capacity) {
  // An Indic letter has three bytes in UTF-8 and becomes at most a handful of Latin ones.
  int32_t grown = 4 * byte_count + 64, unit_count = 0, result = -1;
  UChar *units = malloc(sizeof(UChar) * (size_t)grown);
  if (!units) return -1;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(units, grown, &unit_count, text, byte_count, &status);
  pthread_mutex_lock(&latin_lock);
  UTransliterator *transliterator = U_SUCCESS(status) ? latin_transliterator(script) : NULL;
  if (transliterator) {
    int32_t limit = unit_count;
    khabar_international()->utrans_transUChars(transliterator, units, &unit_count, grown, 0, &limit, &status);
  }
  pthread_mutex_unlock(&latin_lock);
  if (transliterator && U_SUCCESS(status)) {
    u_strToUTF8(out, capacity, &result, units, unit_count, &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) result = -1;
  }
  free(units);
  return result;
}

// Opening a formatter reads a table of rules; two locales are asked for in turn.
enum { SPELLER_COUNT = 4 };
static struct {
  char locale[16];
  UNumberFormat *format;
} spellers[SPELLER_COUNT];
static pthread_mutex_t speller_lock = PTHREAD_MUTEX_INITIALIZER;

static UNumberFormat *speller(const char *locale) {
  if (strlen(locale) >= sizeof spellers[0].locale) return NULL;
  for (int index = 0; index < SPELLER_COUNT; index++) {
    if (spellers[index].format && strcmp(spellers[index].locale, locale) == 0) return spellers[index].format;
    if (spellers[index].format) continue;
    const struct khabar_international *icu = khabar_international();
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormat *format = !icu ? NULL : icu->unum_open(UNUM_SPELLOUT, NULL, 0, locale, NULL, &status);
    if (!format || U_FAILURE(status)) return NULL;
    strcpy(spellers[index].locale, locale);
    spellers[index].format = format;
    return format;
  }
  return NULL;
}

int32_t khabar_spell_number(const char *locale, khabar_spelling spelling, int64_t number, char *out, int32_t capacity) {
  static const char *const rules[] = {"%spellout-cardinal", "%spellout-ordinal", "%spellout-numbering-year"};
  UChar rule[32], words[512];
  UErrorCode status = U_ZERO_ERROR;
  int32_t result = -1;
  u_uastrcpy(rule, rules[spelling]);
  pthread_mutex_lock(&speller_lock);
  UNumberFormat *format = speller(locale);
  if (format) {
    const struct khabar_international *icu = khabar_international();
    icu->unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, rule, -1, &status);
    int32_t count = icu->unum_formatInt64(format, number, words, 512, NULL, &status);
    if (U_SUCCESS(status) && count <= 512) u_strToUTF8(out, capacity, &result, words, count, &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) result = -1;
  }
  pthread_mutex_unlock(&speller_lock);
  return result;
}

bool khabar_bidi_levels(const uint16_t *text, int32_t unit_count, uint8_t *levels) {
  UErrorCode status = U_ZERO_ERROR;
  UBiDi *bidi = ubidi_openSized(unit_count, 0, &status);
  if (U_FAILURE(status)) return false;
  ubidi_setPara(bidi, (const UChar *)text, unit_count, UBIDI_DEFAULT_LTR, NULL, &status);
  const UBiDiLevel *found = ubidi_getLevels(bidi, &status);
  if (U_SUCCESS(status)) memcpy(levels, found, (size_t)unit_count * sizeof *levels);
  ubidi_close(bidi);
  return U_SUCCESS(status);
}

void khabar_visual_order(const uint8_t *levels, int32_t count, int32_t *order) {
  ubidi_reorderVisual(levels, count, order);
}

uint32_t khabar_mirrored(uint32_t scalar) { return (uint32_t)u_charMirror((UChar32)scalar); }

int32_t khabar_idna_ascii(const char *text, int32_t byte_count, char *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  uint32_t options = UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ;
  UIDNA *names = uidna_openUTS46(options, &status);
  if (U_FAILURE(status)) return -1;
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  int32_t count = uidna_nameToASCII_UTF8(names, text, byte_count, out, capacity, &info, &status);
  uidna_close(names);
  return U_SUCCESS(status) && info.errors == 0 ? count : -1;
}

khabar_plural_rules *khabar_plural_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  const struct khabar_international *icu = khabar_international();
  UPluralRules *rules = !icu ? NULL : icu->uplrules_open(locale, &status);
  return U_FAILURE(status) ? NULL : (khabar_plural_rules *)rules;
}

int32_t khabar_plural_keyword(const khabar_plural_rules *rules, double number, char *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar keyword[16];
  int32_t count = khabar_international()->uplrules_select((const UPluralRules *)rules, number, keyword, 16, &status);
  if (U_FAILURE(status) || count >= capacity) return -1;
  u_UCharsToChars(keyword, out, count);
  out[count] = 0;
  return count;
}
