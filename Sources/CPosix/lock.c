#include "CPosix.h"
#include <sys/file.h>

int attune_lock(int descriptor) { return flock(descriptor, LOCK_EX | LOCK_NB); }
