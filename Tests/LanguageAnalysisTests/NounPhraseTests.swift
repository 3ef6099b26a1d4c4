import Testing

@testable import LanguageAnalysis

@Suite struct NounPhraseTests {
  private func phrases(_ text: String) -> [String] {
    let document = parsed(text)
    let tree = SyntaxTree(document)
    return document.words(tree.nounPhrases(in: 0..<tree.count).map(\.tokens))
  }

  @Test(arguments: [
    // A phrase has its modifiers, not the preposition before it.
    (
      "Talks|NOUN|NNS|2|nsubj failed|VERB|VBD|0|root in|ADP|IN|5|case the|DET|DT|5|det capital|NOUN|NN|2|obl "
        + "of|ADP|IN|7|case France|PROPN|NNP|5|nmod",
      ["Talks", "the capital of France", "France"]
    ),
    // A coordination is a phrase beside its members.
    (
      "France|PROPN|NNP|4|nsubj and|CCONJ|CC|3|cc Spain|PROPN|NNP|1|conj left|VERB|VBD|0|root",
      ["France", "France and Spain", "Spain"]
    ),
    // A nominal predicate does not hold its clause; a relative pronoun is no phrase.
    (
      "She|PRON|PRP|4|nsubj is|AUX|VBZ|4|cop a|DET|DT|4|det judge|NOUN|NN|0|root who|PRON|WP|6|nsubj left|VERB|VBD|4|acl:relcl",
      ["She", "a judge who left"]
    ),
    // An apposition is a phrase of its own.
    (
      "The|DET|DT|2|det minister|NOUN|NN|5|nsubj ,|PUNCT|,|4|punct Roe|PROPN|NNP|2|appos left|VERB|VBD|0|root",
      ["The minister", "Roe"]
    ),
    // An empty subject refers to nothing.
    (
      "It|PRON|PRP|2|expl rained|VERB|VBD|0|root", []
    ),
  ])
  func `noun phrases are drawn as the treebank's`(text: String, expected: [String]) {
    #expect(phrases(text) == expected)
  }

  @Test func `ten thousand brackets on one noun are trimmed in one pass`() {
    let brackets = String(repeating: " [|PUNCT|-LRB-|1|punct", count: 10_000)
    #expect(phrases("Talks|NOUN|NNS|0|root" + brackets) == ["Talks"])
  }
}
