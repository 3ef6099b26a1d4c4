import Testing

@testable import LanguageAnalysis

@Suite struct ReportingRepairTests {
  private func mended(_ text: String) throws -> SyntaxTree {
    var document = parsed(text)
    return ReportingRepair.mend(
      &document, cues: try ReportingCues(directories: [Shipped.directory]))
  }

  @Test func `a name behind an office and its body is the officer's`() throws {
    // The member of the presidency, Jana Dohl, demanded talks
    let tree = try mended(
      """
      The|DET|DT|2|det member|NOUN|NN|10|nsubj of|ADP|IN|5|case the|DET|DT|5|det presidency|NOUN|NN|2|nmod \
      ,|PUNCT|,|7|punct Jana|PROPN|NNP|5|appos Dohl|PROPN|NNP|7|flat ,|PUNCT|,|7|punct \
      demanded|VERB|VBD|0|root|demand talks|NOUN|NNS|10|obj|talk
      """)
    #expect(tree.heads[6] == 1)
  }

  @Test func `a past verb behind a reported clause in the present goes on with the report`() throws
  {
    // She said nobody wins and scolded him
    let text = """
      She|PRON|PRP|2|nsubj said|VERB|VBD|0|root|say nobody|PRON|NN|4|nsubj wins|VERB|VBZ|2|ccomp|win \
      and|CCONJ|CC|6|cc scolded|VERB|VBD|4|conj|scold him|PRON|PRP|6|obj
      """
    #expect(try mended(text).heads[5] == 1)
    // She said nobody won and scolded him: it may have been nobody.
    #expect(try mended(text.replacing("wins|VERB|VBZ", with: "won|VERB|VBD")).heads[5] == 3)
  }
}
