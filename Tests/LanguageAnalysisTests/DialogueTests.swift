import ArticleReading
import SourceText
import Testing

@testable import LanguageAnalysis

@Suite struct DialogueTests {
  private func sentences(_ paragraphs: [String]) -> [String] {
    var blocks: [Article.Block] = []
    var text = ""
    for paragraph in paragraphs {
      if !text.isEmpty { text += "\n" }
      let start = text.utf8.count
      text += paragraph
      blocks.append(.init(.paragraph, TextSpan(start, text.utf8.count)))
    }
    let article = Article(document: "t", path: "t", text: text, textHash: "", blocks: blocks)
    return Tokenizer().tokenize(article).sentences.map { text[$0.span] }
  }

  @Test(arguments: [
    ["MS. DOE: We welcome the talks.", "QUESTION: And the border?"],
    ["Q: Will you stay?", "A: I will not."],
    [
      "Doe: We cannot sign this.", "Roe: Why is that?", "Doe: It takes our harbour.",
      "Roe: All of it?",
    ],
  ])
  func `the labels of turns are units of their own`(paragraphs: [String]) {
    let found = sentences(paragraphs)
    for paragraph in paragraphs {
      let label = paragraph.prefix { $0 != ":" } + ":"
      #expect(found.contains(String(label)))
    }
  }

  @Test(arguments: [
    ["Background: The treaty is old.", "Outlook: Nobody knows.", "Cost: It is dear."],
    ["The minister was blunt: We will not sign.", "Her deputy agreed: It is dead."],
    ["Doe: We cannot sign this.", "The council met on Monday."],
  ])
  func `headwords and colons in prose are none`(paragraphs: [String]) {
    #expect(sentences(paragraphs).count >= paragraphs.count)
    #expect(!sentences(paragraphs).contains { $0.hasSuffix(":") })
  }

  /// A paragraph for each text, every word a token of its own whose tree does not matter.
  private func plain(_ paragraphs: [String]) -> Document {
    parsed(
      paragraphs.map { paragraph in
        paragraph.split(separator: " ").enumerated().map { index, word in
          let kind =
            ["I", "We", "we", "you", "You"].contains(String(word))
            ? "PRON|PRP" : word == "?" || word == "." || word == ":" ? "PUNCT|." : "NOUN|NN"
          return "\(word)|\(kind)|\(index == 0 ? 0 : 1)|\(index == 0 ? "root" : "dep")"
        }.joined(separator: " ")
      }.joined(separator: "\n\n"))
  }

  private func turns(_ document: Document) -> [String] {
    Dialogue(tree: SyntaxTree(document), sentences: document.sentences).turns.map {
      document.words([$0.content])[0]
    }
  }

  @Test func `paragraphs in the first person answer those that ask`() {
    let document = plain([
      "Talk with the mayor .", "Will you stay ?", "I will .", "You said otherwise .", "I did not .",
      "And the tax ?", "We oppose it .",
    ])
    #expect(turns(document) == ["I will .", "I did not .", "We oppose it ."])
  }

  @Test func `an article with a question or two is no interview`() {
    let document = plain([
      "Mayor says no .", "Will the mayor stay ?", "Nobody knows .", "The council met .",
      "We asked her .", "She left .", "You never know .", "The tax stays .",
    ])
    #expect(turns(document).isEmpty)
  }
}
