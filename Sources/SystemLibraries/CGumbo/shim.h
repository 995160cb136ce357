#ifndef KHABAR_CGUMBO_SHIM_H
#define KHABAR_CGUMBO_SHIM_H

#include <gumbo.h>

// Swift cannot import a global constant whose members are function pointers as a usable default: this is a copy of it.
static inline GumboOptions khabar_gumbo_options(int maximumErrorCount) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = maximumErrorCount;
  return options;
}

// A union's member and a vector's element, both awkward from Swift.
static inline GumboNode *khabar_gumbo_child_of(const GumboNode *element, unsigned int index) {
  return (GumboNode *)element->v.element.children.data[index];
}

static inline GumboAttribute *khabar_gumbo_attribute_of(const GumboNode *element, unsigned int index) {
  return (GumboAttribute *)element->v.element.attributes.data[index];
}

#endif
