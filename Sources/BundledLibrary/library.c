// Written by .ci/bundle.
#include "BundledLibrary.h"

static const unsigned char file_0[] = {
#embed "../../Rubrics/Anchors/a-lamp-and-a-bare-wall.anchor"
};
static const unsigned char file_1[] = {
#embed "../../Rubrics/Anchors/a-list-of-three.anchor"
};
static const unsigned char file_2[] = {
#embed "../../Rubrics/Anchors/a-pen-and-four-rings.anchor"
};
static const unsigned char file_3[] = {
#embed "../../Rubrics/Anchors/keys-and-a-coat.anchor"
};
static const unsigned char file_4[] = {
#embed "../../Rubrics/Anchors/ten-to-three.anchor"
};
static const unsigned char file_5[] = {
#embed "../../Rubrics/Anchors/the-other-bus.anchor"
};
static const unsigned char file_6[] = {
#embed "../../Rubrics/Responses/disputes.responses"
};
static const unsigned char file_7[] = {
#embed "../../Rubrics/Responses/grief.responses"
};
static const unsigned char file_8[] = {
#embed "../../Rubrics/Responses/hard-moments.responses"
};
static const unsigned char file_9[] = {
#embed "../../Rubrics/Responses/harm-and-danger.responses"
};
static const unsigned char file_10[] = {
#embed "../../Rubrics/Responses/in-the-room.responses"
};
static const unsigned char file_11[] = {
#embed "../../Rubrics/Responses/loneliness.responses"
};
static const unsigned char file_12[] = {
#embed "../../Rubrics/Responses/second-hearing.responses"
};
static const unsigned char file_13[] = {
#embed "../../Rubrics/Responses/transitions.responses"
};
static const unsigned char file_14[] = {
#embed "../../Rubrics/Responses/warmth-and-comfort.responses"
};
static const unsigned char file_15[] = {
#embed "../../Rubrics/Words/advice.words"
};
static const unsigned char file_16[] = {
#embed "../../Rubrics/Words/body.words"
};
static const unsigned char file_17[] = {
#embed "../../Rubrics/Words/comfort.words"
};
static const unsigned char file_18[] = {
#embed "../../Rubrics/Words/danger.words"
};
static const unsigned char file_19[] = {
#embed "../../Rubrics/Words/feelings.words"
};
static const unsigned char file_20[] = {
#embed "../../Rubrics/Words/judgement.words"
};
static const unsigned char file_21[] = {
#embed "../../Rubrics/Words/people.words"
};
static const unsigned char file_22[] = {
#embed "../../Rubrics/Words/talk.words"
};
static const unsigned char file_23[] = {
#embed "../../Rubrics/Words/therapy.words"
};
static const unsigned char file_24[] = {
#embed "../../Rubrics/Words/time.words"
};
static const unsigned char file_25[] = {
#embed "../../Rubrics/active-listening.rubric"
};
static const unsigned char file_26[] = {
#embed "../../Rubrics/here-and-now.rubric"
};
static const unsigned char file_27[] = {
#embed "../../Rubrics/ipt-technique.rubric"
};
static const unsigned char file_28[] = {
#embed "../../Rubrics/ipt.codebook"
};
static const unsigned char file_29[] = {
#embed "../../Rubrics/safety.rubric"
};
static const unsigned char file_30[] = {
#embed "../../Rubrics/validation.rubric"
};
static const unsigned char file_31[] = {
#embed "../../Scenarios/Deficits/a-chair-by-the-window.responses"
};
static const unsigned char file_32[] = {
#embed "../../Scenarios/Deficits/a-chair-by-the-window.scenario"
};
static const unsigned char file_33[] = {
#embed "../../Scenarios/Deficits/nobody-asks.responses"
};
static const unsigned char file_34[] = {
#embed "../../Scenarios/Deficits/nobody-asks.scenario"
};
static const unsigned char file_35[] = {
#embed "../../Scenarios/Deficits/table-for-one.responses"
};
static const unsigned char file_36[] = {
#embed "../../Scenarios/Deficits/table-for-one.scenario"
};
static const unsigned char file_37[] = {
#embed "../../Scenarios/Deficits/the-lunch-room.responses"
};
static const unsigned char file_38[] = {
#embed "../../Scenarios/Deficits/the-lunch-room.scenario"
};
static const unsigned char file_39[] = {
#embed "../../Scenarios/Disputes/sunday-lunch.responses"
};
static const unsigned char file_40[] = {
#embed "../../Scenarios/Disputes/sunday-lunch.scenario"
};
static const unsigned char file_41[] = {
#embed "../../Scenarios/Disputes/the-group-chat.responses"
};
static const unsigned char file_42[] = {
#embed "../../Scenarios/Disputes/the-group-chat.scenario"
};
static const unsigned char file_43[] = {
#embed "../../Scenarios/Disputes/who-gets-up-at-night.responses"
};
static const unsigned char file_44[] = {
#embed "../../Scenarios/Disputes/who-gets-up-at-night.scenario"
};
static const unsigned char file_45[] = {
#embed "../../Scenarios/Disputes/youre-just-like-her.responses"
};
static const unsigned char file_46[] = {
#embed "../../Scenarios/Disputes/youre-just-like-her.scenario"
};
static const unsigned char file_47[] = {
#embed "../../Scenarios/Drills/a-relief-for-all.scenario"
};
static const unsigned char file_48[] = {
#embed "../../Scenarios/Drills/a-terrible-mother.scenario"
};
static const unsigned char file_49[] = {
#embed "../../Scenarios/Drills/bring-her-back.scenario"
};
static const unsigned char file_50[] = {
#embed "../../Scenarios/Drills/can-i-have-your-number.scenario"
};
static const unsigned char file_51[] = {
#embed "../../Scenarios/Drills/for-being-happy.scenario"
};
static const unsigned char file_52[] = {
#embed "../../Scenarios/Drills/friday.scenario"
};
static const unsigned char file_53[] = {
#embed "../../Scenarios/Drills/furniture.scenario"
};
static const unsigned char file_54[] = {
#embed "../../Scenarios/Drills/half-of-me.scenario"
};
static const unsigned char file_55[] = {
#embed "../../Scenarios/Drills/he-listened.scenario"
};
static const unsigned char file_56[] = {
#embed "../../Scenarios/Drills/he-says-it-makes-me-worse.scenario"
};
static const unsigned char file_57[] = {
#embed "../../Scenarios/Drills/is-it-my-fault.scenario"
};
static const unsigned char file_58[] = {
#embed "../../Scenarios/Drills/it-blew-up.scenario"
};
static const unsigned char file_59[] = {
#embed "../../Scenarios/Drills/it-was-nothing.scenario"
};
static const unsigned char file_60[] = {
#embed "../../Scenarios/Drills/its-always-fine.scenario"
};
static const unsigned char file_61[] = {
#embed "../../Scenarios/Drills/just-your-job.scenario"
};
static const unsigned char file_62[] = {
#embed "../../Scenarios/Drills/no-words.scenario"
};
static const unsigned char file_63[] = {
#embed "../../Scenarios/Drills/nobody.scenario"
};
static const unsigned char file_64[] = {
#embed "../../Scenarios/Drills/not-this-sunday.scenario"
};
static const unsigned char file_65[] = {
#embed "../../Scenarios/Drills/one-letter.scenario"
};
static const unsigned char file_66[] = {
#embed "../../Scenarios/Drills/too-young.scenario"
};
static const unsigned char file_67[] = {
#embed "../../Scenarios/Drills/two-left.scenario"
};
static const unsigned char file_68[] = {
#embed "../../Scenarios/Drills/whatever.scenario"
};
static const unsigned char file_69[] = {
#embed "../../Scenarios/Drills/when-i-was-four.scenario"
};
static const unsigned char file_70[] = {
#embed "../../Scenarios/Drills/youre-the-expert.scenario"
};
static const unsigned char file_71[] = {
#embed "../../Scenarios/Grief/eleven-months-of-thursdays.responses"
};
static const unsigned char file_72[] = {
#embed "../../Scenarios/Grief/eleven-months-of-thursdays.scenario"
};
static const unsigned char file_73[] = {
#embed "../../Scenarios/Grief/the-last-bell.responses"
};
static const unsigned char file_74[] = {
#embed "../../Scenarios/Grief/the-last-bell.scenario"
};
static const unsigned char file_75[] = {
#embed "../../Scenarios/Grief/the-unread-messages.responses"
};
static const unsigned char file_76[] = {
#embed "../../Scenarios/Grief/the-unread-messages.scenario"
};
static const unsigned char file_77[] = {
#embed "../../Scenarios/Grief/the-yellow-room.responses"
};
static const unsigned char file_78[] = {
#embed "../../Scenarios/Grief/the-yellow-room.scenario"
};
static const unsigned char file_79[] = {
#embed "../../Scenarios/Lessons/beside-motivational-interviewing.lesson"
};
static const unsigned char file_80[] = {
#embed "../../Scenarios/Lessons/disorders.lesson"
};
static const unsigned char file_81[] = {
#embed "../../Scenarios/Lessons/formats.lesson"
};
static const unsigned char file_82[] = {
#embed "../../Scenarios/Lessons/glossary.lesson"
};
static const unsigned char file_83[] = {
#embed "../../Scenarios/Lessons/here-and-now.lesson"
};
static const unsigned char file_84[] = {
#embed "../../Scenarios/Lessons/inventory.lesson"
};
static const unsigned char file_85[] = {
#embed "../../Scenarios/Lessons/listening.lesson"
};
static const unsigned char file_86[] = {
#embed "../../Scenarios/Lessons/phases.lesson"
};
static const unsigned char file_87[] = {
#embed "../../Scenarios/Lessons/populations.lesson"
};
static const unsigned char file_88[] = {
#embed "../../Scenarios/Lessons/problem-areas.lesson"
};
static const unsigned char file_89[] = {
#embed "../../Scenarios/Lessons/risk-and-safety.lesson"
};
static const unsigned char file_90[] = {
#embed "../../Scenarios/Lessons/techniques.lesson"
};
static const unsigned char file_91[] = {
#embed "../../Scenarios/Lessons/the-therapist.lesson"
};
static const unsigned char file_92[] = {
#embed "../../Scenarios/Lessons/what-ipt-is.lesson"
};
static const unsigned char file_93[] = {
#embed "../../Scenarios/Lessons/where-sources-disagree.lesson"
};
static const unsigned char file_94[] = {
#embed "../../Scenarios/Lessons/who-it-is-not-for.lesson"
};
static const unsigned char file_95[] = {
#embed "../../Scenarios/Transitions/after-the-letter-from-the-clinic.responses"
};
static const unsigned char file_96[] = {
#embed "../../Scenarios/Transitions/after-the-letter-from-the-clinic.scenario"
};
static const unsigned char file_97[] = {
#embed "../../Scenarios/Transitions/civvy-street.responses"
};
static const unsigned char file_98[] = {
#embed "../../Scenarios/Transitions/civvy-street.scenario"
};
static const unsigned char file_99[] = {
#embed "../../Scenarios/Transitions/handing-back-the-badge.responses"
};
static const unsigned char file_100[] = {
#embed "../../Scenarios/Transitions/handing-back-the-badge.scenario"
};
static const unsigned char file_101[] = {
#embed "../../Scenarios/Transitions/new-city-no-map.responses"
};
static const unsigned char file_102[] = {
#embed "../../Scenarios/Transitions/new-city-no-map.scenario"
};
static const unsigned char file_103[] = {
#embed "../../Scenarios/Transitions/results-day.responses"
};
static const unsigned char file_104[] = {
#embed "../../Scenarios/Transitions/results-day.scenario"
};

static const struct attune_bundled_file all[] = {
    {"Rubrics/Anchors/a-lamp-and-a-bare-wall.anchor", file_0, sizeof file_0},
    {"Rubrics/Anchors/a-list-of-three.anchor", file_1, sizeof file_1},
    {"Rubrics/Anchors/a-pen-and-four-rings.anchor", file_2, sizeof file_2},
    {"Rubrics/Anchors/keys-and-a-coat.anchor", file_3, sizeof file_3},
    {"Rubrics/Anchors/ten-to-three.anchor", file_4, sizeof file_4},
    {"Rubrics/Anchors/the-other-bus.anchor", file_5, sizeof file_5},
    {"Rubrics/Responses/disputes.responses", file_6, sizeof file_6},
    {"Rubrics/Responses/grief.responses", file_7, sizeof file_7},
    {"Rubrics/Responses/hard-moments.responses", file_8, sizeof file_8},
    {"Rubrics/Responses/harm-and-danger.responses", file_9, sizeof file_9},
    {"Rubrics/Responses/in-the-room.responses", file_10, sizeof file_10},
    {"Rubrics/Responses/loneliness.responses", file_11, sizeof file_11},
    {"Rubrics/Responses/second-hearing.responses", file_12, sizeof file_12},
    {"Rubrics/Responses/transitions.responses", file_13, sizeof file_13},
    {"Rubrics/Responses/warmth-and-comfort.responses", file_14, sizeof file_14},
    {"Rubrics/Words/advice.words", file_15, sizeof file_15},
    {"Rubrics/Words/body.words", file_16, sizeof file_16},
    {"Rubrics/Words/comfort.words", file_17, sizeof file_17},
    {"Rubrics/Words/danger.words", file_18, sizeof file_18},
    {"Rubrics/Words/feelings.words", file_19, sizeof file_19},
    {"Rubrics/Words/judgement.words", file_20, sizeof file_20},
    {"Rubrics/Words/people.words", file_21, sizeof file_21},
    {"Rubrics/Words/talk.words", file_22, sizeof file_22},
    {"Rubrics/Words/therapy.words", file_23, sizeof file_23},
    {"Rubrics/Words/time.words", file_24, sizeof file_24},
    {"Rubrics/active-listening.rubric", file_25, sizeof file_25},
    {"Rubrics/here-and-now.rubric", file_26, sizeof file_26},
    {"Rubrics/ipt-technique.rubric", file_27, sizeof file_27},
    {"Rubrics/ipt.codebook", file_28, sizeof file_28},
    {"Rubrics/safety.rubric", file_29, sizeof file_29},
    {"Rubrics/validation.rubric", file_30, sizeof file_30},
    {"Scenarios/Deficits/a-chair-by-the-window.responses", file_31, sizeof file_31},
    {"Scenarios/Deficits/a-chair-by-the-window.scenario", file_32, sizeof file_32},
    {"Scenarios/Deficits/nobody-asks.responses", file_33, sizeof file_33},
    {"Scenarios/Deficits/nobody-asks.scenario", file_34, sizeof file_34},
    {"Scenarios/Deficits/table-for-one.responses", file_35, sizeof file_35},
    {"Scenarios/Deficits/table-for-one.scenario", file_36, sizeof file_36},
    {"Scenarios/Deficits/the-lunch-room.responses", file_37, sizeof file_37},
    {"Scenarios/Deficits/the-lunch-room.scenario", file_38, sizeof file_38},
    {"Scenarios/Disputes/sunday-lunch.responses", file_39, sizeof file_39},
    {"Scenarios/Disputes/sunday-lunch.scenario", file_40, sizeof file_40},
    {"Scenarios/Disputes/the-group-chat.responses", file_41, sizeof file_41},
    {"Scenarios/Disputes/the-group-chat.scenario", file_42, sizeof file_42},
    {"Scenarios/Disputes/who-gets-up-at-night.responses", file_43, sizeof file_43},
    {"Scenarios/Disputes/who-gets-up-at-night.scenario", file_44, sizeof file_44},
    {"Scenarios/Disputes/youre-just-like-her.responses", file_45, sizeof file_45},
    {"Scenarios/Disputes/youre-just-like-her.scenario", file_46, sizeof file_46},
    {"Scenarios/Drills/a-relief-for-all.scenario", file_47, sizeof file_47},
    {"Scenarios/Drills/a-terrible-mother.scenario", file_48, sizeof file_48},
    {"Scenarios/Drills/bring-her-back.scenario", file_49, sizeof file_49},
    {"Scenarios/Drills/can-i-have-your-number.scenario", file_50, sizeof file_50},
    {"Scenarios/Drills/for-being-happy.scenario", file_51, sizeof file_51},
    {"Scenarios/Drills/friday.scenario", file_52, sizeof file_52},
    {"Scenarios/Drills/furniture.scenario", file_53, sizeof file_53},
    {"Scenarios/Drills/half-of-me.scenario", file_54, sizeof file_54},
    {"Scenarios/Drills/he-listened.scenario", file_55, sizeof file_55},
    {"Scenarios/Drills/he-says-it-makes-me-worse.scenario", file_56, sizeof file_56},
    {"Scenarios/Drills/is-it-my-fault.scenario", file_57, sizeof file_57},
    {"Scenarios/Drills/it-blew-up.scenario", file_58, sizeof file_58},
    {"Scenarios/Drills/it-was-nothing.scenario", file_59, sizeof file_59},
    {"Scenarios/Drills/its-always-fine.scenario", file_60, sizeof file_60},
    {"Scenarios/Drills/just-your-job.scenario", file_61, sizeof file_61},
    {"Scenarios/Drills/no-words.scenario", file_62, sizeof file_62},
    {"Scenarios/Drills/nobody.scenario", file_63, sizeof file_63},
    {"Scenarios/Drills/not-this-sunday.scenario", file_64, sizeof file_64},
    {"Scenarios/Drills/one-letter.scenario", file_65, sizeof file_65},
    {"Scenarios/Drills/too-young.scenario", file_66, sizeof file_66},
    {"Scenarios/Drills/two-left.scenario", file_67, sizeof file_67},
    {"Scenarios/Drills/whatever.scenario", file_68, sizeof file_68},
    {"Scenarios/Drills/when-i-was-four.scenario", file_69, sizeof file_69},
    {"Scenarios/Drills/youre-the-expert.scenario", file_70, sizeof file_70},
    {"Scenarios/Grief/eleven-months-of-thursdays.responses", file_71, sizeof file_71},
    {"Scenarios/Grief/eleven-months-of-thursdays.scenario", file_72, sizeof file_72},
    {"Scenarios/Grief/the-last-bell.responses", file_73, sizeof file_73},
    {"Scenarios/Grief/the-last-bell.scenario", file_74, sizeof file_74},
    {"Scenarios/Grief/the-unread-messages.responses", file_75, sizeof file_75},
    {"Scenarios/Grief/the-unread-messages.scenario", file_76, sizeof file_76},
    {"Scenarios/Grief/the-yellow-room.responses", file_77, sizeof file_77},
    {"Scenarios/Grief/the-yellow-room.scenario", file_78, sizeof file_78},
    {"Scenarios/Lessons/beside-motivational-interviewing.lesson", file_79, sizeof file_79},
    {"Scenarios/Lessons/disorders.lesson", file_80, sizeof file_80},
    {"Scenarios/Lessons/formats.lesson", file_81, sizeof file_81},
    {"Scenarios/Lessons/glossary.lesson", file_82, sizeof file_82},
    {"Scenarios/Lessons/here-and-now.lesson", file_83, sizeof file_83},
    {"Scenarios/Lessons/inventory.lesson", file_84, sizeof file_84},
    {"Scenarios/Lessons/listening.lesson", file_85, sizeof file_85},
    {"Scenarios/Lessons/phases.lesson", file_86, sizeof file_86},
    {"Scenarios/Lessons/populations.lesson", file_87, sizeof file_87},
    {"Scenarios/Lessons/problem-areas.lesson", file_88, sizeof file_88},
    {"Scenarios/Lessons/risk-and-safety.lesson", file_89, sizeof file_89},
    {"Scenarios/Lessons/techniques.lesson", file_90, sizeof file_90},
    {"Scenarios/Lessons/the-therapist.lesson", file_91, sizeof file_91},
    {"Scenarios/Lessons/what-ipt-is.lesson", file_92, sizeof file_92},
    {"Scenarios/Lessons/where-sources-disagree.lesson", file_93, sizeof file_93},
    {"Scenarios/Lessons/who-it-is-not-for.lesson", file_94, sizeof file_94},
    {"Scenarios/Transitions/after-the-letter-from-the-clinic.responses", file_95, sizeof file_95},
    {"Scenarios/Transitions/after-the-letter-from-the-clinic.scenario", file_96, sizeof file_96},
    {"Scenarios/Transitions/civvy-street.responses", file_97, sizeof file_97},
    {"Scenarios/Transitions/civvy-street.scenario", file_98, sizeof file_98},
    {"Scenarios/Transitions/handing-back-the-badge.responses", file_99, sizeof file_99},
    {"Scenarios/Transitions/handing-back-the-badge.scenario", file_100, sizeof file_100},
    {"Scenarios/Transitions/new-city-no-map.responses", file_101, sizeof file_101},
    {"Scenarios/Transitions/new-city-no-map.scenario", file_102, sizeof file_102},
    {"Scenarios/Transitions/results-day.responses", file_103, sizeof file_103},
    {"Scenarios/Transitions/results-day.scenario", file_104, sizeof file_104},
};

const struct attune_bundled_file *attune_bundled_files(size_t *count) {
  *count = sizeof all / sizeof *all;
  return all;
}
