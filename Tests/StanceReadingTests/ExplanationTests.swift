import ArticleReading
import SourceText
import StanceGraphKit
import StanceModel
import Testing

@testable import StanceReading

/// An article of one text.
func article(_ text: String) -> Article {
  Article(
    document: "text", path: "text", text: text, textHash: "",
    blocks: [.init(.paragraph, TextSpan(0, text.utf8.count))], date: "2025-02-12")
}

@Suite struct ExplanationTests {
  private func explanations(in text: String) throws -> [(Statement, Explanation)] {
    try sharedReader.get().explain(article(text)) { _ in true }.map { item in
      (item.statement, try #require(item.explanation))
    }
  }

  @Test(arguments: [
    (
      "Norway opposes the plan of Mali.", "[holder Norway] [cue opposes] [target the plan of Mali]."
    ),
    ("Sweden ruled it out.", "[holder Sweden] [cue ruled] [target it] [cue out]."),
    (
      "Spain's support for Ukraine is firm.",
      "[holder Spain]'s [cue support] for [target Ukraine] is firm."
    ),
    (
      "The plan was opposed by Norway.",
      "[target The plan] was [cue opposed] by [holder Norway]."
    ),
    (
      "Kenya said the war in Sudan must end.",
      "[holder Kenya] said [target the war in Sudan [cue must] end]."
    ),
    (
      "Poland said it would not send troops to Ukraine.",
      "Poland said [holder it] [cue would] not [target send troops to Ukraine]."
    ),
    (
      "Benin is in favour of the treaty.",
      "[holder Benin] is [cue in favour of] [target the treaty]."
    ),
  ])
  func `the sentence has its holder, cue and target in brackets`(text: String, marked: String)
    throws
  {
    let shown = try explanations(in: text).map { _, explanation in
      TextMark.bracketed(explanation.sentence, of: text, marks: explanation.marks)
    }
    #expect(shown.contains(marked), "shown \(shown)")
  }

  @Test func `a holder who is named in an earlier sentence is shown there`() throws {
    let text = "\"The plan is bad,\" said the minister of Spain. \"Stop the war in Sudan.\""
    let found = try explanations(in: text)
    let (statement, explanation) = try #require(found.last)
    #expect(statement.target.id.contains("end-of-war"))
    #expect(explanation.marks.contains { $0.role == .holder } == false)
    #expect(explanation.speaker.map { text[$0] } == "the minister of Spain")
  }

  @Test(arguments: [
    (
      [TextMark(.holder, TextSpan(0, 1)), TextMark(.cue, TextSpan(2, 3))], "[holder a] [cue b] c d"
    ),
    (
      [TextMark(.cue, TextSpan(2, 3)), TextMark(.target, TextSpan(0, 5))], "[target a [cue b] c] d"
    ),
    (
      [TextMark(.cue, TextSpan(0, 3)), TextMark(.target, TextSpan(0, 3))], "[target [cue a b]] c d"
    ),
    (
      [TextMark(.holder, TextSpan(0, 3)), TextMark(.target, TextSpan(2, 5))],
      "[holder a [target b]][target  c] d"
    ),
    ([TextMark(.cue, TextSpan(4, 99))], "a b [cue c d]"),
    ([TextMark(.cue, TextSpan(9, 99)), TextMark(.cue, TextSpan(3, 3))], "a b c d"),
  ])
  func `brackets nest, and overlaps in part are closed and opened again`(
    marks: [TextMark], shown: String
  ) {
    #expect(TextMark.bracketed(TextSpan(0, 7), of: "a b c d", marks: marks) == shown)
  }

  @Test func `brackets count in bytes and keep every character`() {
    let text = "Ééé ünd ø"
    let cue = TextMark(.cue, TextSpan(7, 11))
    #expect(TextMark.bracketed(TextSpan(0, 14), of: text, marks: [cue]) == "Ééé [cue ünd] ø")
  }

  @Test func `the parse has each word with its head and its depth`() throws {
    let (_, explanation) = try #require(
      try explanations(in: "We met. Norway opposes the plan.").first)
    let words = explanation.parse
    #expect(words.map(\.form) == ["Norway", "opposes", "the", "plan", "."])
    #expect(words.map(\.number) == [1, 2, 3, 4, 5])
    #expect(words.map(\.head) == [2, 0, 4, 2, 2])
    #expect(words.map(\.depth) == [1, 0, 2, 1, 1])
    #expect(words.map(\.relation) == ["nsubj", "root", "det", "obj", "punct"])
  }

  @Test(arguments: [
    ("Norway opposes the plan.", "“opposes” carries the position"),
    ("Norway opposes the plan.", "(attitude) against what it governs."),
    ("Norway does not support the plan.", "“not” turns the side round."),
    (
      "Norway refused to support sanctions on Mali.",
      "“support” is a cue (attitude) for what it governs."
    ),
    ("Canada imposed sanctions on Belarus.", "it decides issue:sanctions(country:CA,country:BY)."),
    ("Kenya met Mali. It rejected the treaty.", "“It” is a pronoun that stands for country:KE."),
    ("Norway opposes the plan.", "So country:NO opposes proposition:plan(-,-)."),
  ])
  func `the steps are told in words`(text: String, step: String) throws {
    let steps = try explanations(in: text).flatMap(\.1.steps)
    #expect(steps.contains { $0.contains(step) }, "told \(steps)")
  }

  @Test(arguments: ConstructionCase.all)
  func `every step of every construction has words`(_ item: ConstructionCase) throws {
    for (statement, _) in try explanations(in: item.example.sentence) {
      for step in statement.trace.dropFirst() {
        #expect(StepWords.words(of: step) != nil, "\(step)")
      }
    }
  }
}
