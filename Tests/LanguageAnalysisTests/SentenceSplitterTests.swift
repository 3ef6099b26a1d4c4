import ArticleReading
import LanguageAnalysis
import SourceText
import Testing

@Suite struct SentenceSplitterTests {
  @Test(arguments: try TokenizerCase.cases(in: "sentences.txt"))
  func `sentences end where UD English ends them`(example: TokenizerCase) {
    #expect(tokenizedLines(articleOfLines(example.text)) == example.sentences)
  }

  @Test func `only the first sentence of a block begins it`() {
    let sentences = Tokenizer().tokenize(articleOfLines("One. Two.\nThree. Four.")).sentences
    #expect(sentences.map(\.beginsBlock) == [true, false, true, false])
  }

  @Test(arguments: [
    (Article.Block.Kind.title, true), (.heading, true), (.caption, true), (.paragraph, false),
    (.quote, false),
    (.item, false),
  ])
  func `titles, headings and captions are no running text`(
    kind: Article.Block.Kind, isHeading: Bool
  ) {
    let sentences = Tokenizer().tokenize(articleOfLines("Talks fail. Envoys leave.", kind: kind))
      .sentences
    #expect(sentences.map(\.isHeading) == [isHeading, isHeading])
  }

  @Test func `a mark left open in one block does not reach into the next`() {
    let lines = tokenizedLines(articleOfLines("\"We stay\nHe left. \"We go,\" she said."))
    #expect(lines == ["\" We stay", "He left .", "\" We go , \" she said ."])
  }
}
