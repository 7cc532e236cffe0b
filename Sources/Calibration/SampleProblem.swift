import Diagnostics

/// What can be wrong with a line of coded samples. The line itself is never repeated, for it holds
/// what somebody said.
package enum SampleProblem: Problem, Hashable {
  case notAnObject
  case missing(String)
  case unreadable(String, needed: String)
  case emptyText
  /// `nil` in place of a name that might be words of the response.
  case nameUnknown(String?, key: String, near: String?)
  /// Not named, for it might be words of the patient's.
  case cueUnknown(near: String?)

  package var severity: Severity { .error }

  /// None: the sentence says all there is to know.
  package var code: String { "" }

  package var message: String {
    switch self {
    case .notAnObject: "it is no JSON object"
    case .missing(let key): "'\(key)' is missing"
    case .unreadable(let key, let needed): "'\(key)' is not \(needed)"
    case .emptyText: "'text' holds no words"
    case .nameUnknown(nil, let key, _):
      "a name in '\(key)' is neither a code nor a family of the codebook"
    case .cueUnknown: "a name in 'cues' is no cue of the codebook"
    case .nameUnknown(let name?, _, _): "'\(name)' is neither a code nor a family of the codebook"
    }
  }

  package var help: String? {
    switch self {
    case .notAnObject, .missing, .unreadable:
      "a line reads {\"text\": \"…\", \"codes\": [\"open question\"]}"
    case .emptyText: nil
    case .nameUnknown(_, _, let near?), .cueUnknown(let near?): "'\(near)' is close"
    case .cueUnknown: "'attune explain CUE' says what a cue means"
    case .nameUnknown: "ids, plain names and families of the codebook can be given"
    }
  }
}
