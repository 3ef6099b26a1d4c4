import SourceText
import Testing

@testable import LanguageAnalysis

@Suite struct QuotationsTests {
  private func quotations(_ document: Document) throws -> [Quotation] {
    try QuotationFinder.find(
      in: SyntaxTree(document), sentences: document.sentences,
      cues: ReportingCues(directories: [Shipped.directory]))
  }

  private func source(_ quotation: Quotation, _ document: Document) -> String? {
    quotation.sourceHead.map { document.tokens.forms[$0] }
  }

  /// `“We will stay,” Doe said. “We keep our word.”`
  private let split = parsed(
    """
    “|PUNCT|``|4|punct ~We|PRON|PRP|4|nsubj will|AUX|MD|4|aux stay|VERB|VB|8|ccomp ~,|PUNCT|,|8|punct \
    ~”|PUNCT|''|8|punct Doe|PROPN|NNP|8|nsubj said|VERB|VBD|0|root|say ~.|PUNCT|.|8|punct
    “|PUNCT|``|3|punct ~We|PRON|PRP|3|nsubj keep|VERB|VBP|0|root our|PRON|PRP$|5|nmod:poss word|NOUN|NN|3|obj \
    ~.|PUNCT|.|3|punct ~”|PUNCT|''|3|punct
    """)

  @Test func `a quotation goes on after its cue, in two parts`() throws {
    let found = try quotations(split)
    #expect(found.count == 1)
    #expect(found.first?.kind == .direct)
    #expect(split.words(found[0].content) == ["“We will stay,”", "“We keep our word.”"])
    #expect(source(found[0], split) == "Doe")
    #expect(found[0].cue.map { split.words([$0]) } == ["said"])
  }

  @Test func `a reported clause is indirect, without its complementiser`() throws {
    let document = parsed(
      """
      Doe|PROPN|NNP|2|nsubj said|VERB|VBD|0|root|say on|ADP|IN|4|case Monday|PROPN|NNP|2|obl that|SCONJ|IN|7|mark \
      talks|NOUN|NNS|7|nsubj|talk failed|VERB|VBD|2|ccomp|fail ~.|PUNCT|.|2|punct
      """)
    let found = try quotations(document)
    #expect(found.map(\.kind) == [.indirect])
    #expect(document.words(found[0].content) == ["talks failed"])
  }

  @Test func `words between marks inside a reported clause make it mixed`() throws {
    let document = parsed(
      """
      Doe|PROPN|NNP|2|nsubj said|VERB|VBD|0|root|say Norland|PROPN|NNP|6|nsubj was|AUX|VBD|6|cop|be ‘|PUNCT|``|6|punct \
      ~unwise|ADJ|JJ|2|ccomp and|CCONJ|CC|8|cc blind|ADJ|JJ|6|conj ~’|PUNCT|''|6|punct ~.|PUNCT|.|2|punct
      """)
    let found = try quotations(document)
    #expect(found.map(\.kind) == [.mixed])
    #expect(document.words(found[0].content) == ["Norland was ‘unwise and blind’"])
  }

  @Test func `a participle takes its speaker from the verb that it follows`() throws {
    let document = parsed(
      """
      Doe|PROPN|NNP|2|nsubj left|VERB|VBD|0|root|leave ~,|PUNCT|,|4|punct adding|VERB|VBG|2|advcl|add \
      that|SCONJ|IN|7|mark talks|NOUN|NNS|7|nsubj|talk failed|VERB|VBD|4|ccomp|fail ~.|PUNCT|.|2|punct
      """)
    let found = try quotations(document)
    #expect(found.count == 1)
    #expect(source(found[0], document) == "Doe")
  }

  @Test func `adding goes on with the report, even where it was parsed into it`() throws {
    let document = parsed(
      """
      Doe|PROPN|NNP|2|nsubj said|VERB|VBD|0|root|say Norland|PROPN|NNP|4|nsubj left|VERB|VBD|2|ccomp|leave ~,|PUNCT|,|6|punct \
      adding|VERB|VBG|4|advcl|add that|SCONJ|IN|9|mark talks|NOUN|NNS|9|nsubj|talk failed|VERB|VBD|6|ccomp|fail ~.|PUNCT|.|2|punct
      """)
    let found = try quotations(document)
    #expect(found.map { source($0, document) } == ["Doe", "Doe"])
    #expect(found.map { document.words($0.content) } == [["Norland left"], ["talks failed"]])
  }

  @Test func `a clause with as reports the clause it stands in`() throws {
    let document = parsed(
      """
      As|SCONJ|IN|3|mark Doe|PROPN|NNP|3|nsubj said|VERB|VBD|6|advcl|say ~,|PUNCT|,|3|punct talks|NOUN|NNS|6|nsubj|talk \
      failed|VERB|VBD|0|root|fail ~.|PUNCT|.|6|punct
      """)
    let found = try quotations(document)
    #expect(document.words(found.flatMap(\.content)) == ["talks failed"])
    #expect(found.first.flatMap { source($0, document) } == "Doe")
  }

  @Test func `according to reports the clause it stands in`() throws {
    let document = parsed(
      """
      Talks|NOUN|NNS|2|nsubj|talk failed|VERB|VBD|0|root|fail ~,|PUNCT|,|6|punct according|VERB|VBG|6|case|accord \
      to|ADP|IN|4|fixed Doe|PROPN|NNP|2|obl ~.|PUNCT|.|2|punct
      """)
    let found = try quotations(document)
    #expect(document.words(found.flatMap(\.content)) == ["Talks failed"])
    #expect(found.first.flatMap { source($0, document) } == "Doe")
  }

  @Test func `what somebody did not say is left open`() throws {
    let document = parsed(
      """
      Doe|PROPN|NNP|4|nsubj did|AUX|VBD|4|aux|do not|PART|RB|4|advmod say|VERB|VB|0|root that|SCONJ|IN|7|mark \
      talks|NOUN|NNS|7|nsubj|talk failed|VERB|VBD|4|ccomp|fail ~.|PUNCT|.|4|punct
      """)
    #expect(try quotations(document).map(\.standing) == [.open])
  }

  @Test
  func
    `a quotation without a mark at its end ends with its sentence, unless the next paragraph goes on`()
    throws
  {
    let lines = """
      Doe|PROPN|NNP|2|nsubj said|VERB|VBD|0|root|say ~:|PUNCT|:|2|punct “|PUNCT|``|6|punct ~We|PRON|PRP|6|nsubj \
      stay|VERB|VBP|2|ccomp ~.|PUNCT|.|2|punct
      They|PRON|PRP|2|nsubj left|VERB|VBD|0|root|leave ~.|PUNCT|.|2|punct
      """
    let next = """
      “|PUNCT|``|3|punct ~We|PRON|PRP|3|nsubj fight|VERB|VBP|0|root ~.|PUNCT|.|3|punct ~”|PUNCT|''|3|punct
      """
    let alone = parsed(lines)
    #expect(try alone.words(quotations(alone)[0].content) == ["“We stay"])
    let continued = parsed(lines + "\n\n" + next)
    let found = try quotations(continued)
    #expect(continued.words(found.flatMap(\.content)).contains { $0.contains("They left") })
    #expect(found.allSatisfy { source($0, continued) == "Doe" })
  }

  @Test func `an apostrophe is no mark`() throws {
    let document = parsed(
      """
      Doe|PROPN|NNP|2|nsubj praised|VERB|VBD|0|root|praise the|DET|DT|4|det allies|NOUN|NNS|6|nmod:poss|ally \
      ~’|PART|POS|4|case plan|NOUN|NN|2|obj ~.|PUNCT|.|2|punct
      """)
    #expect(try quotations(document).isEmpty)
  }

  @Test func `a report inside a report has the outer one as parent`() throws {
    let document = parsed(
      """
      Doe|PROPN|NNP|2|nsubj said|VERB|VBD|0|root|say Roe|PROPN|NNP|4|nsubj believed|VERB|VBD|2|ccomp|believe \
      that|SCONJ|IN|7|mark talks|NOUN|NNS|7|nsubj|talk failed|VERB|VBD|4|ccomp|fail ~.|PUNCT|.|2|punct
      """)
    let found = try quotations(document)
    #expect(found.map { source($0, document) } == ["Doe", "Roe"])
    #expect(found.map(\.parent) == [nil, 0])
  }

  @Test func `a wrong row of the cue table is named by file and line`() {
    let table = "lemma\tpos\tkind\tnotes\nsay\tVERB\tsay\t\nmoan\tVERB\tgrumble\t\n"
    #expect(
      throws: Diagnostic(
        file: "cues.tsv", line: 3, problem: "'grumble' is not a kind of reporting cue",
        remedy: "Use one of: say, tell, ask, think, deny, show, name, manner, cite, want, event.")
    ) { try ReportingCues(table: table, file: "cues.tsv") }
  }
}
