// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A target of our own: warnings are errors, and only the named modules may be imported.
///
/// What is `busy` is optimised in debug builds too: the tests read the whole library and code with
/// it many hundred times.
func part(
  _ name: String, _ dependencies: [Target.Dependency] = [], busy: Bool = false
) -> Target {
  .target(
    name: name, dependencies: dependencies,
    swiftSettings: strict + (busy ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []))
}

/// `Cases` holds what the tests of a target read; it is no source.
func tests(
  of name: String, _ dependencies: [Target.Dependency], cases: Bool = false
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
    exclude: cases ? ["Cases"] : [], swiftSettings: strict)
}

let package = Package(
  name: "attune",
  products: [.executable(name: "attune", targets: ["attune"])],
  targets: [
    // Without pkgConfig: both lie where every compiler looks, and pkg-config may be missing.
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "BundledLibrary"),

    part("Diagnostics", busy: true),
    part("Outline", ["Diagnostics"], busy: true),
    part("ScenarioSyntax", ["Outline", "Diagnostics"], busy: true),
    part("ScenarioModel", busy: true),
    part("Rubrics", ["Outline", "Diagnostics"], busy: true),
    part(
      "ScenarioChecker",
      ["ScenarioSyntax", "ScenarioModel", "Rubrics", "Outline", "Diagnostics"], busy: true),
    part("TranscriptModel", busy: true),
    part("ResponseCoding", ["Rubrics", "TranscriptModel"], busy: true),
    part("Agreement", busy: true),
    part(
      "Calibration",
      ["Agreement", "ResponseCoding", "Rubrics", "TranscriptModel", "Diagnostics"], busy: true),
    part("SessionEngine", ["ScenarioModel", "TranscriptModel"], busy: true),
    part("Scoring", ["ResponseCoding", "Rubrics", "TranscriptModel"], busy: true),
    part(
      "Playtesting",
      [
        "SessionEngine", "ResponseCoding", "Scoring", "Rubrics", "ScenarioModel",
        "TranscriptModel", "Diagnostics",
      ], busy: true),
    part(
      "Lessons", ["ResponseCoding", "Rubrics", "TranscriptModel", "Outline", "Diagnostics"],
      busy: true),
    part("ScenarioGraph", ["ScenarioModel"]),
    part("DeliberatePractice", ["Diagnostics"]),
    part(
      "LanguageServer",
      ["ScenarioSyntax", "ScenarioChecker", "ScenarioModel", "Rubrics", "Outline", "Diagnostics"]),
    part("Progress", ["Agreement"], busy: true),
    part("Cohorts", ["Agreement"], busy: true),
    part("Supervision", ["Agreement"]),
    part("Reports", ["Supervision", "Scoring", "Rubrics", "TranscriptModel"]),
    part("TranscriptStore", ["Supervision", "TranscriptModel", "CSQLite"]),
    part("Arguments", ["Diagnostics"]),
    part("Terminal", ["CReadline"]),
    part(
      "Commands",
      [
        "Agreement", "Arguments", "BundledLibrary", "Calibration", "Cohorts",
        "DeliberatePractice", "Diagnostics",
        "LanguageServer", "Lessons", "Outline", "Playtesting", "Progress", "ResponseCoding",
        "Reports", "Rubrics",
        "ScenarioChecker", "ScenarioGraph", "ScenarioModel", "ScenarioSyntax", "Scoring",
        "SessionEngine", "Supervision", "Terminal",
        "TranscriptModel", "TranscriptStore",
      ]),
    .executableTarget(
      name: "attune", dependencies: ["Commands"], exclude: ["Editors"], swiftSettings: strict),

    tests(of: "Diagnostics", []),
    tests(of: "Outline", ["Diagnostics"]),
    tests(of: "ScenarioSyntax", ["Outline", "Diagnostics"], cases: true),
    tests(
      of: "ScenarioChecker",
      [
        "Rubrics", "ScenarioModel", "ScenarioSyntax", "SessionEngine", "TranscriptModel",
        "Diagnostics",
      ]),
    tests(of: "SessionEngine", ["ScenarioModel", "TranscriptModel"]),
    tests(of: "Rubrics", ["Outline", "Diagnostics"]),
    tests(of: "ResponseCoding", ["Rubrics", "TranscriptModel", "Diagnostics"], cases: true),
    tests(of: "Agreement", []),
    tests(
      of: "Calibration",
      ["Agreement", "ResponseCoding", "Rubrics", "TranscriptModel", "Diagnostics"]),
    tests(of: "Scoring", ["Rubrics", "TranscriptModel", "Diagnostics", "Outline"]),
    tests(
      of: "Playtesting",
      [
        "ScenarioChecker", "ScenarioModel", "Rubrics", "ResponseCoding", "SessionEngine",
        "Scoring", "TranscriptModel", "Diagnostics",
      ]),
    tests(of: "Lessons", ["Rubrics", "Diagnostics"]),
    tests(of: "ScenarioGraph", ["ScenarioModel"], cases: true),
    tests(
      of: "LanguageServer",
      ["ScenarioChecker", "ScenarioModel", "ScenarioSyntax", "Rubrics", "Diagnostics"]),
    tests(of: "Progress", []),
    tests(of: "Cohorts", ["Agreement"]),
    tests(of: "Supervision", ["Agreement"]),
    tests(of: "Reports", ["Supervision", "Scoring", "Rubrics", "TranscriptModel"]),
    tests(of: "TranscriptStore", ["Supervision", "TranscriptModel", "CSQLite"]),
    tests(of: "DeliberatePractice", []),
    tests(of: "Arguments", []),
    tests(of: "Terminal", ["PseudoTerminalKit", "LineEditorProbe"]),
    tests(
      of: "Commands",
      [
        "Agreement", "Arguments", "BundledLibrary", "Diagnostics", "Lessons", "Playtesting",
        "Progress", "PseudoTerminalKit", "Reports", "ResponseCoding", "Rubrics", "ScenarioChecker",
        "Supervision", "Terminal", "TranscriptModel",
        "TranscriptStore", "attune",
      ], cases: true),
    .target(name: "CPosix", path: "Tests/CPosix"),
    .target(
      name: "PseudoTerminalKit", dependencies: ["CPosix"], path: "Tests/PseudoTerminalKit",
      swiftSettings: strict),
    .executableTarget(
      name: "attune-bench",
      dependencies: [
        "Agreement", "Commands", "Diagnostics", "LanguageServer", "Playtesting", "ResponseCoding",
        "ScenarioChecker", "ScenarioModel", "Scoring", "SessionEngine", "Supervision",
        "Terminal", "TranscriptModel", "TranscriptStore",
      ], path: "Tests/Benchmarks", swiftSettings: strict),
    .executableTarget(
      name: "LineEditorProbe", dependencies: ["Terminal"], path: "Tests/LineEditorProbe",
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
