// Written by .ci/bundle.
#include "BundledLibrary.h"

static const unsigned char file_0[] = {
#embed "../../Sources/ReviewPage/dialogs.js"
};
static const unsigned char file_1[] = {
#embed "../../Sources/ReviewPage/digest.js"
};
static const unsigned char file_2[] = {
#embed "../../Sources/ReviewPage/draft.js"
};
static const unsigned char file_3[] = {
#embed "../../Sources/ReviewPage/file.js"
};
static const unsigned char file_4[] = {
#embed "../../Sources/ReviewPage/keys.js"
};
static const unsigned char file_5[] = {
#embed "../../Sources/ReviewPage/packet.js"
};
static const unsigned char file_6[] = {
#embed "../../Sources/ReviewPage/page.html"
};
static const unsigned char file_7[] = {
#embed "../../Sources/ReviewPage/page.js"
};
static const unsigned char file_8[] = {
#embed "../../Sources/ReviewPage/rating.js"
};
static const unsigned char file_9[] = {
#embed "../../Sources/ReviewPage/reveal.js"
};
static const unsigned char file_10[] = {
#embed "../../Sources/ReviewPage/style.css"
};
static const unsigned char file_11[] = {
#embed "../../Sources/ReviewPage/text.js"
};
static const unsigned char file_12[] = {
#embed "../../Sources/ReviewPage/transcript.js"
};

static const struct attune_bundled_file all[] = {
    {"Sources/ReviewPage/dialogs.js", file_0, sizeof file_0},
    {"Sources/ReviewPage/digest.js", file_1, sizeof file_1},
    {"Sources/ReviewPage/draft.js", file_2, sizeof file_2},
    {"Sources/ReviewPage/file.js", file_3, sizeof file_3},
    {"Sources/ReviewPage/keys.js", file_4, sizeof file_4},
    {"Sources/ReviewPage/packet.js", file_5, sizeof file_5},
    {"Sources/ReviewPage/page.html", file_6, sizeof file_6},
    {"Sources/ReviewPage/page.js", file_7, sizeof file_7},
    {"Sources/ReviewPage/rating.js", file_8, sizeof file_8},
    {"Sources/ReviewPage/reveal.js", file_9, sizeof file_9},
    {"Sources/ReviewPage/style.css", file_10, sizeof file_10},
    {"Sources/ReviewPage/text.js", file_11, sizeof file_11},
    {"Sources/ReviewPage/transcript.js", file_12, sizeof file_12},
};

const struct attune_bundled_file *attune_bundled_review_page(size_t *count) {
  *count = sizeof all / sizeof *all;
  return all;
}
