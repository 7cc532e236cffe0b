import ScenarioModel

/// What anybody says who has not understood; used where a scenario has no Fallback of its own.
func defaultFallback(_ patient: String) -> Speech {
  let lines = [
    "Sorry, I didn't follow that. Could you say it another way?",
    "I'm not sure what you mean.",
    "(waits) Sorry?",
    "I think I lost you there.",
    "Could you say that again?",
    "Hm. I don't quite know what you're asking.",
    "(a puzzled look) How do you mean?",
    "Sorry, that went past me.",
  ]
  return Speech(
    line: 0, speaker: patient, once: false,
    alternatives: lines.map {
      SpokenLine(line: 0, text: $0, cues: [], gist: [], better: nil, betterReason: nil)
    })
}
