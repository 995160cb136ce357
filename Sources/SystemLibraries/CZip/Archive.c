#include "CZip.h"
#include "Library.h"

#include <stdlib.h>
#include <string.h>

#define zip khabar_zip_functions

struct khabar_zip {
  zip_t *archive;
  /// Where libzip writes the archive when it is closed.
  zip_source_t *buffer;
};

khabar_zip *khabar_zip_new(void) {
  if (!khabar_zip_load()) return NULL;
  khabar_zip *made = calloc(1, sizeof *made);
  if (!made) return NULL;
  made->buffer = zip.zip_source_buffer_create(NULL, 0, 0, NULL);
  made->archive = made->buffer ? zip.zip_open_from_source(made->buffer, ZIP_TRUNCATE, NULL) : NULL;
  if (!made->archive) {
    if (made->buffer) zip.zip_source_free(made->buffer);
    free(made);
    return NULL;
  }
  // Closing gives up the archive's hold on it, and it is read after that.
  zip.zip_source_keep(made->buffer);
  return made;
}

bool khabar_zip_add(khabar_zip *made, const char *name, const void *bytes, size_t count, bool is_compressed) {
  // libzip reads it when the archive is closed, and frees it.
  void *copy = malloc(count ? count : 1);
  if (!copy) return false;
  if (count) memcpy(copy, bytes, count);
  zip_source_t *source = zip.zip_source_buffer(made->archive, copy, count, 1);
  if (!source) {
    free(copy);
    return false;
  }
  zip_int64_t index = zip.zip_file_add(made->archive, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip.zip_source_free(source);
    return false;
  }
  // DOS: years from 1980, month and day from 1.
  return zip.zip_set_file_compression(made->archive, (zip_uint64_t)index, is_compressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 9) == 0 &&
         zip.zip_file_set_dostime(made->archive, (zip_uint64_t)index, 0, 1 << 5 | 1, 0) == 0;
}

static bool read_all(zip_source_t *source, uint8_t **bytes, size_t *count) {
  zip_stat_t facts;
  if (zip.zip_source_stat(source, &facts) != 0 || !(facts.valid & ZIP_STAT_SIZE)) return false;
  uint8_t *copy = malloc(facts.size ? (size_t)facts.size : 1);
  if (!copy) return false;
  if (zip.zip_source_open(source) != 0) {
    free(copy);
    return false;
  }
  zip_int64_t length = zip.zip_source_read(source, copy, facts.size);
  zip.zip_source_close(source);
  if (length < 0 || (zip_uint64_t)length != facts.size) {
    free(copy);
    return false;
  }
  *bytes = copy;
  *count = (size_t)facts.size;
  return true;
}

bool khabar_zip_finish(khabar_zip *made, uint8_t **bytes, size_t *count) {
  bool is_closed = zip.zip_close(made->archive) == 0;
  if (!is_closed) zip.zip_discard(made->archive);
  bool is_done = is_closed && read_all(made->buffer, bytes, count);
  zip.zip_source_free(made->buffer);
  free(made);
  return is_done;
}

void khabar_zip_discard(khabar_zip *made) {
  zip.zip_discard(made->archive);
  zip.zip_source_free(made->buffer);
  free(made);
}
