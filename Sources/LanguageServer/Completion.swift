import Diagnostics
import Outline
import Rubrics
import ScenarioSyntax

/// One thing an editor can offer.
struct CompletionItem {
  /// What it is, as the protocol numbers it; editors show a picture for each.
  enum Kind: Int {
    case code = 3
    case state = 6
    case person = 7
    case value = 12
    case keyword = 14
    case place = 18
    case cue = 20
  }

  let label: String
  let kind: Kind
  /// A few words beside the label.
  var detail = ""
  var documentation = ""
}

extension LanguageServer {
  func completion(_ document: Document, _ params: JSONValue) throws(RequestError) -> JSONValue {
    let offset = try offset(document, params)
    guard document.isScenario else { return [] }
    let library = checking(document)
    let codeNames = Set(library.codebook.names.map { $0.lowercased() })
    let names = names(of: document)
    let place = document.tree.completionPlace(
      at: offset, codes: codeNames, states: Set(names.states.map { $0.lowercased() }))
    let offers = Offers(names: names, codebook: library.codebook, rubrics: library.rubrics)
    let range = document.file.range(place.typed.span, encoding)
    return .array(
      offers.items(for: place.slot).enumerated().map { index, item in
        .members([
          "label": .string(item.label),
          "kind": .integer(item.kind.rawValue),
          "detail": item.detail.isEmpty ? .null : .string(item.detail),
          "documentation": item.documentation.isEmpty
            ? .null : ["kind": "markdown", "value": .string(item.documentation)],
          "sortText": .string(fourDigits(index)),
          "filterText": .string(item.label),
          "textEdit": ["range": range, "newText": .string(item.label)],
        ])
      })
  }
}

private func fourDigits(_ number: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
}

/// What can stand at each kind of place.
private struct Offers {
  let names: ScenarioNames
  let codebook: Codebook
  let rubrics: [String]

  func items(for slot: CompletionPlace.Slot) -> [CompletionItem] {
    switch slot {
    case .headerName: Keywords.headerNames.map { word($0 + ": ") }
    case .headerValue(of: "rubrics"): rubrics.map { CompletionItem(label: $0, kind: .value) }
    case .headerValue(let name):
      (Keywords.headerValues[name] ?? []).map { CompletionItem(label: $0, kind: .value) }
    case .headingKind: Keywords.headings.map(word)
    case .line(let owner): lines(of: owner)
    case .term(let inCheck):
      codes + states + Keywords.terms.map(word)
        + (inCheck ? rubricItems + Keywords.expectations.map(word) : [])
    case .codes: codes + [word("clear ")]
    case .topic: topics
    case .afterCode: Keywords.afterCode.map(word)
    case .afterState: Keywords.afterState.map(word)
    case .beats: places { if case .beat = $0 { true } else { false } }
    case .endings: places { if case .ending = $0 { true } else { false } }
    case .places: places { _ in true }
    case .cues:
      codebook.cues.map {
        CompletionItem(
          label: $0.name, kind: .cue, detail: $0.meaning,
          documentation: codebook.cueWords($0.name.lowercased()) ?? "")
      }
    case .risks: Keywords.risks.map { CompletionItem(label: $0, kind: .value) }
    case .grades: Keywords.grades.map { CompletionItem(label: $0 + ". ", kind: .value) }
    case .variations: names.variations.map { CompletionItem(label: $0, kind: .place) }
    case .states: states
    case .nothing: []
    }
  }

  private func word(_ text: String) -> CompletionItem {
    CompletionItem(label: text, kind: .keyword)
  }

  private func lines(of owner: CompletionPlace.Owner) -> [CompletionItem] {
    let speakers = names.speakers.map { CompletionItem(label: $0 + ": ", kind: .person) }
    switch owner {
    case .beat: return Keywords.beatLines.map(word) + speakers + states
    case .rule: return Keywords.ruleLines.map(word) + speakers + states
    case .ending: return Keywords.endingLines.map(word) + speakers
    case .fallback: return speakers
    case .speech: return Keywords.notes.map(word)
    case .check: return Keywords.checkLines.map(word)
    case .variation: return states + topics
    case .choices: return []
    }
  }

  /// Plain names first, then families, then ids, each with what it means.
  private var codes: [CompletionItem] {
    let families = Set(codebook.codes.flatMap(\.families)).sorted()
    let plain = codebook.codes.map(\.name)
    var seen: Set<String> = []
    func item(_ name: String, _ detail: String) -> CompletionItem? {
      guard seen.insert(name.lowercased()).inserted else { return nil }
      return CompletionItem(
        label: name, kind: .code, detail: detail,
        documentation: codebook.codeWords(name.lowercased()) ?? "")
    }
    return plain.compactMap { item($0, "code") } + families.compactMap { item($0, "family") }
      + codebook.codes.compactMap { item($0.id, $0.name) }
  }

  private var states: [CompletionItem] {
    names.states.map { CompletionItem(label: $0, kind: .state, detail: "state") }
  }

  private var topics: [CompletionItem] {
    names.topics.map { CompletionItem(label: $0, kind: .person, detail: "topic") }
  }

  private var rubricItems: [CompletionItem] {
    rubrics.map { CompletionItem(label: $0, kind: .value, detail: "rating") }
  }

  private func places(_ fits: (ScenarioSection.Content) -> Bool) -> [CompletionItem] {
    names.sections.filter { $0.isPlace && fits($0.content) }.compactMap { section in
      section.name.map {
        CompletionItem(
          label: $0.text, kind: .place, detail: section.outline.kind.text.lowercased(),
          documentation: section.opening ?? "")
      }
    }
  }
}
