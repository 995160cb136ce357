#ifndef KHABAR_CYAML_SHIM_H
#define KHABAR_CYAML_SHIM_H
#include <yaml.h>
#endif
