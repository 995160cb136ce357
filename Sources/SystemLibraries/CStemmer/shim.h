#ifndef KHABAR_CSTEMMER_SHIM_H
#define KHABAR_CSTEMMER_SHIM_H
#include <libstemmer.h>
#endif
