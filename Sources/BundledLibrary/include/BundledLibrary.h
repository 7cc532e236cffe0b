#pragma once
#include <stddef.h>

/// One file as it was when the program was built.
struct attune_bundled_file {
  /// Its path below the top of the repository, such as "Scenarios/Grief/x.scenario".
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The files of Scenarios/ and Rubrics/, sorted by name.
const struct attune_bundled_file *attune_bundled_files(size_t *count);

/// The files of Sources/Explanations/, sorted by name.
const struct attune_bundled_file *attune_bundled_explanations(size_t *count);

/// The files of Sources/Templates/, sorted by name.
const struct attune_bundled_file *attune_bundled_templates(size_t *count);

/// The files of Sources/ReviewPage/, sorted by name.
const struct attune_bundled_file *attune_bundled_review_page(size_t *count);
