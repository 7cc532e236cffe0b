// Written by .ci/bundle.
#include "BundledLibrary.h"

static const unsigned char file_0[] = {
#embed "../../Sources/Templates/deficits.words"
};
static const unsigned char file_1[] = {
#embed "../../Sources/Templates/disputes.words"
};
static const unsigned char file_2[] = {
#embed "../../Sources/Templates/grief.words"
};
static const unsigned char file_3[] = {
#embed "../../Sources/Templates/phases.words"
};
static const unsigned char file_4[] = {
#embed "../../Sources/Templates/skeleton.scenario"
};
static const unsigned char file_5[] = {
#embed "../../Sources/Templates/transitions.words"
};

static const struct attune_bundled_file all[] = {
    {"Sources/Templates/deficits.words", file_0, sizeof file_0},
    {"Sources/Templates/disputes.words", file_1, sizeof file_1},
    {"Sources/Templates/grief.words", file_2, sizeof file_2},
    {"Sources/Templates/phases.words", file_3, sizeof file_3},
    {"Sources/Templates/skeleton.scenario", file_4, sizeof file_4},
    {"Sources/Templates/transitions.words", file_5, sizeof file_5},
};

const struct attune_bundled_file *attune_bundled_templates(size_t *count) {
  *count = sizeof all / sizeof *all;
  return all;
}
