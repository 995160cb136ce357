#include "CICU.h"
#include "International.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ustring.h>

bool khabar_charset_is_known(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) return false;
  ucnv_close(converter);
  return true;
}

struct decoding {
  int64_t invalid;
};

// ICU's own substitution writes U+001A for some converters, and counts nothing.
static void invalid_bytes(
    const void *context, UConverterToUnicodeArgs *args, const char *bytes, int32_t count, UConverterCallbackReason reason,
    UErrorCode *status) {
  if (reason > UCNV_IRREGULAR) return;
  struct decoding *decoding = (struct decoding *)context;
  UChar replacement = 0xFFFD;
  // The Encoding Standard gives the holes of the Windows code pages to the C1 controls of the same number.
  if (reason == UCNV_UNASSIGNED && count == 1 && (uint8_t)bytes[0] >= 0x80 && (uint8_t)bytes[0] < 0xA0) {
    replacement = (uint8_t)bytes[0];
  } else {
    decoding->invalid++;
  }
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

int64_t khabar_decode(const char *name, const uint8_t *bytes, int64_t count, uint8_t **out, int64_t *invalid) {
  enum { chunk = 8192 };
  UChar units[chunk + 1];
  struct decoding decoding = {0};
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) return -1;
  ucnv_setToUCallBack(converter, invalid_bytes, &decoding, NULL, NULL, &status);
  int64_t capacity = count + count / 2 + 4 * chunk, length = 0;
  uint8_t *text = malloc((size_t)capacity);
  const char *source = (const char *)bytes, *end = source + count;
  // A surrogate pair may lie across two chunks: its first half waits for the next.
  int32_t kept = 0;
  bool more = text != NULL && U_SUCCESS(status);
  while (more) {
    UChar *target = units + kept;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, units + chunk, &source, end, NULL, true, &status);
    more = status == U_BUFFER_OVERFLOW_ERROR;
    if (!more && U_FAILURE(status)) break;
    int32_t unit_count = (int32_t)(target - units);
    kept = 0;
    if (more && unit_count > 0 && U16_IS_LEAD(units[unit_count - 1])) kept = 1;
    if (capacity - length < 4 * chunk) {
      capacity += capacity / 2 + 4 * chunk;
      uint8_t *grown = realloc(text, (size_t)capacity);
      if (!grown) {
        status = U_MEMORY_ALLOCATION_ERROR;
        break;
      }
      text = grown;
    }
    int32_t written = 0;
    UErrorCode writing = U_ZERO_ERROR;
    u_strToUTF8WithSub(
        (char *)text + length, (int32_t)(4 * chunk), &written, units, unit_count - kept, 0xFFFD, NULL, &writing);
    if (U_FAILURE(writing)) {
      status = writing;
      break;
    }
    length += written;
    if (kept) units[0] = units[unit_count - 1];
  }
  ucnv_close(converter);
  if (!text || U_FAILURE(status)) {
    free(text);
    return -1;
  }
  *out = text;
  *invalid = decoding.invalid;
  return length;
}

void khabar_free(uint8_t *text) { free(text); }

int32_t khabar_guess_charset(const uint8_t *bytes, int32_t count, char *name, int32_t capacity) {
  const struct khabar_international *icu = khabar_international();
  if (!icu) return 0;
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = icu->ucsdet_open(&status);
  if (U_FAILURE(status)) return 0;
  icu->ucsdet_setText(detector, (const char *)bytes, count, &status);
  icu->ucsdet_enableInputFilter(detector, true);
  const UCharsetMatch *match = icu->ucsdet_detect(detector, &status);
  int32_t confidence = 0;
  if (U_SUCCESS(status) && match && capacity > 0) {
    const char *found = icu->ucsdet_getName(match, &status);
    confidence = icu->ucsdet_getConfidence(match, &status);
    if (U_SUCCESS(status)) {
      strncpy(name, found, (size_t)capacity);
      name[capacity - 1] = 0;
    } else {
      confidence = 0;
    }
  }
  icu->ucsdet_close(detector);
  return confidence;
}
