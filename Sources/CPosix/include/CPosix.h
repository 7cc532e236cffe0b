#pragma once

/// Takes an exclusive lock on an open file without waiting; 0 when it is ours, -1 with errno when it is not.
/// flock(2) is not in Swift's Glibc module.
int attune_lock(int descriptor);
