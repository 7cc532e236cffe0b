import Testing

@testable import Calibration

@Suite("Coded samples")
struct CodedSampleTests {
  @Test("the codes of a response are those of all its sentences")
  func all() {
    #expect(CodedSample.Given.sentences([["OQ", "EXP"], ["CR"]]).all == ["OQ", "EXP", "CR"])
  }
}
