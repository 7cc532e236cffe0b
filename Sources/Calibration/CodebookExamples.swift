import Rubrics

/// The codebook's own examples as coded samples: each says of one code that it is there, each
/// counter-example also of another that it is not.
package func exampleSamples(of codebook: Codebook) -> [CodedSample] {
  var result: [CodedSample] = []
  for code in codebook.codes where code.layer != .derived {
    let shown = code.examples.map { ($0, Set([code.id])) }
    let other = code.counterExamples.map { ($0, Set([code.id, $0.code])) }
    for (number, (example, judged)) in (shown + other).enumerated() {
      let name = "example \(code.id) \(number)"
      result.append(
        CodedSample(
          id: name, group: name, conversation: name, patient: example.patient.map { [$0] } ?? [],
          before: "", text: example.trainee, given: .response([example.code]), judged: judged,
          isDefinition: true))
    }
  }
  return result
}
