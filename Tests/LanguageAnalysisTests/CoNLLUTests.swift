import ArticleReading
import Foundation
import LanguageAnalysis
import SourceText
import StanceOntology
import Testing

@Suite struct CoNLLUTests {
  /// `Kyiv can't wait.` with names, links, tags and a tree.
  static func analysed() -> (document: Document, words: [MultiwordToken]) {
    let article = Article(
      document: "a/b.txt", path: "a/b.txt", text: "Talks\nKyiv can't\r\n wait.", textHash: "",
      blocks: [.init(.title, TextSpan(0, 5)), .init(.paragraph, TextSpan(6, 24))])
    let (tokens, sentences, words) = Tokenizer().tokenize(article)
    var document = Document(article: article)
    document.tokens = tokens
    document.sentences = sentences
    document.tokens.lemmas = ["talk", "Kyiv", "can", "not", "wait", "."]
    document.tokens.upos = [.noun, .propn, .aux, .part, .verb, .punct]
    document.tokens.xpos = ["NNS", "NNP", "MD", "RB", "VB", "."]
    document.tokens.features = [
      "Number=Plur", "Number=Sing", "VerbForm=Fin", "_", "VerbForm=Inf", "_",
    ]
    document.tokens.heads = [-1, 4, 4, 4, -1, 4]
    document.tokens.relations = ["root", "nsubj", "aux", "advmod", "root", "punct"]
    document.mentions = [
      Mention(tokens: 1..<2, head: 1, type: .location, entity: EntityID(.country, "UA"), chain: 0)
    ]
    document.quotations = [Quotation(kind: .mixed, content: [4..<5], cue: 2..<3, sourceHead: 1)]
    return (document, words)
  }

  @Test func `a document is written with paragraphs, contractions, names and links`() {
    let (document, words) = Self.analysed()
    let expected = """
      # newdoc id = a/b.txt
      # newpar
      # sent_id = a%2Fb.txt-1
      # text = Talks
      1\tTalks\ttalk\tNOUN\tNNS\tNumber=Plur\t0\troot\t_\t_

      # newpar
      # sent_id = a%2Fb.txt-2
      # text = Kyiv can't wait.
      1\tKyiv\tKyiv\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tEntity=country:UA|Name=B-LOC
      2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
      2\tca\tcan\tAUX\tMD\tVerbForm=Fin\t4\taux\t_\t_
      3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
      4\twait\twait\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
      5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_


      """
    #expect(CoNLLUWriter().write(document, multiwordTokens: words) == expected)
  }

  @Test func `of nested names the outer one is tagged and each link stands at its head`() {
    let text = "Bank of Norway"
    var document = Document(
      article: Article(document: "d", path: "d", text: text, textHash: "", blocks: []))
    let (tokens, sentences, words) = Tokenizer().tokenize(document.article)
    document.tokens = tokens
    document.sentences = sentences
    document.mentions = [
      Mention(
        tokens: 0..<3, head: 0, type: .organization,
        entity: EntityID(.organization, "bank|of norway")),
      Mention(tokens: 2..<3, head: 2, type: .location, entity: EntityID(.country, "NO")),
      Mention(tokens: 0..<3, head: 0, type: .nominal, entity: EntityID(.country, "SE")),
    ]
    let misc = CoNLLUWriter().write(document, multiwordTokens: words).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t")[9] }
    #expect(
      misc == [
        "Entity=organization:bank_of_norway|Name=B-ORG", "Name=I-ORG",
        "Entity=country:NO|Name=I-ORG",
      ])
  }

  @Test func `a sentence that was not parsed has no heads`() {
    let article = Article(document: "d", path: "d", text: "Talks failed", textHash: "", blocks: [])
    let (tokens, sentences, words) = Tokenizer().tokenize(article)
    var document = Document(article: article)
    document.tokens = tokens
    document.sentences = sentences
    let lines = CoNLLUWriter().write(document, multiwordTokens: words).split(separator: "\n")
    #expect(lines.last == "2\tfailed\tfailed\tX\t_\t_\t_\t_\t_\t_")
  }

  @Test func `words, contractions and comments are read and written again`() throws {
    let text = """
      # newdoc id = one
      # sent_id = 1
      # text = He can't.
      1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\t_
      2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
      2\tca\tcan\tAUX\tMD\t_\t0\troot\t_\t_
      3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_
      3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_
      4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

      # sent_id = 2
      1\tShe\tshe\tPRON\tPRP\t_\t0\troot\t_\t_

      # newpar id = p
      # sent_id = 3
      1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_
      1\tde\tde\tADP\tIN\t_\t0\troot\t_\t_
      2\tle\tle\tDET\tDT\t_\t1\tdet\t_\t_

      # newdoc id = two
      1\tEnd\tend\tNOUN\tNN\t_\t0\troot\t_\t_

      """
    let documents = try CoNLLUReader().read(text, file: "in.conllu")
    #expect(documents.map(\.article.document) == ["one", "two"])
    let one = try #require(documents.first)
    #expect(one.article.text == "He can't. She\n\ndu")
    #expect(one.article.blocks.map(\.span) == [TextSpan(0, 13), TextSpan(15, 17)])
    #expect(one.tokens.forms == ["He", "ca", "n't", ".", "She", "de", "le"])
    #expect(one.tokens.spans[1...2] == [TextSpan(3, 5), TextSpan(5, 8)])
    // Parts that the text does not spell share the span of the whole.
    #expect(one.tokens.spans[5...6] == [TextSpan(15, 17), TextSpan(15, 17)])
    #expect(one.sentences.map(\.tokens) == [0..<4, 4..<5, 5..<7])
    #expect(one.sentences.map(\.beginsBlock) == [true, false, true])
    #expect(one.comments[0] == ["# newdoc id = one", "# sent_id = 1", "# text = He can't."])

    var document = Document(article: one.article)
    document.tokens = one.tokens
    document.sentences = one.sentences
    let written = CoNLLUWriter().write(document, multiwordTokens: one.words, comments: one.comments)
    let again = try CoNLLUReader().read(written, file: "again.conllu")
    #expect(again.first?.tokens == one.tokens)
    #expect(again.first?.words == one.words)
    #expect(again.first?.comments == one.comments)
    #expect(written.contains("2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\tca\t"))
  }

  @Test func `lines may end in CR LF and the file without an end`() throws {
    let text =
      "\u{FEFF}# newpar\r\n1\tYes\t_\t_\t_\t_\t_\t_\t_\t_\r\n\r\n1\tNo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No"
    let documents = try CoNLLUReader().read(text, file: "crlf.conllu")
    #expect(documents.map(\.article.document) == ["crlf.conllu"])
    #expect(documents.first?.article.text == "Yes No")
  }

  @Test(arguments: [
    (
      "1\tYes\n",
      "in.conllu:1: error: 2 columns where CoNLL-U has 10\n  Columns are parted by tabs; write `_` where one is empty."
    ),
    (
      "# a\n1\t\t_\t_\t_\t_\t_\t_\t_\t_\n",
      "in.conllu:2: error: the word has no form\n  Fill the second column; `_` stands for an underscore."
    ),
    (
      "x\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n",
      "in.conllu:1: error: 'x' is no number of a word\n  Words are numbered 1, 2, 3 …, contractions as 1-2."
    ),
    (
      "2-1\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n",
      "in.conllu:1: error: '2-1' is no number of a word\n  Words are numbered 1, 2, 3 …, contractions as 1-2."
    ),
    (
      "2\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n",
      "in.conllu:1: error: word 2 where 1 is due\n  Number the words without a gap."
    ),
    (
      "1-3\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n1\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n\n",
      "in.conllu:3: error: the contraction 'Yes' has no word 3\n  Give the sentence all words of the contraction."
    ),
    (
      "1\tYes\t_\t_\t_\t_\t_\t_\t_\t_\n# a\n",
      "in.conllu:2: error: a comment stands inside a sentence\n  Put an empty line before it."
    ),
  ])
  func `a bad line is named with its remedy`(text: String, message: String) {
    #expect {
      try CoNLLUReader().read(text, file: "in.conllu")
    } throws: { error in
      (error as? Diagnostic)?.description == message
    }
  }

  @Test func `a text without words gives no document`() throws {
    #expect(try CoNLLUReader().read("# newdoc id = empty\n\n\n", file: "in.conllu").isEmpty)
  }

  @Test func `a sentence's text line is its tokens with their spaces`() {
    let pieces = [
      "a", "can't", " ", " ", ".", " B", "\u{200B}", "\t", "“", "”", "U.S.", "-", "?", "\u{FEFF}",
    ]
    var state: UInt64 = 11
    for _ in 0..<500 {
      let text = (0..<20).map { _ in pieces[Int(nextRandom(&state)) % pieces.count] }.joined()
      let article = Article(document: "d", path: "d", text: text, textHash: "", blocks: [])
      let (tokens, sentences, words) = Tokenizer().tokenize(article)
      var document = Document(article: article)
      document.tokens = tokens
      document.sentences = sentences
      let written = CoNLLUWriter().write(document, multiwordTokens: words)
      for part in written.components(separatedBy: "\n\n") where !part.isEmpty {
        #expect(textLine(of: part) == spelling(of: part), "\(text.debugDescription)")
      }
    }
  }

  private func textLine(of sentence: String) -> String? {
    sentence.components(separatedBy: "\n").first { $0.hasPrefix("# text = ") }
      .map { String($0.dropFirst("# text = ".count)) }
  }

  /// The forms of the sentence's tokens and contractions, spaced as MISC says.
  private func spelling(of sentence: String) -> String {
    var output = ""
    var inside = 0
    for line in sentence.components(separatedBy: "\n") where !line.hasPrefix("#") {
      let cells = line.components(separatedBy: "\t")
      let ids = cells[0].components(separatedBy: "-").compactMap { Int($0) }
      guard let first = ids.first, let last = ids.last, first > inside else { continue }
      if ids.count == 2 { inside = last }
      output += cells[1] + (cells[9].contains("SpaceAfter=No") ? "" : " ")
    }
    while output.last == " " { output.removeLast() }
    return output
  }
}
