#define _GNU_SOURCE
#include "CPosix.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

int attune_open_pseudo_terminal(char *path, unsigned long size) {
  int descriptor = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0) return -1;
  if (grantpt(descriptor) == 0 && unlockpt(descriptor) == 0) {
    int problem = ptsname_r(descriptor, path, size);
    if (problem == 0) return descriptor;
    errno = problem;
  }
  int saved = errno;
  close(descriptor);
  errno = saved;
  return -1;
}
