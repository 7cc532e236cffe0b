// Written by .ci/bundle.
#include "BundledLibrary.h"

static const unsigned char file_0[] = {
#embed "../../Rubrics/Words/advice.words"
};
static const unsigned char file_1[] = {
#embed "../../Rubrics/Words/body.words"
};
static const unsigned char file_2[] = {
#embed "../../Rubrics/Words/comfort.words"
};
static const unsigned char file_3[] = {
#embed "../../Rubrics/Words/danger.words"
};
static const unsigned char file_4[] = {
#embed "../../Rubrics/Words/feelings.words"
};
static const unsigned char file_5[] = {
#embed "../../Rubrics/Words/judgement.words"
};
static const unsigned char file_6[] = {
#embed "../../Rubrics/Words/people.words"
};
static const unsigned char file_7[] = {
#embed "../../Rubrics/Words/talk.words"
};
static const unsigned char file_8[] = {
#embed "../../Rubrics/Words/therapy.words"
};
static const unsigned char file_9[] = {
#embed "../../Rubrics/Words/time.words"
};
static const unsigned char file_10[] = {
#embed "../../Rubrics/active-listening.rubric"
};
static const unsigned char file_11[] = {
#embed "../../Rubrics/here-and-now.rubric"
};
static const unsigned char file_12[] = {
#embed "../../Rubrics/ipt.codebook"
};
static const unsigned char file_13[] = {
#embed "../../Rubrics/safety.rubric"
};
static const unsigned char file_14[] = {
#embed "../../Rubrics/validation.rubric"
};
static const unsigned char file_15[] = {
#embed "../../Scenarios/Disputes/who-gets-up-at-night.scenario"
};
static const unsigned char file_16[] = {
#embed "../../Scenarios/Transitions/new-city-no-map.scenario"
};
static const unsigned char file_17[] = {
#embed "../../Scenarios/Transitions/results-day.scenario"
};

static const struct attune_bundled_file all[] = {
    {"Rubrics/Words/advice.words", file_0, sizeof file_0},
    {"Rubrics/Words/body.words", file_1, sizeof file_1},
    {"Rubrics/Words/comfort.words", file_2, sizeof file_2},
    {"Rubrics/Words/danger.words", file_3, sizeof file_3},
    {"Rubrics/Words/feelings.words", file_4, sizeof file_4},
    {"Rubrics/Words/judgement.words", file_5, sizeof file_5},
    {"Rubrics/Words/people.words", file_6, sizeof file_6},
    {"Rubrics/Words/talk.words", file_7, sizeof file_7},
    {"Rubrics/Words/therapy.words", file_8, sizeof file_8},
    {"Rubrics/Words/time.words", file_9, sizeof file_9},
    {"Rubrics/active-listening.rubric", file_10, sizeof file_10},
    {"Rubrics/here-and-now.rubric", file_11, sizeof file_11},
    {"Rubrics/ipt.codebook", file_12, sizeof file_12},
    {"Rubrics/safety.rubric", file_13, sizeof file_13},
    {"Rubrics/validation.rubric", file_14, sizeof file_14},
    {"Scenarios/Disputes/who-gets-up-at-night.scenario", file_15, sizeof file_15},
    {"Scenarios/Transitions/new-city-no-map.scenario", file_16, sizeof file_16},
    {"Scenarios/Transitions/results-day.scenario", file_17, sizeof file_17},
};

const struct attune_bundled_file *attune_bundled_files(size_t *count) {
  *count = sizeof all / sizeof *all;
  return all;
}
