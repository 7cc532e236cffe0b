import Diagnostics
import Outline
import Rubrics
import ScenarioSyntax

extension LanguageServer {
  func hover(_ document: Document, _ params: JSONValue) throws(RequestError) -> JSONValue {
    guard let found = try occurrence(document, params),
      let text = explanation(of: found.target, in: document)
    else { return .null }
    return [
      "contents": ["kind": "markdown", "value": .string(text)],
      "range": document.file.range(found.phrase.span, encoding),
    ]
  }

  /// What is known about a name, in Markdown; nil where nothing is.
  func explanation(of target: NameTarget, in document: Document) -> String? {
    let codebook = checking(document).codebook
    let names = names(of: document)
    switch target {
    case .place(let name): return names.placeWords(name)
    case .state(let name): return names.stateWords(name, codebook)
    case .topic(let name): return names.topicWords(name)
    case .patient: return names.patientWords
    case .code(let name): return codebook.codeWords(name)
    case .cue(let name): return codebook.cueWords(name)
    case .variation, .rubric, .risk: return nil
    }
  }
}

extension Codebook {
  /// A code with its meaning and examples, or a family with its members; the name in lower case.
  func codeWords(_ name: String) -> String? {
    if let code = codes.first(where: { $0.id.lowercased() == name || $0.name.lowercased() == name })
    {
      return code.words
    }
    let members = codes.filter { $0.families.contains { $0.lowercased() == name } }
    guard !members.isEmpty else { return nil }
    return paragraphs([
      "**\(name)**, a family of codes", list(members.map { "\($0.name) (\($0.id))" }),
    ])
  }

  /// A cue of a patient's line; the name in lower case.
  func cueWords(_ name: String) -> String? {
    guard let cue = cues.first(where: { $0.name.lowercased() == name }) else { return nil }
    return paragraphs([
      "**\(cue.name)**, a cue: \(cue.meaning)",
      cue.coaching.isEmpty ? "" : "The coach says that the patient \(cue.coaching).",
      "To be met within \(cue.window == 1 ? "1 turn" : "\(cue.window) turns").",
      cue.harmedBy.isEmpty ? "" : "Harmed by \(cue.harmedBy.joined(separator: ", ")).",
    ])
  }
}

extension CodeDefinition {
  fileprivate var words: String {
    let families = families.isEmpty ? "" : "In \(families.joined(separator: ", "))."
    return paragraphs([
      "**\(name)** (\(id))", definition,
      useWhen.isEmpty ? "" : "Use when\n" + list(useWhen),
      notWhen.isEmpty ? "" : "Not when\n" + list(notWhen),
      examples.isEmpty ? "" : "Examples\n" + list(examples.prefix(3).map { "“\($0.trainee)”" }),
      families,
    ])
  }
}

extension ScenarioNames {
  fileprivate var patientWords: String? {
    guard let patient else { return nil }
    let lines = sections.flatMap { section in
      if case .patient(let lines) = section.content { lines.map(\.text) } else { [String]() }
    }
    return paragraphs(["**\(patient)**, the patient"] + lines)
  }

  fileprivate func topicWords(_ name: String) -> String? {
    for section in sections {
      let what: String
      let lines: [EntryLine]
      switch section.content {
      case .people(let people): (what, lines) = ("a person", people)
      case .topics(let topics): (what, lines) = ("a topic", topics)
      default: continue
      }
      guard let line = lines.first(where: { $0.name.text.lowercased() == name }) else { continue }
      let heard = ([line.name] + line.words).map(\.text).joined(separator: ", ")
      return paragraphs([
        "**\(line.name.text)**, \(what)", what == "a person" ? line.description.text : "",
        "Heard in: \(heard)",
      ])
    }
    return nil
  }

  fileprivate func stateWords(_ name: String, _ codebook: Codebook) -> String? {
    for section in sections {
      guard case .state(let lines) = section.content,
        let line = lines.first(where: { $0.name.text.lowercased() == name })
      else { continue }
      var facts: [String] = []
      if let range = line.range { facts.append("\(range.lowest.text) to \(range.highest.text)") }
      if let start = line.start { facts.append("starts \(start.text)") }
      if let settles = line.settles { facts.append("settles by \(settles.text) each turn") }
      let own = effects(on: name)
      let byCode = codebook.codes.compactMap { code in
        code.effects.first { $0.state.lowercased() == name }
          .map { "\(signed($0.amount)) by \(code.name)" }
      }
      return paragraphs([
        "**\(line.name.text)**, a state: " + facts.joined(separator: ", "),
        own.isEmpty ? "" : "Moved by rules\n" + list(own, most: 12),
        byCode.isEmpty ? "" : "Moved by what is heard\n" + list(byCode, most: 12),
      ])
    }
    return nil
  }

  fileprivate func placeWords(_ name: String) -> String? {
    guard
      let section = sections.first(where: {
        $0.isPlace && $0.name?.text.lowercased() == name
      })
    else { return nil }
    let what: String
    if case .ending = section.content { what = "an ending" } else { what = "a beat" }
    let ways = self.ways
    let into = unique(ways.filter { $0.to.lowercased() == name }.map(\.from))
    let out = unique(ways.filter { $0.from.lowercased() == name }.map(\.to))
    return paragraphs([
      "**\(section.name?.text ?? name)**, \(what)", section.opening.map { "> " + $0 } ?? "",
      into.isEmpty ? "Nothing leads here by a rule." : "From " + quoted(into),
      out.isEmpty ? "" : "Leads to " + quoted(out),
    ])
  }
}

/// Paragraphs of Markdown, empty ones left out.
func paragraphs(_ parts: [String]) -> String {
  parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
}

private func list(_ items: [String], most: Int = 100) -> String {
  var lines = items.prefix(most).map { "- \($0)" }
  if items.count > most { lines.append("- … and \(items.count - most) more") }
  return "\n" + lines.joined(separator: "\n")
}

private func quoted(_ names: [String]) -> String {
  names.map { "“\($0)”" }.joined(separator: ", ")
}

private func unique(_ names: [String]) -> [String] {
  var seen: Set<String> = []
  return names.filter { seen.insert($0.lowercased()).inserted }
}

func signed(_ amount: Int) -> String { amount < 0 ? "−\(amount.magnitude)" : "+\(amount)" }
