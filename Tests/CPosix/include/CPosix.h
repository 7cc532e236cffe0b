#pragma once

/// Opens a new pseudo-terminal, closed on exec, and writes the path of its other side into `path`.
/// Returns the descriptor, or -1 with errno. posix_openpt(3) and ptsname_r(3) are not in Swift's Glibc module.
int attune_open_pseudo_terminal(char *path, unsigned long size);
