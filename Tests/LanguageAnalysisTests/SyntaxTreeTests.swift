import LanguageAnalysis
import Testing

@Suite struct SyntaxTreeTests {
  private let urged = parsed(
    """
    The|DET|DT|2|det envoy|NOUN|NN|3|nsubj urged|VERB|VBD|0|root|urge Norland|PROPN|NNP|3|obj to|PART|TO|6|mark \
    stop|VERB|VB|3|xcomp and|CCONJ|CC|8|cc left|VERB|VBD|3|conj|leave ~.|PUNCT|.|3|punct
    """)

  @Test
  func `an open complement takes its subject from the object, a conjunct from the first verb`() {
    let tree = SyntaxTree(urged)
    #expect(tree.subject(of: 5) == 3)
    #expect(tree.subject(of: 7) == 1)
    #expect(tree.subject(of: 2) == 1)
  }

  @Test func `a passive verb is done by its by phrase, or by nobody that is named`() {
    let document = parsed(
      """
      The|DET|DT|2|det deal|NOUN|NN|4|nsubj:pass was|AUX|VBD|4|aux:pass|be rejected|VERB|VBN|0|root|reject \
      by|ADP|IN|6|case Norland|PROPN|NNP|4|obl ~.|PUNCT|.|4|punct
      """)
    let tree = SyntaxTree(document)
    #expect(tree.agent(of: 3) == 5)
    #expect(tree.subject(of: 3) == 1)
  }

  @Test func `a relative pronoun stands for its noun`() {
    let document = parsed(
      """
      Critics|NOUN|NNS|6|nsubj|critic who|PRON|WP|3|nsubj fear|VERB|VBP|1|acl:relcl war|NOUN|NN|3|obj \
      have|AUX|VBP|6|aux left|VERB|VBN|0|root|leave ~.|PUNCT|.|6|punct
      """)
    #expect(SyntaxTree(document).subject(of: 2) == 0)
  }

  @Test func `heads outside the sentence and cycles end as roots`() {
    var document = urged
    document.tokens.heads = [1, 0, 99, -7, 3, 4, 4, 4, 4]
    let tree = SyntaxTree(document)
    #expect(tree.heads[2] == -1)
    for token in 0..<tree.count { #expect(tree.heads[tree.root(of: token)] == -1) }
  }

  @Test func `a noun's phrase leaves out relative clause and preposition`() {
    let document = parsed(
      """
      with|ADP|IN|3|case the|DET|DT|3|det envoy|NOUN|NN|0|root of|ADP|IN|5|case Norland|PROPN|NNP|3|nmod \
      ~,|PUNCT|,|8|punct who|PRON|WP|8|nsubj left|VERB|VBD|3|acl:relcl|leave
      """)
    let tree = SyntaxTree(document)
    #expect(document.words([tree.phrase(of: 2)]) == ["the envoy of Norland"])
    #expect(document.words([tree.core(of: 2)]) == ["the envoy"])
  }

  @Test(arguments: DependencyRelation.allCases)
  func `a relation is read from its label, with a subtype or without`(relation: DependencyRelation)
  {
    #expect(DependencyRelation(label: relation.label) == relation)
    #expect(DependencyRelation(label: relation.label + ":x") == relation)
  }
}
