#pragma once
#include <stddef.h>

/// One file of Scenarios/ or Rubrics/ as it was when the program was built.
struct attune_bundled_file {
  /// Its path below the top of the repository, such as "Scenarios/Grief/x.scenario".
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// All bundled files, sorted by name.
const struct attune_bundled_file *attune_bundled_files(size_t *count);
