// Written by .ci/bundle.
#include "BundledLibrary.h"

static const unsigned char file_0[] = {
#embed "../../Sources/Explanations/R100.md"
};
static const unsigned char file_1[] = {
#embed "../../Sources/Explanations/R101.md"
};
static const unsigned char file_2[] = {
#embed "../../Sources/Explanations/R102.md"
};
static const unsigned char file_3[] = {
#embed "../../Sources/Explanations/R103.md"
};
static const unsigned char file_4[] = {
#embed "../../Sources/Explanations/R104.md"
};
static const unsigned char file_5[] = {
#embed "../../Sources/Explanations/R105.md"
};
static const unsigned char file_6[] = {
#embed "../../Sources/Explanations/R106.md"
};
static const unsigned char file_7[] = {
#embed "../../Sources/Explanations/R107.md"
};
static const unsigned char file_8[] = {
#embed "../../Sources/Explanations/R108.md"
};
static const unsigned char file_9[] = {
#embed "../../Sources/Explanations/R109.md"
};
static const unsigned char file_10[] = {
#embed "../../Sources/Explanations/R110.md"
};
static const unsigned char file_11[] = {
#embed "../../Sources/Explanations/R111.md"
};
static const unsigned char file_12[] = {
#embed "../../Sources/Explanations/R112.md"
};
static const unsigned char file_13[] = {
#embed "../../Sources/Explanations/R113.md"
};
static const unsigned char file_14[] = {
#embed "../../Sources/Explanations/R114.md"
};
static const unsigned char file_15[] = {
#embed "../../Sources/Explanations/R115.md"
};
static const unsigned char file_16[] = {
#embed "../../Sources/Explanations/R116.md"
};
static const unsigned char file_17[] = {
#embed "../../Sources/Explanations/R117.md"
};
static const unsigned char file_18[] = {
#embed "../../Sources/Explanations/R118.md"
};
static const unsigned char file_19[] = {
#embed "../../Sources/Explanations/R119.md"
};
static const unsigned char file_20[] = {
#embed "../../Sources/Explanations/R120.md"
};
static const unsigned char file_21[] = {
#embed "../../Sources/Explanations/R121.md"
};
static const unsigned char file_22[] = {
#embed "../../Sources/Explanations/R122.md"
};
static const unsigned char file_23[] = {
#embed "../../Sources/Explanations/R123.md"
};
static const unsigned char file_24[] = {
#embed "../../Sources/Explanations/R124.md"
};
static const unsigned char file_25[] = {
#embed "../../Sources/Explanations/R125.md"
};
static const unsigned char file_26[] = {
#embed "../../Sources/Explanations/R126.md"
};
static const unsigned char file_27[] = {
#embed "../../Sources/Explanations/R127.md"
};
static const unsigned char file_28[] = {
#embed "../../Sources/Explanations/R128.md"
};
static const unsigned char file_29[] = {
#embed "../../Sources/Explanations/R129.md"
};
static const unsigned char file_30[] = {
#embed "../../Sources/Explanations/R130.md"
};
static const unsigned char file_31[] = {
#embed "../../Sources/Explanations/R131.md"
};
static const unsigned char file_32[] = {
#embed "../../Sources/Explanations/R132.md"
};
static const unsigned char file_33[] = {
#embed "../../Sources/Explanations/R133.md"
};
static const unsigned char file_34[] = {
#embed "../../Sources/Explanations/R134.md"
};
static const unsigned char file_35[] = {
#embed "../../Sources/Explanations/R201.md"
};
static const unsigned char file_36[] = {
#embed "../../Sources/Explanations/R202.md"
};
static const unsigned char file_37[] = {
#embed "../../Sources/Explanations/R203.md"
};
static const unsigned char file_38[] = {
#embed "../../Sources/Explanations/R204.md"
};
static const unsigned char file_39[] = {
#embed "../../Sources/Explanations/R205.md"
};
static const unsigned char file_40[] = {
#embed "../../Sources/Explanations/R206.md"
};
static const unsigned char file_41[] = {
#embed "../../Sources/Explanations/R207.md"
};
static const unsigned char file_42[] = {
#embed "../../Sources/Explanations/R208.md"
};
static const unsigned char file_43[] = {
#embed "../../Sources/Explanations/R210.md"
};
static const unsigned char file_44[] = {
#embed "../../Sources/Explanations/R211.md"
};
static const unsigned char file_45[] = {
#embed "../../Sources/Explanations/R212.md"
};
static const unsigned char file_46[] = {
#embed "../../Sources/Explanations/R213.md"
};
static const unsigned char file_47[] = {
#embed "../../Sources/Explanations/R214.md"
};
static const unsigned char file_48[] = {
#embed "../../Sources/Explanations/R220.md"
};
static const unsigned char file_49[] = {
#embed "../../Sources/Explanations/R221.md"
};
static const unsigned char file_50[] = {
#embed "../../Sources/Explanations/R222.md"
};
static const unsigned char file_51[] = {
#embed "../../Sources/Explanations/R223.md"
};
static const unsigned char file_52[] = {
#embed "../../Sources/Explanations/R224.md"
};
static const unsigned char file_53[] = {
#embed "../../Sources/Explanations/R225.md"
};
static const unsigned char file_54[] = {
#embed "../../Sources/Explanations/R226.md"
};
static const unsigned char file_55[] = {
#embed "../../Sources/Explanations/R230.md"
};
static const unsigned char file_56[] = {
#embed "../../Sources/Explanations/R231.md"
};
static const unsigned char file_57[] = {
#embed "../../Sources/Explanations/R240.md"
};
static const unsigned char file_58[] = {
#embed "../../Sources/Explanations/R241.md"
};
static const unsigned char file_59[] = {
#embed "../../Sources/Explanations/R242.md"
};
static const unsigned char file_60[] = {
#embed "../../Sources/Explanations/R243.md"
};
static const unsigned char file_61[] = {
#embed "../../Sources/Explanations/R244.md"
};
static const unsigned char file_62[] = {
#embed "../../Sources/Explanations/R245.md"
};
static const unsigned char file_63[] = {
#embed "../../Sources/Explanations/R246.md"
};
static const unsigned char file_64[] = {
#embed "../../Sources/Explanations/R247.md"
};
static const unsigned char file_65[] = {
#embed "../../Sources/Explanations/R248.md"
};
static const unsigned char file_66[] = {
#embed "../../Sources/Explanations/R250.md"
};
static const unsigned char file_67[] = {
#embed "../../Sources/Explanations/R251.md"
};
static const unsigned char file_68[] = {
#embed "../../Sources/Explanations/R260.md"
};
static const unsigned char file_69[] = {
#embed "../../Sources/Explanations/R261.md"
};
static const unsigned char file_70[] = {
#embed "../../Sources/Explanations/R262.md"
};
static const unsigned char file_71[] = {
#embed "../../Sources/Explanations/R301.md"
};
static const unsigned char file_72[] = {
#embed "../../Sources/Explanations/R302.md"
};
static const unsigned char file_73[] = {
#embed "../../Sources/Explanations/R303.md"
};
static const unsigned char file_74[] = {
#embed "../../Sources/Explanations/R304.md"
};
static const unsigned char file_75[] = {
#embed "../../Sources/Explanations/R305.md"
};
static const unsigned char file_76[] = {
#embed "../../Sources/Explanations/R306.md"
};
static const unsigned char file_77[] = {
#embed "../../Sources/Explanations/R307.md"
};
static const unsigned char file_78[] = {
#embed "../../Sources/Explanations/R308.md"
};
static const unsigned char file_79[] = {
#embed "../../Sources/Explanations/R309.md"
};
static const unsigned char file_80[] = {
#embed "../../Sources/Explanations/R310.md"
};
static const unsigned char file_81[] = {
#embed "../../Sources/Explanations/R311.md"
};
static const unsigned char file_82[] = {
#embed "../../Sources/Explanations/R312.md"
};
static const unsigned char file_83[] = {
#embed "../../Sources/Explanations/R313.md"
};
static const unsigned char file_84[] = {
#embed "../../Sources/Explanations/R314.md"
};
static const unsigned char file_85[] = {
#embed "../../Sources/Explanations/R315.md"
};
static const unsigned char file_86[] = {
#embed "../../Sources/Explanations/R316.md"
};
static const unsigned char file_87[] = {
#embed "../../Sources/Explanations/R317.md"
};
static const unsigned char file_88[] = {
#embed "../../Sources/Explanations/R318.md"
};
static const unsigned char file_89[] = {
#embed "../../Sources/Explanations/R319.md"
};
static const unsigned char file_90[] = {
#embed "../../Sources/Explanations/R320.md"
};
static const unsigned char file_91[] = {
#embed "../../Sources/Explanations/R401.md"
};
static const unsigned char file_92[] = {
#embed "../../Sources/Explanations/R402.md"
};
static const unsigned char file_93[] = {
#embed "../../Sources/Explanations/R403.md"
};
static const unsigned char file_94[] = {
#embed "../../Sources/Explanations/R404.md"
};
static const unsigned char file_95[] = {
#embed "../../Sources/Explanations/R405.md"
};
static const unsigned char file_96[] = {
#embed "../../Sources/Explanations/R406.md"
};
static const unsigned char file_97[] = {
#embed "../../Sources/Explanations/R407.md"
};
static const unsigned char file_98[] = {
#embed "../../Sources/Explanations/R501.md"
};
static const unsigned char file_99[] = {
#embed "../../Sources/Explanations/R502.md"
};
static const unsigned char file_100[] = {
#embed "../../Sources/Explanations/R503.md"
};
static const unsigned char file_101[] = {
#embed "../../Sources/Explanations/R504.md"
};
static const unsigned char file_102[] = {
#embed "../../Sources/Explanations/R505.md"
};
static const unsigned char file_103[] = {
#embed "../../Sources/Explanations/R506.md"
};
static const unsigned char file_104[] = {
#embed "../../Sources/Explanations/R507.md"
};
static const unsigned char file_105[] = {
#embed "../../Sources/Explanations/R508.md"
};
static const unsigned char file_106[] = {
#embed "../../Sources/Explanations/R509.md"
};
static const unsigned char file_107[] = {
#embed "../../Sources/Explanations/R510.md"
};
static const unsigned char file_108[] = {
#embed "../../Sources/Explanations/R511.md"
};
static const unsigned char file_109[] = {
#embed "../../Sources/Explanations/R512.md"
};
static const unsigned char file_110[] = {
#embed "../../Sources/Explanations/R513.md"
};
static const unsigned char file_111[] = {
#embed "../../Sources/Explanations/R514.md"
};
static const unsigned char file_112[] = {
#embed "../../Sources/Explanations/R515.md"
};
static const unsigned char file_113[] = {
#embed "../../Sources/Explanations/R516.md"
};
static const unsigned char file_114[] = {
#embed "../../Sources/Explanations/R517.md"
};
static const unsigned char file_115[] = {
#embed "../../Sources/Explanations/R518.md"
};
static const unsigned char file_116[] = {
#embed "../../Sources/Explanations/R519.md"
};
static const unsigned char file_117[] = {
#embed "../../Sources/Explanations/R520.md"
};
static const unsigned char file_118[] = {
#embed "../../Sources/Explanations/R601.md"
};
static const unsigned char file_119[] = {
#embed "../../Sources/Explanations/R602.md"
};
static const unsigned char file_120[] = {
#embed "../../Sources/Explanations/R603.md"
};
static const unsigned char file_121[] = {
#embed "../../Sources/Explanations/R604.md"
};
static const unsigned char file_122[] = {
#embed "../../Sources/Explanations/R605.md"
};
static const unsigned char file_123[] = {
#embed "../../Sources/Explanations/R701.md"
};
static const unsigned char file_124[] = {
#embed "../../Sources/Explanations/R702.md"
};
static const unsigned char file_125[] = {
#embed "../../Sources/Explanations/R703.md"
};
static const unsigned char file_126[] = {
#embed "../../Sources/Explanations/R704.md"
};
static const unsigned char file_127[] = {
#embed "../../Sources/Explanations/R705.md"
};
static const unsigned char file_128[] = {
#embed "../../Sources/Explanations/R706.md"
};
static const unsigned char file_129[] = {
#embed "../../Sources/Explanations/R707.md"
};
static const unsigned char file_130[] = {
#embed "../../Sources/Explanations/R708.md"
};
static const unsigned char file_131[] = {
#embed "../../Sources/Explanations/R709.md"
};
static const unsigned char file_132[] = {
#embed "../../Sources/Explanations/R710.md"
};
static const unsigned char file_133[] = {
#embed "../../Sources/Explanations/R711.md"
};
static const unsigned char file_134[] = {
#embed "../../Sources/Explanations/R712.md"
};
static const unsigned char file_135[] = {
#embed "../../Sources/Explanations/R713.md"
};
static const unsigned char file_136[] = {
#embed "../../Sources/Explanations/R714.md"
};
static const unsigned char file_137[] = {
#embed "../../Sources/Explanations/S101.md"
};
static const unsigned char file_138[] = {
#embed "../../Sources/Explanations/S102.md"
};
static const unsigned char file_139[] = {
#embed "../../Sources/Explanations/S103.md"
};
static const unsigned char file_140[] = {
#embed "../../Sources/Explanations/S104.md"
};
static const unsigned char file_141[] = {
#embed "../../Sources/Explanations/S105.md"
};
static const unsigned char file_142[] = {
#embed "../../Sources/Explanations/S106.md"
};
static const unsigned char file_143[] = {
#embed "../../Sources/Explanations/S107.md"
};
static const unsigned char file_144[] = {
#embed "../../Sources/Explanations/S108.md"
};
static const unsigned char file_145[] = {
#embed "../../Sources/Explanations/S110.md"
};
static const unsigned char file_146[] = {
#embed "../../Sources/Explanations/S111.md"
};
static const unsigned char file_147[] = {
#embed "../../Sources/Explanations/S112.md"
};
static const unsigned char file_148[] = {
#embed "../../Sources/Explanations/S113.md"
};
static const unsigned char file_149[] = {
#embed "../../Sources/Explanations/S114.md"
};
static const unsigned char file_150[] = {
#embed "../../Sources/Explanations/S115.md"
};
static const unsigned char file_151[] = {
#embed "../../Sources/Explanations/S116.md"
};
static const unsigned char file_152[] = {
#embed "../../Sources/Explanations/S117.md"
};
static const unsigned char file_153[] = {
#embed "../../Sources/Explanations/S118.md"
};
static const unsigned char file_154[] = {
#embed "../../Sources/Explanations/S119.md"
};
static const unsigned char file_155[] = {
#embed "../../Sources/Explanations/S120.md"
};
static const unsigned char file_156[] = {
#embed "../../Sources/Explanations/S121.md"
};
static const unsigned char file_157[] = {
#embed "../../Sources/Explanations/S122.md"
};
static const unsigned char file_158[] = {
#embed "../../Sources/Explanations/S123.md"
};
static const unsigned char file_159[] = {
#embed "../../Sources/Explanations/S124.md"
};
static const unsigned char file_160[] = {
#embed "../../Sources/Explanations/S125.md"
};
static const unsigned char file_161[] = {
#embed "../../Sources/Explanations/S126.md"
};
static const unsigned char file_162[] = {
#embed "../../Sources/Explanations/S127.md"
};
static const unsigned char file_163[] = {
#embed "../../Sources/Explanations/S128.md"
};
static const unsigned char file_164[] = {
#embed "../../Sources/Explanations/S129.md"
};
static const unsigned char file_165[] = {
#embed "../../Sources/Explanations/S130.md"
};
static const unsigned char file_166[] = {
#embed "../../Sources/Explanations/S131.md"
};
static const unsigned char file_167[] = {
#embed "../../Sources/Explanations/S132.md"
};
static const unsigned char file_168[] = {
#embed "../../Sources/Explanations/S133.md"
};
static const unsigned char file_169[] = {
#embed "../../Sources/Explanations/S134.md"
};
static const unsigned char file_170[] = {
#embed "../../Sources/Explanations/S135.md"
};
static const unsigned char file_171[] = {
#embed "../../Sources/Explanations/S136.md"
};
static const unsigned char file_172[] = {
#embed "../../Sources/Explanations/S137.md"
};
static const unsigned char file_173[] = {
#embed "../../Sources/Explanations/S138.md"
};
static const unsigned char file_174[] = {
#embed "../../Sources/Explanations/S139.md"
};
static const unsigned char file_175[] = {
#embed "../../Sources/Explanations/S140.md"
};
static const unsigned char file_176[] = {
#embed "../../Sources/Explanations/S141.md"
};
static const unsigned char file_177[] = {
#embed "../../Sources/Explanations/S142.md"
};
static const unsigned char file_178[] = {
#embed "../../Sources/Explanations/S143.md"
};
static const unsigned char file_179[] = {
#embed "../../Sources/Explanations/S144.md"
};
static const unsigned char file_180[] = {
#embed "../../Sources/Explanations/S145.md"
};
static const unsigned char file_181[] = {
#embed "../../Sources/Explanations/S146.md"
};
static const unsigned char file_182[] = {
#embed "../../Sources/Explanations/S147.md"
};
static const unsigned char file_183[] = {
#embed "../../Sources/Explanations/S148.md"
};
static const unsigned char file_184[] = {
#embed "../../Sources/Explanations/S149.md"
};
static const unsigned char file_185[] = {
#embed "../../Sources/Explanations/S150.md"
};
static const unsigned char file_186[] = {
#embed "../../Sources/Explanations/S151.md"
};
static const unsigned char file_187[] = {
#embed "../../Sources/Explanations/S152.md"
};
static const unsigned char file_188[] = {
#embed "../../Sources/Explanations/S153.md"
};
static const unsigned char file_189[] = {
#embed "../../Sources/Explanations/S154.md"
};
static const unsigned char file_190[] = {
#embed "../../Sources/Explanations/S155.md"
};
static const unsigned char file_191[] = {
#embed "../../Sources/Explanations/S156.md"
};
static const unsigned char file_192[] = {
#embed "../../Sources/Explanations/S160.md"
};
static const unsigned char file_193[] = {
#embed "../../Sources/Explanations/S161.md"
};
static const unsigned char file_194[] = {
#embed "../../Sources/Explanations/S162.md"
};
static const unsigned char file_195[] = {
#embed "../../Sources/Explanations/S163.md"
};
static const unsigned char file_196[] = {
#embed "../../Sources/Explanations/S164.md"
};
static const unsigned char file_197[] = {
#embed "../../Sources/Explanations/S165.md"
};
static const unsigned char file_198[] = {
#embed "../../Sources/Explanations/S170.md"
};
static const unsigned char file_199[] = {
#embed "../../Sources/Explanations/S171.md"
};
static const unsigned char file_200[] = {
#embed "../../Sources/Explanations/S180.md"
};
static const unsigned char file_201[] = {
#embed "../../Sources/Explanations/S181.md"
};
static const unsigned char file_202[] = {
#embed "../../Sources/Explanations/S182.md"
};
static const unsigned char file_203[] = {
#embed "../../Sources/Explanations/S183.md"
};
static const unsigned char file_204[] = {
#embed "../../Sources/Explanations/S184.md"
};
static const unsigned char file_205[] = {
#embed "../../Sources/Explanations/S185.md"
};
static const unsigned char file_206[] = {
#embed "../../Sources/Explanations/S186.md"
};
static const unsigned char file_207[] = {
#embed "../../Sources/Explanations/S187.md"
};
static const unsigned char file_208[] = {
#embed "../../Sources/Explanations/S188.md"
};
static const unsigned char file_209[] = {
#embed "../../Sources/Explanations/S190.md"
};
static const unsigned char file_210[] = {
#embed "../../Sources/Explanations/S191.md"
};
static const unsigned char file_211[] = {
#embed "../../Sources/Explanations/S193.md"
};
static const unsigned char file_212[] = {
#embed "../../Sources/Explanations/S194.md"
};
static const unsigned char file_213[] = {
#embed "../../Sources/Explanations/S195.md"
};
static const unsigned char file_214[] = {
#embed "../../Sources/Explanations/S196.md"
};
static const unsigned char file_215[] = {
#embed "../../Sources/Explanations/S197.md"
};
static const unsigned char file_216[] = {
#embed "../../Sources/Explanations/S198.md"
};
static const unsigned char file_217[] = {
#embed "../../Sources/Explanations/S199.md"
};
static const unsigned char file_218[] = {
#embed "../../Sources/Explanations/S200.md"
};
static const unsigned char file_219[] = {
#embed "../../Sources/Explanations/S201.md"
};
static const unsigned char file_220[] = {
#embed "../../Sources/Explanations/S202.md"
};
static const unsigned char file_221[] = {
#embed "../../Sources/Explanations/S203.md"
};
static const unsigned char file_222[] = {
#embed "../../Sources/Explanations/S204.md"
};
static const unsigned char file_223[] = {
#embed "../../Sources/Explanations/S205.md"
};
static const unsigned char file_224[] = {
#embed "../../Sources/Explanations/S206.md"
};
static const unsigned char file_225[] = {
#embed "../../Sources/Explanations/S207.md"
};
static const unsigned char file_226[] = {
#embed "../../Sources/Explanations/S208.md"
};
static const unsigned char file_227[] = {
#embed "../../Sources/Explanations/S209.md"
};
static const unsigned char file_228[] = {
#embed "../../Sources/Explanations/S210.md"
};
static const unsigned char file_229[] = {
#embed "../../Sources/Explanations/S211.md"
};
static const unsigned char file_230[] = {
#embed "../../Sources/Explanations/S212.md"
};
static const unsigned char file_231[] = {
#embed "../../Sources/Explanations/S213.md"
};
static const unsigned char file_232[] = {
#embed "../../Sources/Explanations/S214.md"
};
static const unsigned char file_233[] = {
#embed "../../Sources/Explanations/S215.md"
};
static const unsigned char file_234[] = {
#embed "../../Sources/Explanations/S216.md"
};

static const struct attune_bundled_file all[] = {
    {"Sources/Explanations/R100.md", file_0, sizeof file_0},
    {"Sources/Explanations/R101.md", file_1, sizeof file_1},
    {"Sources/Explanations/R102.md", file_2, sizeof file_2},
    {"Sources/Explanations/R103.md", file_3, sizeof file_3},
    {"Sources/Explanations/R104.md", file_4, sizeof file_4},
    {"Sources/Explanations/R105.md", file_5, sizeof file_5},
    {"Sources/Explanations/R106.md", file_6, sizeof file_6},
    {"Sources/Explanations/R107.md", file_7, sizeof file_7},
    {"Sources/Explanations/R108.md", file_8, sizeof file_8},
    {"Sources/Explanations/R109.md", file_9, sizeof file_9},
    {"Sources/Explanations/R110.md", file_10, sizeof file_10},
    {"Sources/Explanations/R111.md", file_11, sizeof file_11},
    {"Sources/Explanations/R112.md", file_12, sizeof file_12},
    {"Sources/Explanations/R113.md", file_13, sizeof file_13},
    {"Sources/Explanations/R114.md", file_14, sizeof file_14},
    {"Sources/Explanations/R115.md", file_15, sizeof file_15},
    {"Sources/Explanations/R116.md", file_16, sizeof file_16},
    {"Sources/Explanations/R117.md", file_17, sizeof file_17},
    {"Sources/Explanations/R118.md", file_18, sizeof file_18},
    {"Sources/Explanations/R119.md", file_19, sizeof file_19},
    {"Sources/Explanations/R120.md", file_20, sizeof file_20},
    {"Sources/Explanations/R121.md", file_21, sizeof file_21},
    {"Sources/Explanations/R122.md", file_22, sizeof file_22},
    {"Sources/Explanations/R123.md", file_23, sizeof file_23},
    {"Sources/Explanations/R124.md", file_24, sizeof file_24},
    {"Sources/Explanations/R125.md", file_25, sizeof file_25},
    {"Sources/Explanations/R126.md", file_26, sizeof file_26},
    {"Sources/Explanations/R127.md", file_27, sizeof file_27},
    {"Sources/Explanations/R128.md", file_28, sizeof file_28},
    {"Sources/Explanations/R129.md", file_29, sizeof file_29},
    {"Sources/Explanations/R130.md", file_30, sizeof file_30},
    {"Sources/Explanations/R131.md", file_31, sizeof file_31},
    {"Sources/Explanations/R132.md", file_32, sizeof file_32},
    {"Sources/Explanations/R133.md", file_33, sizeof file_33},
    {"Sources/Explanations/R134.md", file_34, sizeof file_34},
    {"Sources/Explanations/R201.md", file_35, sizeof file_35},
    {"Sources/Explanations/R202.md", file_36, sizeof file_36},
    {"Sources/Explanations/R203.md", file_37, sizeof file_37},
    {"Sources/Explanations/R204.md", file_38, sizeof file_38},
    {"Sources/Explanations/R205.md", file_39, sizeof file_39},
    {"Sources/Explanations/R206.md", file_40, sizeof file_40},
    {"Sources/Explanations/R207.md", file_41, sizeof file_41},
    {"Sources/Explanations/R208.md", file_42, sizeof file_42},
    {"Sources/Explanations/R210.md", file_43, sizeof file_43},
    {"Sources/Explanations/R211.md", file_44, sizeof file_44},
    {"Sources/Explanations/R212.md", file_45, sizeof file_45},
    {"Sources/Explanations/R213.md", file_46, sizeof file_46},
    {"Sources/Explanations/R214.md", file_47, sizeof file_47},
    {"Sources/Explanations/R220.md", file_48, sizeof file_48},
    {"Sources/Explanations/R221.md", file_49, sizeof file_49},
    {"Sources/Explanations/R222.md", file_50, sizeof file_50},
    {"Sources/Explanations/R223.md", file_51, sizeof file_51},
    {"Sources/Explanations/R224.md", file_52, sizeof file_52},
    {"Sources/Explanations/R225.md", file_53, sizeof file_53},
    {"Sources/Explanations/R226.md", file_54, sizeof file_54},
    {"Sources/Explanations/R230.md", file_55, sizeof file_55},
    {"Sources/Explanations/R231.md", file_56, sizeof file_56},
    {"Sources/Explanations/R240.md", file_57, sizeof file_57},
    {"Sources/Explanations/R241.md", file_58, sizeof file_58},
    {"Sources/Explanations/R242.md", file_59, sizeof file_59},
    {"Sources/Explanations/R243.md", file_60, sizeof file_60},
    {"Sources/Explanations/R244.md", file_61, sizeof file_61},
    {"Sources/Explanations/R245.md", file_62, sizeof file_62},
    {"Sources/Explanations/R246.md", file_63, sizeof file_63},
    {"Sources/Explanations/R247.md", file_64, sizeof file_64},
    {"Sources/Explanations/R248.md", file_65, sizeof file_65},
    {"Sources/Explanations/R250.md", file_66, sizeof file_66},
    {"Sources/Explanations/R251.md", file_67, sizeof file_67},
    {"Sources/Explanations/R260.md", file_68, sizeof file_68},
    {"Sources/Explanations/R261.md", file_69, sizeof file_69},
    {"Sources/Explanations/R262.md", file_70, sizeof file_70},
    {"Sources/Explanations/R301.md", file_71, sizeof file_71},
    {"Sources/Explanations/R302.md", file_72, sizeof file_72},
    {"Sources/Explanations/R303.md", file_73, sizeof file_73},
    {"Sources/Explanations/R304.md", file_74, sizeof file_74},
    {"Sources/Explanations/R305.md", file_75, sizeof file_75},
    {"Sources/Explanations/R306.md", file_76, sizeof file_76},
    {"Sources/Explanations/R307.md", file_77, sizeof file_77},
    {"Sources/Explanations/R308.md", file_78, sizeof file_78},
    {"Sources/Explanations/R309.md", file_79, sizeof file_79},
    {"Sources/Explanations/R310.md", file_80, sizeof file_80},
    {"Sources/Explanations/R311.md", file_81, sizeof file_81},
    {"Sources/Explanations/R312.md", file_82, sizeof file_82},
    {"Sources/Explanations/R313.md", file_83, sizeof file_83},
    {"Sources/Explanations/R314.md", file_84, sizeof file_84},
    {"Sources/Explanations/R315.md", file_85, sizeof file_85},
    {"Sources/Explanations/R316.md", file_86, sizeof file_86},
    {"Sources/Explanations/R317.md", file_87, sizeof file_87},
    {"Sources/Explanations/R318.md", file_88, sizeof file_88},
    {"Sources/Explanations/R319.md", file_89, sizeof file_89},
    {"Sources/Explanations/R320.md", file_90, sizeof file_90},
    {"Sources/Explanations/R401.md", file_91, sizeof file_91},
    {"Sources/Explanations/R402.md", file_92, sizeof file_92},
    {"Sources/Explanations/R403.md", file_93, sizeof file_93},
    {"Sources/Explanations/R404.md", file_94, sizeof file_94},
    {"Sources/Explanations/R405.md", file_95, sizeof file_95},
    {"Sources/Explanations/R406.md", file_96, sizeof file_96},
    {"Sources/Explanations/R407.md", file_97, sizeof file_97},
    {"Sources/Explanations/R501.md", file_98, sizeof file_98},
    {"Sources/Explanations/R502.md", file_99, sizeof file_99},
    {"Sources/Explanations/R503.md", file_100, sizeof file_100},
    {"Sources/Explanations/R504.md", file_101, sizeof file_101},
    {"Sources/Explanations/R505.md", file_102, sizeof file_102},
    {"Sources/Explanations/R506.md", file_103, sizeof file_103},
    {"Sources/Explanations/R507.md", file_104, sizeof file_104},
    {"Sources/Explanations/R508.md", file_105, sizeof file_105},
    {"Sources/Explanations/R509.md", file_106, sizeof file_106},
    {"Sources/Explanations/R510.md", file_107, sizeof file_107},
    {"Sources/Explanations/R511.md", file_108, sizeof file_108},
    {"Sources/Explanations/R512.md", file_109, sizeof file_109},
    {"Sources/Explanations/R513.md", file_110, sizeof file_110},
    {"Sources/Explanations/R514.md", file_111, sizeof file_111},
    {"Sources/Explanations/R515.md", file_112, sizeof file_112},
    {"Sources/Explanations/R516.md", file_113, sizeof file_113},
    {"Sources/Explanations/R517.md", file_114, sizeof file_114},
    {"Sources/Explanations/R518.md", file_115, sizeof file_115},
    {"Sources/Explanations/R519.md", file_116, sizeof file_116},
    {"Sources/Explanations/R520.md", file_117, sizeof file_117},
    {"Sources/Explanations/R601.md", file_118, sizeof file_118},
    {"Sources/Explanations/R602.md", file_119, sizeof file_119},
    {"Sources/Explanations/R603.md", file_120, sizeof file_120},
    {"Sources/Explanations/R604.md", file_121, sizeof file_121},
    {"Sources/Explanations/R605.md", file_122, sizeof file_122},
    {"Sources/Explanations/R701.md", file_123, sizeof file_123},
    {"Sources/Explanations/R702.md", file_124, sizeof file_124},
    {"Sources/Explanations/R703.md", file_125, sizeof file_125},
    {"Sources/Explanations/R704.md", file_126, sizeof file_126},
    {"Sources/Explanations/R705.md", file_127, sizeof file_127},
    {"Sources/Explanations/R706.md", file_128, sizeof file_128},
    {"Sources/Explanations/R707.md", file_129, sizeof file_129},
    {"Sources/Explanations/R708.md", file_130, sizeof file_130},
    {"Sources/Explanations/R709.md", file_131, sizeof file_131},
    {"Sources/Explanations/R710.md", file_132, sizeof file_132},
    {"Sources/Explanations/R711.md", file_133, sizeof file_133},
    {"Sources/Explanations/R712.md", file_134, sizeof file_134},
    {"Sources/Explanations/R713.md", file_135, sizeof file_135},
    {"Sources/Explanations/R714.md", file_136, sizeof file_136},
    {"Sources/Explanations/S101.md", file_137, sizeof file_137},
    {"Sources/Explanations/S102.md", file_138, sizeof file_138},
    {"Sources/Explanations/S103.md", file_139, sizeof file_139},
    {"Sources/Explanations/S104.md", file_140, sizeof file_140},
    {"Sources/Explanations/S105.md", file_141, sizeof file_141},
    {"Sources/Explanations/S106.md", file_142, sizeof file_142},
    {"Sources/Explanations/S107.md", file_143, sizeof file_143},
    {"Sources/Explanations/S108.md", file_144, sizeof file_144},
    {"Sources/Explanations/S110.md", file_145, sizeof file_145},
    {"Sources/Explanations/S111.md", file_146, sizeof file_146},
    {"Sources/Explanations/S112.md", file_147, sizeof file_147},
    {"Sources/Explanations/S113.md", file_148, sizeof file_148},
    {"Sources/Explanations/S114.md", file_149, sizeof file_149},
    {"Sources/Explanations/S115.md", file_150, sizeof file_150},
    {"Sources/Explanations/S116.md", file_151, sizeof file_151},
    {"Sources/Explanations/S117.md", file_152, sizeof file_152},
    {"Sources/Explanations/S118.md", file_153, sizeof file_153},
    {"Sources/Explanations/S119.md", file_154, sizeof file_154},
    {"Sources/Explanations/S120.md", file_155, sizeof file_155},
    {"Sources/Explanations/S121.md", file_156, sizeof file_156},
    {"Sources/Explanations/S122.md", file_157, sizeof file_157},
    {"Sources/Explanations/S123.md", file_158, sizeof file_158},
    {"Sources/Explanations/S124.md", file_159, sizeof file_159},
    {"Sources/Explanations/S125.md", file_160, sizeof file_160},
    {"Sources/Explanations/S126.md", file_161, sizeof file_161},
    {"Sources/Explanations/S127.md", file_162, sizeof file_162},
    {"Sources/Explanations/S128.md", file_163, sizeof file_163},
    {"Sources/Explanations/S129.md", file_164, sizeof file_164},
    {"Sources/Explanations/S130.md", file_165, sizeof file_165},
    {"Sources/Explanations/S131.md", file_166, sizeof file_166},
    {"Sources/Explanations/S132.md", file_167, sizeof file_167},
    {"Sources/Explanations/S133.md", file_168, sizeof file_168},
    {"Sources/Explanations/S134.md", file_169, sizeof file_169},
    {"Sources/Explanations/S135.md", file_170, sizeof file_170},
    {"Sources/Explanations/S136.md", file_171, sizeof file_171},
    {"Sources/Explanations/S137.md", file_172, sizeof file_172},
    {"Sources/Explanations/S138.md", file_173, sizeof file_173},
    {"Sources/Explanations/S139.md", file_174, sizeof file_174},
    {"Sources/Explanations/S140.md", file_175, sizeof file_175},
    {"Sources/Explanations/S141.md", file_176, sizeof file_176},
    {"Sources/Explanations/S142.md", file_177, sizeof file_177},
    {"Sources/Explanations/S143.md", file_178, sizeof file_178},
    {"Sources/Explanations/S144.md", file_179, sizeof file_179},
    {"Sources/Explanations/S145.md", file_180, sizeof file_180},
    {"Sources/Explanations/S146.md", file_181, sizeof file_181},
    {"Sources/Explanations/S147.md", file_182, sizeof file_182},
    {"Sources/Explanations/S148.md", file_183, sizeof file_183},
    {"Sources/Explanations/S149.md", file_184, sizeof file_184},
    {"Sources/Explanations/S150.md", file_185, sizeof file_185},
    {"Sources/Explanations/S151.md", file_186, sizeof file_186},
    {"Sources/Explanations/S152.md", file_187, sizeof file_187},
    {"Sources/Explanations/S153.md", file_188, sizeof file_188},
    {"Sources/Explanations/S154.md", file_189, sizeof file_189},
    {"Sources/Explanations/S155.md", file_190, sizeof file_190},
    {"Sources/Explanations/S156.md", file_191, sizeof file_191},
    {"Sources/Explanations/S160.md", file_192, sizeof file_192},
    {"Sources/Explanations/S161.md", file_193, sizeof file_193},
    {"Sources/Explanations/S162.md", file_194, sizeof file_194},
    {"Sources/Explanations/S163.md", file_195, sizeof file_195},
    {"Sources/Explanations/S164.md", file_196, sizeof file_196},
    {"Sources/Explanations/S165.md", file_197, sizeof file_197},
    {"Sources/Explanations/S170.md", file_198, sizeof file_198},
    {"Sources/Explanations/S171.md", file_199, sizeof file_199},
    {"Sources/Explanations/S180.md", file_200, sizeof file_200},
    {"Sources/Explanations/S181.md", file_201, sizeof file_201},
    {"Sources/Explanations/S182.md", file_202, sizeof file_202},
    {"Sources/Explanations/S183.md", file_203, sizeof file_203},
    {"Sources/Explanations/S184.md", file_204, sizeof file_204},
    {"Sources/Explanations/S185.md", file_205, sizeof file_205},
    {"Sources/Explanations/S186.md", file_206, sizeof file_206},
    {"Sources/Explanations/S187.md", file_207, sizeof file_207},
    {"Sources/Explanations/S188.md", file_208, sizeof file_208},
    {"Sources/Explanations/S190.md", file_209, sizeof file_209},
    {"Sources/Explanations/S191.md", file_210, sizeof file_210},
    {"Sources/Explanations/S193.md", file_211, sizeof file_211},
    {"Sources/Explanations/S194.md", file_212, sizeof file_212},
    {"Sources/Explanations/S195.md", file_213, sizeof file_213},
    {"Sources/Explanations/S196.md", file_214, sizeof file_214},
    {"Sources/Explanations/S197.md", file_215, sizeof file_215},
    {"Sources/Explanations/S198.md", file_216, sizeof file_216},
    {"Sources/Explanations/S199.md", file_217, sizeof file_217},
    {"Sources/Explanations/S200.md", file_218, sizeof file_218},
    {"Sources/Explanations/S201.md", file_219, sizeof file_219},
    {"Sources/Explanations/S202.md", file_220, sizeof file_220},
    {"Sources/Explanations/S203.md", file_221, sizeof file_221},
    {"Sources/Explanations/S204.md", file_222, sizeof file_222},
    {"Sources/Explanations/S205.md", file_223, sizeof file_223},
    {"Sources/Explanations/S206.md", file_224, sizeof file_224},
    {"Sources/Explanations/S207.md", file_225, sizeof file_225},
    {"Sources/Explanations/S208.md", file_226, sizeof file_226},
    {"Sources/Explanations/S209.md", file_227, sizeof file_227},
    {"Sources/Explanations/S210.md", file_228, sizeof file_228},
    {"Sources/Explanations/S211.md", file_229, sizeof file_229},
    {"Sources/Explanations/S212.md", file_230, sizeof file_230},
    {"Sources/Explanations/S213.md", file_231, sizeof file_231},
    {"Sources/Explanations/S214.md", file_232, sizeof file_232},
    {"Sources/Explanations/S215.md", file_233, sizeof file_233},
    {"Sources/Explanations/S216.md", file_234, sizeof file_234},
};

const struct attune_bundled_file *attune_bundled_explanations(size_t *count) {
  *count = sizeof all / sizeof *all;
  return all;
}
