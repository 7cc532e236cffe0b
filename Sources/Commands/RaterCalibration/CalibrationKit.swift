import Diagnostics
import Rubrics
import Supervision
import TranscriptStore

/// The anchor transcripts of a library in the order in which they are rated, ready to be kept.
struct CalibrationKit {
  let anchors: [AnchorTranscript]
  /// The same without any scores, with gold.
  let unrated: [AnchorRating]
  /// Stands for all files of the kit.
  let hash: String
  let rubrics: [Rubric]
  let codebook: Codebook

  /// Throws ``BrokenLibrary`` where a file of the library cannot be used, and ``LibraryError`` where the
  /// kit that attune carries does not fit it.
  init(_ library: Library) throws {
    var read: [(anchor: AnchorTranscript, hash: String)] = []
    var broken: [(file: SourceFile, diagnostics: [Diagnostic])] = []
    var first: [String: String] = [:]
    for file in library.files.anchors {
      let checked = readAnchor(file, rubrics: library.rubrics)
      guard let anchor = checked.anchor else {
        broken.append((file, checked.diagnostics))
        continue
      }
      if let other = first.updateValue(file.name, forKey: anchor.id.lowercased()) {
        let problem = LibraryProblem.anchorIDTaken(anchor.id, by: other)
        broken.append((file, [Diagnostic(problem, at: Span(0, file.lineSpan(0).end))]))
      }
      read.append((anchor, contentHash(file.bytes)))
    }
    guard broken.isEmpty || !library.files.carriesAnchors else {
      throw LibraryError(
        message: "the calibration kit that attune carries does not fit the rubrics of this library",
        help: "put anchors for them into Rubrics/Anchors")
    }
    guard broken.isEmpty else { throw BrokenLibrary(problems: broken) }
    // An order that tells nothing of what is weak and what is strong.
    read.sort { contentHash(Array($0.anchor.id.utf8)) < contentHash(Array($1.anchor.id.utf8)) }
    let hashes = rubricHashes(library)
    anchors = read.map(\.anchor)
    rubrics = library.rubrics
    codebook = library.codebook
    unrated = read.map { anchor, hash in
      AnchorRating(anchor, hash: hash, library.rubrics, hashes: hashes)
    }
    hash = contentHash(Array(read.map(\.hash).joined(separator: "\n").utf8))
  }

  /// The one a rater means: its number, id or title.
  func place(of name: String) throws -> Int {
    if let number = Int(name), anchors.indices.contains(number - 1) { return number - 1 }
    let wanted = name.lowercased()
    let found = anchors.firstIndex {
      [$0.id.lowercased(), $0.title.lowercased()].contains(wanted)
    }
    guard let found else { throw KitRefusal.noSuchAnchor(name) }
    return found
  }
}

extension AnchorRating {
  fileprivate init(
    _ anchor: AnchorTranscript, hash: String, _ rubrics: [Rubric], hashes: [String: String]
  ) {
    let asked = anchor.rubrics.compactMap { id in rubrics.first { $0.id == id } }
    self.init(
      anchor: anchor.id, title: anchor.title, version: anchor.version, hash: hash,
      turns: anchor.turns.count,
      ratings: asked.map { rubric in
        DimensionRating(
          dimension: rubric.id, title: rubric.title, isGate: rubric.kind == .gate,
          version: rubric.version, hash: hashes[rubric.id] ?? "")
      },
      gold: Dictionary(anchor.gold.map { ($0.rubric, GivenScore($0.score)) }) { first, _ in first })
  }
}

extension GivenScore {
  init(_ gold: GoldRating.Score) {
    self =
      switch gold {
      case .level(let level): .level(level)
      case .pass: .pass
      case .fail: .fail
      case .notApplicable: .notApplicable
      }
  }
}

/// SHA-256 of each rubric's file, by the rubric's id.
func rubricHashes(_ library: Library) -> [String: String] {
  var hashes: [String: String] = [:]
  for file in library.files.rubrics {
    guard let id = readRubric(file, codebook: library.codebook).rubric?.id else { continue }
    if hashes[id] == nil { hashes[id] = contentHash(file.bytes) }
  }
  return hashes
}

extension BlindTranscript {
  init(_ anchor: AnchorTranscript) {
    func lines(_ said: [AnchorTranscript.Line]) -> [Line] {
      said.map { Line(speaker: "\($0.speaker):", text: $0.text) }
    }
    self.init(
      title: anchor.title,
      turns: zip(1..., anchor.turns).map { number, turn in
        lines(turn.patient) + [Line(speaker: "\(number) Trainee:", text: turn.trainee)]
      }, lastWords: lines(anchor.lastWords))
  }
}
