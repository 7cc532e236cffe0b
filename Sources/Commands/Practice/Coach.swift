import Scoring
import TranscriptModel

/// What the coach says about one turn: at most three lines, about behaviour, never about the person.
struct CoachRemark {
  var heard: String
  /// What was met or missed; nil where the patient had offered nothing whose time is up.
  var moment: String?
  /// Something else that could be said, and why; nil where there is no need.
  var better: String?

  var lines: [String] { [heard, moment, better].compactMap(\.self) }
}

/// Speaks about the latest turn, given the score of the session so far.
///
/// About the words the patient had just said before what was said earlier, and about harm before a
/// miss, a miss before a hit. A moment that may still be met is named, with a sentence for it.
/// Of `suggestions`, codes that supervisors disagree with too often here, it says so.
func coach(
  on exchanges: [Exchange], _ score: SessionScore, suggestions: Set<String> = []
) -> CoachRemark? {
  guard let exchange = exchanges.last else { return nil }
  let settled = score.moments(settledIn: exchange.turn)
  let fresh = score.moments.filter { $0.turn == exchange.turn }
  let candidates = fresh + settled.filter { $0.turn != exchange.turn }
  var remark = CoachRemark(
    heard: heard(
      in: exchange.response, answering: Set(candidates.flatMap(\.answers)),
      suggestions: suggestions),
    moment: nil, better: nil)

  guard exchange.response.isUnderstood || exchange.response.isSilence else {
    if exchanges.suffix(3).count(where: { !$0.response.isUnderstood && !$0.response.isSilence })
      == 3
    {
      remark.moment = "Try whole sentences, in English; /help lists what else you can do."
    }
    return remark
  }
  let order: [Opportunity.Outcome] = [.harmed, .missed, .met, .half, .open]
  func first(of moments: [Moment]) -> Moment? {
    order.lazy.compactMap { outcome in moments.first { $0.outcome == outcome } }.first
  }
  guard let moment = first(of: fresh) ?? first(of: candidates) else { return remark }
  let isFresh = moment.turn == exchange.turn
  let place = isFresh ? "" : ", from \(ago(exchange.turn - moment.turn))"
  remark.moment = "\(word(for: moment.outcome))\(place): the patient \(moment.coaching)."
  // A sentence for words long gone would come too late.
  if isFresh, moment.outcome != .met, moment.outcome != .half {
    remark.better = betterSentence(for: moment, in: exchanges).map {
      "Try: “\($0.sentence)” — \($0.reason)"
    }
  }
  return remark
}

/// How long a moment has been open: it may be met, or its time be up, only turns later.
private func ago(_ turns: Int) -> String {
  turns == 1 ? "the turn before" : "\(turns) turns before"
}

func word(for outcome: Opportunity.Outcome) -> String {
  switch outcome {
  case .met: "Met"
  case .half: "Partly met"
  case .missed: "Missed"
  case .harmed: "Passed over"
  case .open: "Still open"
  }
}

/// `Heard: open question (“what is that like”), reflection of feeling (“you miss them”).`
///
/// Of many, three: what did harm, then what answered the patient, then functions before forms.
func heard(
  in response: CodedResponse, answering: Set<String> = [], suggestions: Set<String> = []
) -> String {
  if response.isSilence { return "Heard: silence." }
  guard response.isUnderstood else { return "Heard: nothing that could be understood." }
  var seen: Set<String> = []
  let telling = response.codes.filter { $0.certainty > 0 && seen.insert($0.code).inserted }
  let functions = telling.filter { !$0.isPlain }
  guard !functions.isEmpty else { return "Heard: a plain statement." }
  func rank(_ code: AppliedCode) -> Double {
    let weight: Double =
      code.families.contains("unhelpful any")
      ? 4 : answering.contains(code.code) ? 2 : code.families.contains("validation") ? 1 : 0
    return weight + code.confidence * (code.weight > 0 ? 1 : 0.5)
  }
  let shown = functions.enumerated()
    .sorted { (rank($1.element), $0.offset) < (rank($0.element), $1.offset) }
    .prefix(3).sorted { $0.offset < $1.offset }
  let names = shown.map { describe($0.element, suggestions: suggestions) }
  let rest = functions.count - shown.count
  return "Heard: " + names.joined(separator: ", ") + (rest > 0 ? ", and \(rest) more" : "") + "."
}

/// `open question (“what is that like”)`, with a mark of doubt and a remark where they are due.
func describe(_ code: AppliedCode, suggestions: Set<String> = []) -> String {
  let doubt = code.certainty < 1 ? "perhaps " : ""
  let suggestion = suggestions.contains(code.code) ? "a suggestion" : nil
  let remark = [code.remark, suggestion].compactMap(\.self).map { "; \($0)" }.joined()
  return "\(doubt)\(code.name) (“\(shortened(code.evidence))”\(remark))"
}

extension AppliedCode {
  var isPlain: Bool { families.isEmpty && name == "plain statement" }
}

private func betterSentence(for moment: Moment, in exchanges: [Exchange]) -> BetterSentence? {
  let exchange = exchanges.first { $0.turn == moment.turn }
  let better = exchange?.patient.last { $0.cues.contains(moment.cue) && $0.better != nil }?.better
  return better?.isSaid(in: exchange?.response.text ?? "") == true ? nil : better
}

/// The first words of a quotation, so that a remark stays short.
func shortened(_ text: String, to limit: Int = 60) -> String {
  let oneLine = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  guard oneLine.count > limit else { return oneLine }
  let cut = oneLine.prefix(limit)
  let end = cut.lastIndex(of: " ") ?? cut.endIndex
  return cut[..<end] + " …"
}
