/// A way of answering that trainees fall into, or that gets round a rating; played by the program.
package enum TraineeKind: String, Sendable, Hashable, CaseIterable, Codable {
  /// Says what the author would have liked to hear.
  case skilled
  /// Asks one question after the other, closed and open by turns, as beginners do.
  case questioner
  case adviser
  case reassurer
  case silent
  /// Hands the patient's words back.
  case parrot
  /// Is skilled, but never takes up a risk.
  case riskIgnorer = "risk-ignorer"
  /// Says anything out of everything that can be said.
  case random

  /// Says one kind phrase, again and again.
  case stockPhrase = "stock-phrase"
  /// Hands the patient's last sentence back with I and you exchanged.
  case echo
  /// Says one sentence the author would have liked to hear somewhere, again and again.
  case oneSentence = "one-sentence"
  /// Strings good sentences for everything together in each turn.
  case phraseStuffer = "phrase-stuffer"
  /// Says words that good sentences are made of, in no order.
  case keywordSalad = "keyword-salad"
  /// Puts a word of the patient's behind the beginning of a reflection.
  case stemAndWord = "stem-and-word"
  /// Guesses a feeling about a word of the patient's.
  case guesser
  /// Says what would have been right elsewhere in the scenario.
  case wrongMoment = "wrong-moment"
  /// Asks open questions and nothing else.
  case openQuestioner = "open-questioner"
  /// Validates with ready-made sentences, and then advises.
  case preacher
  /// Validates with ready-made sentences and does nothing else.
  case validator
  /// Asks what is felt here and now, and nothing else.
  case prober

  /// Ways in which trainees answer without meaning to get round anything.
  package static let habits: [TraineeKind] = [
    .skilled, .questioner, .adviser, .reassurer, .silent, .parrot, .riskIgnorer, .random,
  ]

  /// Ways to be rated well without listening.
  package static let cheats: [TraineeKind] = allCases.filter { !habits.contains($0) }
}
