import Rubrics

/// The codebook's own examples as coded samples: each says of one code that it is there, each
/// counter-example also of another that it is not.
///
/// They stand three times, since they are what the definitions mean.
package func exampleSamples(of codebook: Codebook) -> [CodedSample] {
  var result: [CodedSample] = []
  for code in codebook.codes where code.layer != .derived {
    let shown = code.examples.map { ($0, Set([code.id])) }
    let other = code.counterExamples.map { ($0, Set([code.id, $0.code])) }
    for (number, (example, judged)) in (shown + other).enumerated() {
      for copy in 1...3 {
        let group = "example \(code.id) \(number)"
        result.append(
          CodedSample(
            id: "\(group).\(copy)", group: group, conversation: group,
            patient: example.patient.map { [$0] } ?? [], before: "", text: example.trainee,
            given: .response([example.code]), judged: judged))
      }
    }
  }
  return result
}
