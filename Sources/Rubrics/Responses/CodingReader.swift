import Diagnostics
import Outline

/// Reads `CR + RF | OQ`: the codes of each sentence, one of which is its form.
struct CodingReader {
  private let spelling: [String]
  /// By id and plain name, in lower case.
  private let ids: [String: String]
  private let forms: Set<String>
  private let notUnderstood: String

  init(_ codebook: Codebook) {
    // An id goes before a plain name of the same letters.
    let names = codebook.codes.map { ($0.id, $0.id) } + codebook.codes.map { ($0.name, $0.id) }
    spelling = names.map(\.0)
    ids = Dictionary(
      names.map { ($0.0.lowercased(), $0.1) }, uniquingKeysWith: { first, _ in first })
    forms = Set(codebook.codes.filter { $0.layer == .form }.map(\.id))
    notUnderstood = codebook.notUnderstood
  }

  /// Without codes where one of them is unknown or a sentence has not exactly one form.
  ///
  /// A response that cannot be understood has the one code for that and no form.
  func read(
    _ value: Phrase, at place: Phrase
  ) -> (codes: SentenceCodes?, diagnostics: [Diagnostic]) {
    var sentences: [Set<String>] = []
    var diagnostics: [Diagnostic] = []
    let parts = value.pieces(between: "|")
    for (number, part) in parts.enumerated() {
      var codes: Set<String> = []
      var form: String?
      var isUnknown = false
      for name in part.pieces(between: "+") where !name.isEmpty {
        guard let id = ids[name.text.lowercased()] else {
          isUnknown = true
          let nearest = nearestName(to: name.text, in: spelling)
          diagnostics.append(
            Diagnostic(
              ResponseFileProblem.unknownCode(name.text, nearest: nearest), at: name.span))
          continue
        }
        if forms.contains(id), let form, form != id {
          diagnostics.append(
            Diagnostic(
              ResponseFileProblem.twoForms(form, id, sentence: number), at: name.span))
        } else if forms.contains(id) {
          form = id
        }
        codes.insert(id)
      }
      let needsForm = codes != [notUnderstood] || parts.count > 1
      if form == nil, !isUnknown, needsForm {
        diagnostics.append(
          Diagnostic(
            ResponseFileProblem.noForm(sentence: number),
            at: part.isEmpty ? place.span : part.span))
      }
      sentences.append(codes)
    }
    return (diagnostics.isEmpty ? SentenceCodes(sentences, at: place.span) : nil, diagnostics)
  }
}
