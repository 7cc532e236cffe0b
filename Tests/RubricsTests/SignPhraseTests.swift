import Rubrics
import Testing

@Suite("Signs in plain words")
struct SignPhraseTests {
  @Test("every sign has a phrase of its own")
  func phrases() {
    let phrases = Sign.names.indices.compactMap { Sign(number: $0)?.phrase }
    #expect(phrases.count == Sign.names.count)
    #expect(Set(phrases).count == phrases.count)
    #expect(phrases.allSatisfy { !$0.isEmpty && $0.first?.isUppercase == false })
  }

  @Test("a phrase stands at its sign")
  func order() {
    let pairs: [(Sign, String)] = [
      (.question, "it is a question"), (.asksWhy, "it asks why"),
      (.flippedPair, "it turns the patient's “I” into “you”"),
      (.nothingBefore, "it is the first thing you said"), (.length(0), "it has at least 2 words"),
      (.clause(.you, .past), "its main clause is about the patient and is in the past"),
    ]
    for (sign, phrase) in pairs { #expect(sign.phrase == phrase) }
    #expect(Sign.length(0).isLength && Sign.length(13).isLength)
    #expect(!Sign.nothingBefore.isLength && !Sign.tense(.present).isLength)
  }

  @Test("what compares with the patient is told from what does not")
  func patient() {
    #expect(Sign.gist.isAboutThePatient && Sign.noPatient.isAboutThePatient)
    #expect(!Sign.question.isAboutThePatient && !Sign.askedBefore.isAboutThePatient)
    #expect(!Sign.beginsLikeAnAnswer.isAboutThePatient)
  }
}
