import Diagnostics
import Outline

/// A line of a beat, an ending, a rule or the fallback.
package struct BeatLine: Sendable, Hashable {
  /// Indirect, because lines are handed on much more often than they are made.
  package indirect enum Content: Sendable, Hashable {
    case speech(SpeechSyntax)
    case effects([EffectSyntax])
    case rule(RuleSyntax)
    case choices([ChoiceSyntax])
    case hint(HintSyntax)
    case supervisor(Phrase)
    case risk(Phrase)
    /// The grade, what follows it on its line, and the indented lines that carry it on.
    case outcome(grade: Phrase, debrief: Phrase, more: [OutlineLine])
    /// `go to beat`, `detour to beat` or `return`.
    case way(WaySyntax)
    /// Times and what comes then; nil where the line cannot be read so far.
    case bound(times: Phrase?, then: WaySyntax?)
    case must(MustSyntax)
    case unknown
  }

  package let line: OutlineLine
  package let content: Content

  package init(line: OutlineLine, content: Content) {
    self.line = line
    self.content = content
  }
}

/// A line that belongs to nothing, and the line it stands below.
package struct StrayLine: Sendable, Hashable {
  package let line: OutlineLine
  /// Nil directly below what is said, where notes may stand.
  package let owner: Phrase?
}

/// Where a rule leads.
package enum WaySyntax: Sendable, Hashable {
  /// The name may be empty.
  case goTo(Phrase)
  /// There and, with `return`, back again.
  case detour(Phrase)
  case back
}

/// `must … within 2 turns, or go to missed risk`, or `…, or note "…"`.
package struct MustSyntax: Sendable, Hashable {
  package enum Penalty: Sendable, Hashable {
    case goTo(Phrase)
    /// Nil without quotes around it.
    case note(Phrase?)
    case unreadable(Phrase)
  }

  package let condition: ConditionSyntax
  /// Nil without a `within`.
  package let turns: Phrase?
  /// Nil without an `or go to` or `or note` after the turns.
  package let penalty: Penalty?
}

/// `Margaret: text`, or `Margaret: one of` with its lines below.
package struct SpeechSyntax: Sendable, Hashable {
  /// How the lines of a speech are chosen from.
  package enum Order: Sendable, Hashable {
    /// It is one line.
    case single
    /// `one of`: by chance, none again before all were said.
    case oneOf
    /// `in turn`: in file order, the last one again and again.
    case inTurn
  }

  package let speaker: Phrase
  package let once: Bool
  package let order: Order
  package let alternatives: [SpokenSyntax]
  /// Notes that stand directly below `one of` or `in turn` hold for all its lines.
  package let shared: LineNotes
  /// Lines below that are none of these.
  package var strays: [StrayLine]
}

/// One thing said, with the notes below it.
package struct SpokenSyntax: Sendable, Hashable {
  package let line: OutlineLine
  package let text: Phrase
  package let notes: LineNotes
}

/// What stands indented below a spoken line.
package struct LineNotes: Sendable, Hashable {
  package var cues: [Phrase] = []
  package var gist: [Phrase] = []
  package var better: BetterSyntax?
  /// A second `better:`, which nobody would ever see.
  package var extraBetter: Phrase?
  /// What the speaker thinks and does not say.
  package var thought: Phrase?
  /// A second `thinks:`, which nobody would ever see either.
  package var extraThought: Phrase?
  /// Notes with nothing after their colon.
  package var empty: [Phrase] = []
}

/// `better: "sentence" — why`; the sentence is nil where there are no quotes around it.
package struct BetterSyntax: Sendable, Hashable {
  package let whole: Phrase
  package let sentence: Phrase?
  package let reason: Phrase?
}

/// One `name +n`; the amount is nil where it is no number.
package struct EffectSyntax: Sendable, Hashable {
  package let whole: Phrase
  package let state: Phrase
  package let amount: Int?
}

/// `when …` or `otherwise`, with what happens then.
package struct RuleSyntax: Sendable, Hashable {
  /// Nil for `otherwise`.
  package let condition: ConditionSyntax?
  package let lines: [BeatLine]
}

/// `hint …: text`, shown always, after some turns, or under a condition.
package struct HintSyntax: Sendable, Hashable {
  package enum Timing: Sendable, Hashable {
    case always
    case after(turns: Phrase?)
    case when(ConditionSyntax)
    case unreadable(Phrase)
  }

  package let timing: Timing
  package let text: Phrase
}

/// `"sample" = code, code`.
package struct ChoiceSyntax: Sendable, Hashable {
  package let line: OutlineLine
  package let text: Phrase?
  package let codes: [TermSyntax]
}
