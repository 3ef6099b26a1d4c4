import ArticleReading
import SourceText
import StanceGraphKit
import Testing

@testable import StanceReading

/// Why a sentence gave no statement.
@Suite struct WhyNotTests {
  private func reports(_ text: String) throws -> [SentenceReport] {
    try sharedReader.get().explainSentences(of: article(text))
  }

  /// What is said first of the last sentence of a text.
  private func reason(_ text: String) throws -> String? {
    let report = try #require(try reports(text).last)
    if let noCue = report.noCue { return noCue }
    guard case .failed(let reason) = report.cues.first?.outcome else { return nil }
    return reason
  }

  @Test(arguments: [
    ("Norway cooked the fish.", "no word of this sentence is in the cue tables"),
    (
      "Ghana watched the sanctions on Mali.",
      "nothing takes a side on “sanctions”, which names issue:sanctions(*,country:ML)"
    ),
    ("Norway said it was Monday.", "“said” only reports and takes no side"),
    (
      "Two weeks of rain rejected the plan of Norway.",
      "“rejected” has no holder: its subject “weeks” refers to nobody known"
    ),
    (
      "The plan of Norway was rejected.",
      "“rejected” has no holder: it is passive, and no “by” phrase says who"
    ),
    ("Norway rejected itself.", "is the holder itself"),
    ("Did Norway reject the plan?", "does not assert “reject”: it is asked, not said"),
    ("Norway may reject the plan.", "does not assert “reject”: it is only possible"),
    ("Norway did not reject the plan.", "“reject” is negated, and not to reject is no position"),
    (
      "There is no evidence that Norway rejected the plan.",
      "it stands under the noun “evidence”, not told as done"
    ),
    ("If Norway rejects the plan, it rains.", "does not assert “rejects”: it stands under “If”"),
    ("Norway's illegal vote took place.", "“illegal” only describes “vote”"),
    ("Norway's willing minister slept.", "“willing” has no target: it has no infinitive"),
    ("Spain refused to condemn the attack on Israel.", "to refuse or end opposition is no support"),
    ("Mexico dropped its opposition to the plan.", "to refuse or end opposition is no support"),
    ("Peru declined to comment.", "no construction reads “declined” (desire, a verb)"),
  ])
  func `the first thing that failed is told in words`(text: String, reason: String) throws {
    let told = try #require(try self.reason(text))
    #expect(told.contains(reason), "told \(told)")
  }

  @Test(arguments: Suspension.Reason.allCases)
  func `every reason for not asserting names the word or needs none`(
    _ reason: Suspension.Reason
  ) {
    let words = Suspension(reason, 0).words("WORD")
    let isAlone = [.question, .ofSomeOnly, .infinitive].contains(reason)
    #expect(words.contains("“WORD”") != isAlone)
  }

  @Test func `a sentence that was read says what was read`() throws {
    let report = try #require(try reports("Norway opposes the plan.").first)
    #expect(report.isRead && report.isCandidate && report.noCue == nil)
    #expect(
      report.cues.first?.outcome == .read("country:NO opposes proposition:plan(-,-)"))
  }

  @Test func `the word that came furthest is told first, the others in text order`() throws {
    let report = try #require(
      try reports("Kenya said that the plan of Norway was rejected.").first)
    #expect(report.cues.map(\.words) == ["rejected", "said"])
  }

  @Test(arguments: [
    ("Norway may reject the plan.", true),
    ("Norway slept.", false),
    ("Ghana watched the sanctions on Mali.", true),
    ("Someone may reject the plan.", false),
  ])
  func `a sentence is a candidate if it names somebody, and an issue or a word that takes sides`(
    text: String, isCandidate: Bool
  ) throws {
    #expect(try reports(text).map(\.isCandidate) == [isCandidate])
  }

  @Test func `a reading below the least confidence says so`() throws {
    let reader = try Reader(minimumConfidence: 0.99)
    let report = try #require(
      reader.explainSentences(of: article("Norway opposes the plan.")).first)
    guard case .failed(let reason) = report.cues.first?.outcome else {
      Issue.record("read")
      return
    }
    #expect(reason.contains("it was read as “country:NO opposes proposition:plan(-,-)”"))
    #expect(reason.contains("below 0.99"))
  }

  @Test(arguments: ConstructionCase.all)
  func `each sentence is either read or has a reason`(_ item: ConstructionCase) throws {
    let read = try !statements(in: item.example.sentence).isEmpty
    let found = try reports(item.example.sentence)
    #expect(found.contains(where: \.isRead) == read)
    for report in found where !report.isRead {
      #expect(report.noCue != nil || !report.cues.isEmpty)
    }
  }
}
