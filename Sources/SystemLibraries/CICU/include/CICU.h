#ifndef KHABAR_CICU_H
#define KHABAR_CICU_H

#include <stdbool.h>
#include <stdint.h>

// The few ICU services khabar uses, with types of our own: ICU's headers stay inside CICU.c.

/// Where a break iterator breaks. UAX #14 for lines, UAX #29 for words and sentences.
typedef enum {
  KHABAR_BREAK_LINE = 0,
  KHABAR_BREAK_WORD = 1,
  KHABAR_BREAK_SENTENCE = 2,
} khabar_break_kind;

// The version of the ICU library that runs, as in `72.1`; at most `capacity` bytes with the closing zero.
void khabar_icu_version(char *out, int32_t capacity);

typedef struct khabar_break_iterator khabar_break_iterator;

/// Opens an iterator for `locale` ("hi", "mr", "en"); NULL when ICU cannot. One thread at a time.
khabar_break_iterator *khabar_break_open(khabar_break_kind kind, const char *locale);
void khabar_break_close(khabar_break_iterator *iterator);

/// Fills `offsets` with the UTF-8 offsets of the boundaries of `text`, ascending, 0 left out, the end included.
/// `statuses`, when not NULL, gets ICU's rule status beside each offset (word kind; 100 and more: a hard line break).
/// Returns the number of boundaries (which may be larger than `capacity`: then nothing past it was written), or -1 on an ICU error.
int32_t khabar_break_offsets(
    khabar_break_iterator *iterator, const char *text, int32_t byte_count, int32_t *offsets, int32_t *statuses,
    int32_t capacity);

/// Writes the NFC form (UAX #15) of UTF-8 `text`. Returns the bytes needed, or -1 when `text` is not valid UTF-8.
int32_t khabar_nfc(const char *text, int32_t byte_count, char *out, int32_t capacity);

/// Whether `text` is in NFC already (quick check answers "yes"); cheap.
bool khabar_is_nfc(const char *text, int32_t byte_count);

/// Writes `text` case-folded, in compatibility form, without default ignorables, fully decomposed: NFKC_Casefold (UAX #31), then NFD.
/// Returns the bytes needed (which may be larger than `capacity`: then `out` is not whole), or -1 when `text` is not valid UTF-8.
int32_t khabar_fold(const char *text, int32_t byte_count, char *out, int32_t capacity);

/// Scripts that ICU writes in Latin letters (ISO 15919). Devanagari has rules of khabar's own, Sinhala none in ICU.
typedef enum {
  KHABAR_SCRIPT_BENGALI = 0,
  KHABAR_SCRIPT_GURMUKHI,
  KHABAR_SCRIPT_GUJARATI,
  KHABAR_SCRIPT_ODIA,
  KHABAR_SCRIPT_TAMIL,
  KHABAR_SCRIPT_TELUGU,
  KHABAR_SCRIPT_KANNADA,
  KHABAR_SCRIPT_MALAYALAM,
  KHABAR_SCRIPT_COUNT,
} khabar_script;

/// Writes `text` with the letters of `script` as Latin ones, composed, marks without a composed letter left out; all else stays.
/// Returns the bytes needed (which may be larger than `capacity`: then `out` is not whole), or -1 on an ICU error. Any thread.
int32_t khabar_indic_latin(khabar_script script, const char *text, int32_t byte_count, char *out, int32_t capacity);

/// Writes the embedding level (UAX #9) of each unit of UTF-16 `text`, one line, whose base direction is that of its first strong character.
/// False on an ICU error.
bool khabar_bidi_levels(const uint16_t *text, int32_t unit_count, uint8_t *levels);

/// Writes, from left to right as they are seen, which of `count` things with these levels stands where (UAX #9, rule L2).
void khabar_visual_order(const uint8_t *levels, int32_t count, int32_t *order);

/// How a number is said.
typedef enum {
  KHABAR_SPELL_CARDINAL = 0,
  KHABAR_SPELL_ORDINAL = 1,
  KHABAR_SPELL_YEAR = 2,
} khabar_spelling;

/// Writes `number` in words by ICU's rules (RBNF) for `locale` ("hi", "en_IN"). Returns the bytes needed (which may be larger than
/// `capacity`: then `out` is not whole), or -1 when ICU has no such rules. Any thread.
int32_t khabar_spell_number(const char *locale, khabar_spelling spelling, int64_t number, char *out, int32_t capacity);

/// The character that shows `scalar` in text from right to left: the other bracket; `scalar` itself for most.
uint32_t khabar_mirrored(uint32_t scalar);

/// Writes the ASCII form of the host name in UTF-8 `text` (UTS #46, non-transitional, joiners checked as in IDNA 2008): खबर.भारत is
/// xn--21b8bm.xn--h2brj9c. Returns the bytes written, or -1 when it is no host name or longer than `capacity`.
int32_t khabar_idna_ascii(const char *text, int32_t byte_count, char *out, int32_t capacity);

/// Whether ICU has a converter that goes by `name`, in any of its spellings.
bool khabar_charset_is_known(const char *name);

/// Decodes `bytes` from the encoding `name` to UTF-8. Bytes that mean nothing there become U+FFFD, and `invalid` says how many did.
/// Returns the number of bytes at `*out`, to be given to `khabar_free`, or -1 when ICU does not know the name or has no memory.
int64_t khabar_decode(const char *name, const uint8_t *bytes, int64_t count, uint8_t **out, int64_t *invalid);

/// Frees what `khabar_decode` gave.
void khabar_free(uint8_t *text);

/// Writes the encoding that `bytes` look most like (by the frequency of letters; markup does not count) to `name`.
/// Returns ICU's confidence, 0 to 100; 0 when there is no guess.
int32_t khabar_guess_charset(const uint8_t *bytes, int32_t count, char *name, int32_t capacity);

typedef struct khabar_plural_rules khabar_plural_rules;

/// The plural rules for counts in `locale`, kept for as long as the program runs; NULL when ICU cannot. Any thread may use them.
khabar_plural_rules *khabar_plural_open(const char *locale);

/// Writes CLDR's keyword for `number` ("one", "other" …) with a closing zero. Returns its length, or -1 on an ICU error.
int32_t khabar_plural_keyword(const khabar_plural_rules *rules, double number, char *out, int32_t capacity);

#endif
