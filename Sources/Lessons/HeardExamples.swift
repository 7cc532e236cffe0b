import Diagnostics
import ResponseCoding
import Rubrics
import TranscriptModel

/// Whether the examples of a lesson are heard as they say, so that no card teaches what the coder
/// does not hear, or calls good what it hears as harm.
package func exampleProblems(of lesson: Lesson, coder: ResponseCoder) -> [Diagnostic] {
  lesson.cards.flatMap(\.examples).flatMap { example in
    example.answers.flatMap { problems(of: $0, after: example.patient, coder) }
  }
}

private func problems(
  of answer: LessonExample.Answer, after patient: String, _ coder: ResponseCoder
) -> [Diagnostic] {
  var context = CodingContext(patient: [Utterance(speaker: "Patient", text: patient)])
  context.cuesAreUnknown = true
  let heard = coder.code(answer.text, after: context).codes.filter { $0.count > 0 }
  var found: [LessonProblem] = []
  let missing = answer.shows.filter { id in !heard.contains { $0.code == id } }
  if !missing.isEmpty {
    let telling = heard.filter { $0.code != coder.codebook.plainStatement }
    let names = unique((telling.isEmpty ? heard : telling).map(\.name))
    found.append(
      .notHeard(
        missing.map { coder.codebook.code($0)?.name ?? $0 },
        heard: names.isEmpty ? "nothing that counts" : names.joined(separator: ", ")))
  }
  if answer.kind == .good {
    found += unique(heard.filter { $0.families.contains("unhelpful any") }.map(\.name))
      .map(LessonProblem.harmInGood)
  }
  return found.map { Diagnostic($0, at: answer.place) }
}

/// Each once, in the order of their first places.
private func unique(_ names: [String]) -> [String] {
  var seen: Set<String> = []
  return names.filter { seen.insert($0).inserted }
}

/// What `see:` names and nobody knows.
///
/// - Parameter names: Of everything that may be named, in any case.
package func referenceProblems(of lesson: Lesson, known names: [String]) -> [Diagnostic] {
  let known = Set(names.map { $0.lowercased() })
  return lesson.cards.flatMap(\.see).filter { !known.contains($0.name.lowercased()) }.map {
    Diagnostic(
      LessonProblem.unknownReference($0.name, nearest: nearestName(to: $0.name, in: names)),
      at: $0.place)
  }
}
