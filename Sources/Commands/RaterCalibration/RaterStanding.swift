import Supervision
import TranscriptStore

/// Why a rating is practice.
let notCalibrated = "its rater has not passed calibration"
/// What is said of a rating that does not count.
let practiceWords =
  "rated by somebody who has not passed calibration: practice, does not count yet"

extension Run {
  func calibration(of rater: String, in store: TranscriptStore) throws -> RaterCalibration {
    try store.calibration(of: rater, at: surroundings.now(), settings().passRule)
  }

  /// One line where what this rater submits does not count.
  func tellCalibration(of rater: String, in store: TranscriptStore) throws {
    try tell(try calibration(of: rater, in: store), of: rater)
  }

  func tell(_ calibration: RaterCalibration, of rater: String) throws {
    guard !calibration.counts else { return }
    try errors.paragraph(
      "\(calibration.words(for: rater)): what \(rater) submits is practice and does not count yet. "
        + "'attune review calibrate --as \(rater)' shows what is left.", as: .faint)
  }
}

extension RaterCalibration {
  /// `ruth has passed calibration on 2026-03-01; it holds until 2026-08-28`
  func words(for rater: String) -> String {
    let day = ended.map { String($0.prefix(10)) } ?? ""
    let end = until.map { String($0.prefix(10)) } ?? ""
    return switch state {
    case .none: "\(rater) has not passed calibration"
    case .failed: "\(rater) has not passed calibration, last on \(day)"
    case .passed:
      "\(rater) has passed calibration on \(day)" + (end.isEmpty ? "" : "; it holds until \(end)")
    case .due: "The calibration of \(rater), passed on \(day), was due again on \(end)"
    }
  }
}
