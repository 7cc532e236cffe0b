// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A target of our own: warnings are errors, and only the named modules may be imported.
func part(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  of name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
    exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "attune",
  targets: [
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CPosix"),
    // .target(name: "BundledLibrary"),

    part("Diagnostics"),
    part("Outline", ["Diagnostics"]),
    part("ScenarioSyntax", ["Outline", "Diagnostics"]),
    part("ScenarioModel"),
    part("Rubrics", ["Outline", "Diagnostics"]),
    part(
      "ScenarioChecker",
      ["ScenarioSyntax", "ScenarioModel", "Rubrics", "Outline", "Diagnostics"]),
    part("TranscriptModel"),
    part("ResponseCoding", ["Rubrics", "TranscriptModel"]),
    part("SessionEngine", ["ScenarioModel", "TranscriptModel"]),
    part("Scoring", ["Rubrics", "TranscriptModel"]),
    part("TranscriptStore", ["TranscriptModel", "CSQLite", "CPosix"]),
    part("Arguments", ["Diagnostics"]),
    part("Terminal", ["CReadline", "CPosix"]),

    tests(of: "Rubrics", ["Outline", "Diagnostics"]),
    tests(
      of: "ResponseCoding", ["Rubrics", "TranscriptModel", "Diagnostics"], exclude: ["Cases"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
