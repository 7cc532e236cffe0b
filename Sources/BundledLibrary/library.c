// Written by .ci/bundle.
#include "BundledLibrary.h"

static const unsigned char file_0[] = {
#embed "../../Rubrics/Responses/disputes.responses"
};
static const unsigned char file_1[] = {
#embed "../../Rubrics/Responses/grief.responses"
};
static const unsigned char file_2[] = {
#embed "../../Rubrics/Responses/hard-moments.responses"
};
static const unsigned char file_3[] = {
#embed "../../Rubrics/Responses/harm-and-danger.responses"
};
static const unsigned char file_4[] = {
#embed "../../Rubrics/Responses/in-the-room.responses"
};
static const unsigned char file_5[] = {
#embed "../../Rubrics/Responses/loneliness.responses"
};
static const unsigned char file_6[] = {
#embed "../../Rubrics/Responses/transitions.responses"
};
static const unsigned char file_7[] = {
#embed "../../Rubrics/Responses/warmth-and-comfort.responses"
};
static const unsigned char file_8[] = {
#embed "../../Rubrics/Words/advice.words"
};
static const unsigned char file_9[] = {
#embed "../../Rubrics/Words/body.words"
};
static const unsigned char file_10[] = {
#embed "../../Rubrics/Words/comfort.words"
};
static const unsigned char file_11[] = {
#embed "../../Rubrics/Words/danger.words"
};
static const unsigned char file_12[] = {
#embed "../../Rubrics/Words/feelings.words"
};
static const unsigned char file_13[] = {
#embed "../../Rubrics/Words/judgement.words"
};
static const unsigned char file_14[] = {
#embed "../../Rubrics/Words/people.words"
};
static const unsigned char file_15[] = {
#embed "../../Rubrics/Words/talk.words"
};
static const unsigned char file_16[] = {
#embed "../../Rubrics/Words/therapy.words"
};
static const unsigned char file_17[] = {
#embed "../../Rubrics/Words/time.words"
};
static const unsigned char file_18[] = {
#embed "../../Rubrics/active-listening.rubric"
};
static const unsigned char file_19[] = {
#embed "../../Rubrics/here-and-now.rubric"
};
static const unsigned char file_20[] = {
#embed "../../Rubrics/ipt-technique.rubric"
};
static const unsigned char file_21[] = {
#embed "../../Rubrics/ipt.codebook"
};
static const unsigned char file_22[] = {
#embed "../../Rubrics/safety.rubric"
};
static const unsigned char file_23[] = {
#embed "../../Rubrics/validation.rubric"
};
static const unsigned char file_24[] = {
#embed "../../Scenarios/Disputes/who-gets-up-at-night.scenario"
};
static const unsigned char file_25[] = {
#embed "../../Scenarios/Drills/a-relief-for-all.scenario"
};
static const unsigned char file_26[] = {
#embed "../../Scenarios/Drills/a-terrible-mother.scenario"
};
static const unsigned char file_27[] = {
#embed "../../Scenarios/Drills/bring-her-back.scenario"
};
static const unsigned char file_28[] = {
#embed "../../Scenarios/Drills/can-i-have-your-number.scenario"
};
static const unsigned char file_29[] = {
#embed "../../Scenarios/Drills/for-being-happy.scenario"
};
static const unsigned char file_30[] = {
#embed "../../Scenarios/Drills/friday.scenario"
};
static const unsigned char file_31[] = {
#embed "../../Scenarios/Drills/furniture.scenario"
};
static const unsigned char file_32[] = {
#embed "../../Scenarios/Drills/half-of-me.scenario"
};
static const unsigned char file_33[] = {
#embed "../../Scenarios/Drills/he-listened.scenario"
};
static const unsigned char file_34[] = {
#embed "../../Scenarios/Drills/he-says-it-makes-me-worse.scenario"
};
static const unsigned char file_35[] = {
#embed "../../Scenarios/Drills/is-it-my-fault.scenario"
};
static const unsigned char file_36[] = {
#embed "../../Scenarios/Drills/it-blew-up.scenario"
};
static const unsigned char file_37[] = {
#embed "../../Scenarios/Drills/it-was-nothing.scenario"
};
static const unsigned char file_38[] = {
#embed "../../Scenarios/Drills/its-always-fine.scenario"
};
static const unsigned char file_39[] = {
#embed "../../Scenarios/Drills/just-your-job.scenario"
};
static const unsigned char file_40[] = {
#embed "../../Scenarios/Drills/no-words.scenario"
};
static const unsigned char file_41[] = {
#embed "../../Scenarios/Drills/nobody.scenario"
};
static const unsigned char file_42[] = {
#embed "../../Scenarios/Drills/not-this-sunday.scenario"
};
static const unsigned char file_43[] = {
#embed "../../Scenarios/Drills/one-letter.scenario"
};
static const unsigned char file_44[] = {
#embed "../../Scenarios/Drills/too-young.scenario"
};
static const unsigned char file_45[] = {
#embed "../../Scenarios/Drills/two-left.scenario"
};
static const unsigned char file_46[] = {
#embed "../../Scenarios/Drills/whatever.scenario"
};
static const unsigned char file_47[] = {
#embed "../../Scenarios/Drills/when-i-was-four.scenario"
};
static const unsigned char file_48[] = {
#embed "../../Scenarios/Drills/youre-the-expert.scenario"
};
static const unsigned char file_49[] = {
#embed "../../Scenarios/Lessons/beside-motivational-interviewing.lesson"
};
static const unsigned char file_50[] = {
#embed "../../Scenarios/Lessons/disorders.lesson"
};
static const unsigned char file_51[] = {
#embed "../../Scenarios/Lessons/formats.lesson"
};
static const unsigned char file_52[] = {
#embed "../../Scenarios/Lessons/glossary.lesson"
};
static const unsigned char file_53[] = {
#embed "../../Scenarios/Lessons/here-and-now.lesson"
};
static const unsigned char file_54[] = {
#embed "../../Scenarios/Lessons/inventory.lesson"
};
static const unsigned char file_55[] = {
#embed "../../Scenarios/Lessons/listening.lesson"
};
static const unsigned char file_56[] = {
#embed "../../Scenarios/Lessons/phases.lesson"
};
static const unsigned char file_57[] = {
#embed "../../Scenarios/Lessons/populations.lesson"
};
static const unsigned char file_58[] = {
#embed "../../Scenarios/Lessons/problem-areas.lesson"
};
static const unsigned char file_59[] = {
#embed "../../Scenarios/Lessons/risk-and-safety.lesson"
};
static const unsigned char file_60[] = {
#embed "../../Scenarios/Lessons/techniques.lesson"
};
static const unsigned char file_61[] = {
#embed "../../Scenarios/Lessons/the-therapist.lesson"
};
static const unsigned char file_62[] = {
#embed "../../Scenarios/Lessons/what-ipt-is.lesson"
};
static const unsigned char file_63[] = {
#embed "../../Scenarios/Lessons/where-sources-disagree.lesson"
};
static const unsigned char file_64[] = {
#embed "../../Scenarios/Lessons/who-it-is-not-for.lesson"
};
static const unsigned char file_65[] = {
#embed "../../Scenarios/Transitions/new-city-no-map.scenario"
};
static const unsigned char file_66[] = {
#embed "../../Scenarios/Transitions/results-day.scenario"
};

static const struct attune_bundled_file all[] = {
    {"Rubrics/Responses/disputes.responses", file_0, sizeof file_0},
    {"Rubrics/Responses/grief.responses", file_1, sizeof file_1},
    {"Rubrics/Responses/hard-moments.responses", file_2, sizeof file_2},
    {"Rubrics/Responses/harm-and-danger.responses", file_3, sizeof file_3},
    {"Rubrics/Responses/in-the-room.responses", file_4, sizeof file_4},
    {"Rubrics/Responses/loneliness.responses", file_5, sizeof file_5},
    {"Rubrics/Responses/transitions.responses", file_6, sizeof file_6},
    {"Rubrics/Responses/warmth-and-comfort.responses", file_7, sizeof file_7},
    {"Rubrics/Words/advice.words", file_8, sizeof file_8},
    {"Rubrics/Words/body.words", file_9, sizeof file_9},
    {"Rubrics/Words/comfort.words", file_10, sizeof file_10},
    {"Rubrics/Words/danger.words", file_11, sizeof file_11},
    {"Rubrics/Words/feelings.words", file_12, sizeof file_12},
    {"Rubrics/Words/judgement.words", file_13, sizeof file_13},
    {"Rubrics/Words/people.words", file_14, sizeof file_14},
    {"Rubrics/Words/talk.words", file_15, sizeof file_15},
    {"Rubrics/Words/therapy.words", file_16, sizeof file_16},
    {"Rubrics/Words/time.words", file_17, sizeof file_17},
    {"Rubrics/active-listening.rubric", file_18, sizeof file_18},
    {"Rubrics/here-and-now.rubric", file_19, sizeof file_19},
    {"Rubrics/ipt-technique.rubric", file_20, sizeof file_20},
    {"Rubrics/ipt.codebook", file_21, sizeof file_21},
    {"Rubrics/safety.rubric", file_22, sizeof file_22},
    {"Rubrics/validation.rubric", file_23, sizeof file_23},
    {"Scenarios/Disputes/who-gets-up-at-night.scenario", file_24, sizeof file_24},
    {"Scenarios/Drills/a-relief-for-all.scenario", file_25, sizeof file_25},
    {"Scenarios/Drills/a-terrible-mother.scenario", file_26, sizeof file_26},
    {"Scenarios/Drills/bring-her-back.scenario", file_27, sizeof file_27},
    {"Scenarios/Drills/can-i-have-your-number.scenario", file_28, sizeof file_28},
    {"Scenarios/Drills/for-being-happy.scenario", file_29, sizeof file_29},
    {"Scenarios/Drills/friday.scenario", file_30, sizeof file_30},
    {"Scenarios/Drills/furniture.scenario", file_31, sizeof file_31},
    {"Scenarios/Drills/half-of-me.scenario", file_32, sizeof file_32},
    {"Scenarios/Drills/he-listened.scenario", file_33, sizeof file_33},
    {"Scenarios/Drills/he-says-it-makes-me-worse.scenario", file_34, sizeof file_34},
    {"Scenarios/Drills/is-it-my-fault.scenario", file_35, sizeof file_35},
    {"Scenarios/Drills/it-blew-up.scenario", file_36, sizeof file_36},
    {"Scenarios/Drills/it-was-nothing.scenario", file_37, sizeof file_37},
    {"Scenarios/Drills/its-always-fine.scenario", file_38, sizeof file_38},
    {"Scenarios/Drills/just-your-job.scenario", file_39, sizeof file_39},
    {"Scenarios/Drills/no-words.scenario", file_40, sizeof file_40},
    {"Scenarios/Drills/nobody.scenario", file_41, sizeof file_41},
    {"Scenarios/Drills/not-this-sunday.scenario", file_42, sizeof file_42},
    {"Scenarios/Drills/one-letter.scenario", file_43, sizeof file_43},
    {"Scenarios/Drills/too-young.scenario", file_44, sizeof file_44},
    {"Scenarios/Drills/two-left.scenario", file_45, sizeof file_45},
    {"Scenarios/Drills/whatever.scenario", file_46, sizeof file_46},
    {"Scenarios/Drills/when-i-was-four.scenario", file_47, sizeof file_47},
    {"Scenarios/Drills/youre-the-expert.scenario", file_48, sizeof file_48},
    {"Scenarios/Lessons/beside-motivational-interviewing.lesson", file_49, sizeof file_49},
    {"Scenarios/Lessons/disorders.lesson", file_50, sizeof file_50},
    {"Scenarios/Lessons/formats.lesson", file_51, sizeof file_51},
    {"Scenarios/Lessons/glossary.lesson", file_52, sizeof file_52},
    {"Scenarios/Lessons/here-and-now.lesson", file_53, sizeof file_53},
    {"Scenarios/Lessons/inventory.lesson", file_54, sizeof file_54},
    {"Scenarios/Lessons/listening.lesson", file_55, sizeof file_55},
    {"Scenarios/Lessons/phases.lesson", file_56, sizeof file_56},
    {"Scenarios/Lessons/populations.lesson", file_57, sizeof file_57},
    {"Scenarios/Lessons/problem-areas.lesson", file_58, sizeof file_58},
    {"Scenarios/Lessons/risk-and-safety.lesson", file_59, sizeof file_59},
    {"Scenarios/Lessons/techniques.lesson", file_60, sizeof file_60},
    {"Scenarios/Lessons/the-therapist.lesson", file_61, sizeof file_61},
    {"Scenarios/Lessons/what-ipt-is.lesson", file_62, sizeof file_62},
    {"Scenarios/Lessons/where-sources-disagree.lesson", file_63, sizeof file_63},
    {"Scenarios/Lessons/who-it-is-not-for.lesson", file_64, sizeof file_64},
    {"Scenarios/Transitions/new-city-no-map.scenario", file_65, sizeof file_65},
    {"Scenarios/Transitions/results-day.scenario", file_66, sizeof file_66},
};

const struct attune_bundled_file *attune_bundled_files(size_t *count) {
  *count = sizeof all / sizeof *all;
  return all;
}
