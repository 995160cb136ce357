#ifndef KHABAR_CZIP_LIBRARY_H
#define KHABAR_CZIP_LIBRARY_H

#include <zip.h>

#define KHABAR_ZIP_FUNCTIONS(each)                                                                                       \
  each(zip_source_buffer_create) each(zip_source_buffer) each(zip_source_free) each(zip_source_keep)                     \
  each(zip_source_open) each(zip_source_close) each(zip_source_read) each(zip_source_stat) each(zip_open_from_source)    \
  each(zip_file_add) each(zip_set_file_compression) each(zip_file_set_dostime) each(zip_close) each(zip_discard)

// libzip's functions, with the types that its header gives them. Valid after `khabar_zip_load` was true.
struct khabar_zip_library {
#define KHABAR_ZIP_MEMBER(name) __typeof__(&name) name;
  KHABAR_ZIP_FUNCTIONS(KHABAR_ZIP_MEMBER)
#undef KHABAR_ZIP_MEMBER
};

extern struct khabar_zip_library khabar_zip_functions;

#endif
