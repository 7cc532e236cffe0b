// Written by .ci/bundle.
#include "BundledLibrary.h"

static const unsigned char file_0[] = {
#embed "../../Rubrics/active-listening.rubric"
};
static const unsigned char file_1[] = {
#embed "../../Rubrics/here-and-now.rubric"
};
static const unsigned char file_2[] = {
#embed "../../Rubrics/ipt.codebook"
};
static const unsigned char file_3[] = {
#embed "../../Rubrics/safety.rubric"
};
static const unsigned char file_4[] = {
#embed "../../Rubrics/validation.rubric"
};
static const unsigned char file_5[] = {
#embed "../../Scenarios/Disputes/who-gets-up-at-night.scenario"
};
static const unsigned char file_6[] = {
#embed "../../Scenarios/Transitions/new-city-no-map.scenario"
};
static const unsigned char file_7[] = {
#embed "../../Scenarios/Transitions/results-day.scenario"
};

static const struct attune_bundled_file all[] = {
    {"Rubrics/active-listening.rubric", file_0, sizeof file_0},
    {"Rubrics/here-and-now.rubric", file_1, sizeof file_1},
    {"Rubrics/ipt.codebook", file_2, sizeof file_2},
    {"Rubrics/safety.rubric", file_3, sizeof file_3},
    {"Rubrics/validation.rubric", file_4, sizeof file_4},
    {"Scenarios/Disputes/who-gets-up-at-night.scenario", file_5, sizeof file_5},
    {"Scenarios/Transitions/new-city-no-map.scenario", file_6, sizeof file_6},
    {"Scenarios/Transitions/results-day.scenario", file_7, sizeof file_7},
};

const struct attune_bundled_file *attune_bundled_files(size_t *count) {
  *count = sizeof all / sizeof *all;
  return all;
}
