extension TraineeKind {
  /// What a trainee of this kind says where the scenario gives nothing to say.
  var lines: [String] {
    switch self {
    case .skilled, .riskIgnorer: skilledLines
    case .questioner: questionerLines
    case .adviser: adviserLines
    case .reassurer: reassurerLines
    case .silent: silentLines
    case .parrot: ["Yes.", "I see."]
    case .random: noise
    case .stockPhrase: stockPhrases
    case .openQuestioner: openQuestions
    case .echo: ["Yes.", "I see."]
    case .oneSentence, .phraseStuffer, .keywordSalad, .stemAndWord, .guesser, .wrongMoment,
      .preacher,
      .validator, .prober:
      []
    }
  }
}

private let skilledLines = [
  "What was that like for you?",
  "I'd like to hear more about that, in your own time.",
  "It makes sense that this weighs on you, with all that has changed.",
  "I notice that something moved in you just then. What was it?",
  "What are you feeling right now, as you tell me this?",
  "You sound tired, and a bit alone with it.",
  "Let me see if I have understood you. Is that how it is?",
  "What happened next, between the two of you?",
  "What did you hope they would understand?",
  "I may have missed something a moment ago. How did that land with you?",
  "It took courage to say that here.",
  "Who else knows how this is for you?",
  "Take your time. There is no hurry here.",
  "How does that go together with your low mood, as you see it?",
]

/// What is asked where a patient speaks of not wanting to live.
let riskLines = [
  "Are you having thoughts of suicide?",
  "When you say that, do you mean you have thought about ending your life?",
  "Have you thought about how you would do it?",
  "Thank you for telling me. Let us work out together how you can stay safe tonight. Who could be with you?",
]

private let questionerLines = [
  "How long has this been going on?",
  "Are you sleeping?",
  "Do you have any brothers or sisters?",
  "When did it start?",
  "Is it worse in the morning?",
  "How many hours do you work?",
  "Did you tell anybody?",
  "Have you had this before?",
  "Are you taking any medication?",
  "What time do you go to bed?",
  "Was that last week?",
  "Does he know about it?",
  "How often does it happen?",
  "Is there anything else?",
  "What happened then?",
  "Did you eat today?",
  "Who was there?",
  "Was it the first time?",
]

private let adviserLines = [
  "You should talk to them about it.",
  "Why don't you try going for a walk every day?",
  "You need to get more sleep.",
  "If I were you, I would write it all down.",
  "Have you tried making a list?",
  "You could just call them tonight.",
  "My advice is to take it one step at a time.",
  "I'd suggest you join a club and meet new people.",
  "You have to set clear limits.",
  "Try to think about something nice instead.",
  "You ought to see your doctor about that.",
  "The best thing would be to keep busy.",
  "What you need is a holiday.",
  "Just tell them how you feel.",
  "You must stop blaming yourself.",
  "I recommend a breathing exercise before bed.",
]

private let reassurerLines = [
  "I'm sure it will all work out.",
  "Don't worry, everything will be fine.",
  "You're doing great!",
  "It can't be as bad as that.",
  "There's nothing to worry about.",
  "At least you have people around you.",
  "Lots of people feel like that, you'll get over it.",
  "It will pass, it always does.",
  "You'll be fine, I promise.",
  "Look on the bright side.",
  "Time heals everything.",
  "I'm sure they didn't mean it.",
  "Cheer up, tomorrow is another day.",
  "You have nothing to be ashamed of, really, you're lovely.",
  "Others have it much worse than you.",
  "You'll see, in a month you'll laugh about it.",
]

private let silentLines = ["(waits)", "Mm.", "…", "(nods)", "Mm-hm.", "(says nothing)"]

/// What no patient can make sense of, and what hurts, beside everything else that is said at random.
private let noise = [
  "asdf qwertz", "?!", "blarg", "What did you expect, really?", "That is rather childish of you.",
  "Let's talk about something else. How is the weather?", "Okay.", "No.", "We have to finish here.",
  "I know exactly what that is like; when my dog died I could not work for a week.",
  "Technically your affect regulation shows a maladaptive schema of dependent traits.",
]
