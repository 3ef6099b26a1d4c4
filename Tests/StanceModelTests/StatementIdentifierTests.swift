import SourceText
import StanceModel
import StanceOntology
import Testing

@Suite struct StatementIdentifierTests {
  private let holder = EntityID(.country, "UA")
  private let target = Target.entity(EntityID(.organization, "NATO"))

  private func id(_ span: TextSpan, in text: String, document: String = "a.txt") -> String {
    StatementIdentifier(document: document, text: text, evidence: [span])
      .statement(span, holder: holder, target: target)
  }

  @Test func `an id is the same in every run and on every machine`() {
    #expect(id(TextSpan(0, 5), in: "Hello world") == "sa710073f26a334c6")
  }

  @Test func `a sentence put in above keeps the ids below`() {
    #expect(
      id(TextSpan(0, 11), in: "Hello world")
        == id(TextSpan(13, 24), in: "First this. \u{0}Hello world".replacingNul()))
  }

  @Test(arguments: ["a", "ab ab", "We will not go.", "Ω "])
  func `the same words in a second place get another id`(words: String) {
    let text = words + words
    let size = words.utf8.count
    let spans = [TextSpan(0, size), TextSpan(size, 2 * size)]
    let ids = StatementIdentifier(document: "a", text: text, evidence: spans)
    let made = spans.map { ids.statement($0, holder: holder, target: target) }
    #expect(made[0] != made[1])
    // One span alone knows that it is the second.
    #expect(id(spans[1], in: text, document: "a") == made[1])
  }

  @Test func `holder, target, document and words decide`() {
    let text = "They agree. They disagree."
    let span = TextSpan(0, 11)
    let ids = StatementIdentifier(document: "a", text: text, evidence: [span, TextSpan(12, 26)])
    let all = [
      ids.statement(span, holder: holder, target: target),
      ids.statement(TextSpan(12, 26), holder: holder, target: target),
      ids.statement(span, holder: EntityID(.country, "RU"), target: target),
      ids.statement(span, holder: holder, target: .entity(holder)),
      ids.relation(span, predicate: "leads", subject: holder, object: holder),
      id(span, in: text, document: "b"),
    ]
    #expect(Set(all).count == all.count)
  }

  @Test(arguments: [TextSpan(-3, 2), TextSpan(4, 900), TextSpan(5, 5), TextSpan(7, 2)])
  func `a span outside the text gives an id all the same`(span: TextSpan) {
    #expect(id(span, in: "short text").utf8.count == 17)
  }
}

extension String {
  fileprivate func replacingNul() -> String { replacing("\u{0}", with: " ") }
}
