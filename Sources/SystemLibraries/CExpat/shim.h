#ifndef KHABAR_CEXPAT_SHIM_H
#define KHABAR_CEXPAT_SHIM_H

#include <expat.h>
#include <string.h>

#endif
