import ResponseCoding
import TranscriptModel

/// Coded responses as people read them.
struct CodedPage {
  let page: Page
  /// Every feature of an account, however weak.
  let showsAll: Bool

  /// Lines under a code, unless all are wanted.
  private static let most = 8

  func show(_ response: CodedResponse, id: String) throws {
    try page.labelled("\(id).", as: .faint, response.text)
    for code in response.codes where code.certainty > 0 { try show(code) }
  }

  func show(_ explained: ExplainedResponse, id: String) throws {
    try page.labelled("\(id).", as: .faint, explained.response.text)
    for (code, account) in zip(explained.response.codes, explained.given)
    where code.certainty > 0 {
      try show(code)
      if let account {
        try show(account)
      } else {
        try row("a rule about the conversation gives it, whatever the words")
      }
    }
    for account in explained.missed {
      try page.labelled(
        "  \(account.code)", as: .coach,
        "\(account.name), not given, \(percent(account.confidence))")
      try show(account)
    }
  }

  private func show(_ code: AppliedCode) throws {
    let remark = code.remark.map { "; \($0)" } ?? ""
    try page.labelled(
      "  \(code.code)", as: .coach,
      "\(code.name), \(percent(code.confidence))\(remark): “\(code.evidence)”")
  }

  private func show(_ account: CodeAccount) throws {
    try row("\(signed(account.base)) base")
    // One line each for base, rest and sum.
    let lines = account.features.map { $0.parts.isEmpty ? 1 : 2 }
    var (shown, used) = (0, 0)
    let isWhole = showsAll || lines.reduce(2, +) <= Self.most
    while shown < lines.count, isWhole || used + lines[shown] + 3 <= Self.most {
      used += lines[shown]
      shown += 1
    }
    for feature in account.features[..<shown] { try show(feature) }
    let rest = account.features[shown...]
    if !rest.isEmpty {
      let pull = rest.reduce(0) { $0 + $1.pull }
      try row("\(signed(pull)) \(rest.count) more, each weaker; --all shows them")
    }
    try row("\(signed(account.sum)) sum: \(percent(account.own))\(more(account))")
  }

  /// Why the confidence is more than that of the sum.
  private func more(_ account: CodeAccount) -> String {
    guard account.confidence - account.own > 0.005 else { return "" }
    let why =
      account.kin.isEmpty
      ? "since a sentence has a form, however unsure"
      : "with its kind (\(account.kin.joined(separator: ", ")))"
    return " by itself, \(percent(account.confidence)) \(why)"
  }

  /// Of a pattern with many words the first, unless all is wanted.
  private func cut(_ name: String) -> String { showsAll ? name : shortened(name, to: 44) }

  private func show(_ feature: CodeAccount.Feature) throws {
    let name = feature.name == feature.group.rawValue ? "" : ": \(cut(feature.name))"
    try row("\(signed(feature.pull)) \(feature.group.rawValue)\(name)")
    guard !feature.parts.isEmpty else { return }
    let parts = feature.parts.map { "\(signed($0.pull)) \(cut($0.sign))" }
      .joined(separator: "; ")
    // One line, as it is counted.
    try page.labelled(
      "          ", as: .faint, showsAll ? parts : shortened(parts, to: 64), as: .faint)
  }

  private func row(_ text: String) throws { try page.labelled("    ", as: .faint, text) }

  private func percent(_ confidence: Double) -> String {
    "\(Int((confidence * 100).rounded())) %"
  }
}
