import ArticleReading
import Foundation
import LanguageAnalysis
import SourceText
import Testing

/// A case of a file under `Fixtures`: a text whose lines are paragraphs, and the sentences expected.
struct TokenizerCase: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  var sentences: [String]

  var testDescription: String { name }

  static func cases(in file: String) throws -> [TokenizerCase] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let url = folder.appendingPathComponent("Fixtures").appendingPathComponent(file)
    let content = try String(contentsOf: url, encoding: .utf8)
    return content.components(separatedBy: "\n=== ").dropFirst().compactMap { part in
      let lines = part.components(separatedBy: "\n").filter { !$0.isEmpty }
      guard let bar = lines.firstIndex(of: "---") else { return nil }
      return TokenizerCase(
        name: lines[0], text: lines[1..<bar].joined(separator: "\n"),
        sentences: Array(lines[(bar + 1)...]))
    }
  }
}

/// An article of paragraphs, one a line.
func articleOfLines(_ text: String, kind: Article.Block.Kind = .paragraph) -> Article {
  var blocks: [Article.Block] = []
  var start = 0
  for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    if !line.isEmpty { blocks.append(.init(kind, TextSpan(start, start + line.count))) }
    start += line.count + 1
  }
  return Article(document: "lines", path: "lines.txt", text: text, textHash: "", blocks: blocks)
}

/// The sentences as the fixtures write them.
func tokenizedLines(_ article: Article) -> [String] {
  let (tokens, sentences, words) = Tokenizer().tokenize(article)
  return sentences.map { sentence in
    var line = ""
    for i in sentence.tokens {
      let isInner = words.contains { $0.tokens.contains(i) && $0.tokens.lowerBound != i }
      line += i == sentence.tokens.lowerBound ? "" : isInner ? "|" : " "
      line += tokens.forms[i]
    }
    return line
  }
}

@Suite struct TokenizerTests {
  @Test(arguments: try TokenizerCase.cases(in: "tokens.txt"))
  func `tokens are those of UD English`(example: TokenizerCase) {
    #expect(tokenizedLines(articleOfLines(example.text)) == example.sentences)
  }

  @Test func `forms are the text of their spans and the other columns are neutral`() throws {
    let article = articleOfLines("\u{FEFF}Kyiv can’t\r\nwait – “never”.")
    let (tokens, sentences, words) = Tokenizer().tokenize(article)
    #expect(tokens.forms == ["Kyiv", "ca", "n’t", "wait", "–", "“", "never", "”", "."])
    for i in 0..<tokens.count { #expect(article.text[tokens.spans[i]] == tokens.forms[i]) }
    #expect(words == [MultiwordToken(tokens: 1..<3, span: TextSpan(8, 15), form: "can’t")])
    #expect(tokens.lemmas == tokens.forms)
    #expect(tokens.upos == Array(repeating: .x, count: 9))
    #expect(tokens.xpos == Array(repeating: "", count: 9))
    #expect(tokens.features == Array(repeating: "_", count: 9))
    #expect(tokens.heads == Array(repeating: -1, count: 9))
    #expect(tokens.relations == Array(repeating: "dep", count: 9))
    #expect(sentences.map(\.tokens) == [0..<3, 3..<9])
  }

  @Test(arguments: ["", " \n\t ", "\u{FEFF}", "\u{0}\u{1F}"])
  func `a text without a visible character has no tokens`(text: String) {
    let (tokens, sentences, words) = Tokenizer().tokenize(articleOfLines(text))
    #expect(tokens.count == 0)
    #expect(sentences.isEmpty)
    #expect(words.isEmpty)
  }

  @Test func `blocks out of order, overlapping and beyond the text lose nothing`() {
    let text = "One two. Three four."
    let blocks: [Article.Block] = [
      Article.Block(.paragraph, TextSpan(9, 99)), .init(.paragraph, TextSpan(0, 4)),
      .init(.title, TextSpan(2, 7)), .init(.caption, TextSpan(-3, -1)),
    ]
    let article = Article(document: "d", path: "d", text: text, textHash: "", blocks: blocks)
    #expect(coverageFault(article) == nil)
  }

  @Test func `every visible byte of a random text lies in exactly one surface token`() {
    let alphabet = [
      "a", "s", "T", "U", ".", ".", ",", "'", "’", "‘", "\"", "“", "”", " ", " ", "\n", "\t", "-",
      "–", "(", ")",
      "[", "]", "1", "0", ":", "/", "@", "$", "%", "!", "?", "…", "n't", "'s", "é", "Ж", "岸", "👍",
      "\u{200D}",
      "\u{301}", "&", "#", "`", "_", "www.", "http://", "\u{FEFF}", "\r", "U.S.", "No.", "No. 1",
      "=", ";",
    ]
    var state: UInt64 = 7
    for _ in 0..<4_000 {
      var text = ""
      for _ in 0..<(nextRandom(&state) % 40) {
        text += alphabet[Int(nextRandom(&state) % UInt64(alphabet.count))]
      }
      #expect(coverageFault(articleOfLines(text)) == nil)
    }
  }

  @Test func `every visible byte of the articles lies in exactly one surface token`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../../shared/articles")
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      return
    }
    for file in files.sorted() where file.hasSuffix(".txt") {
      let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      #expect(coverageFault(articleOfLines(text)) == nil)
    }
  }

  @Test func `a long text without white space or without an end is covered too`() {
    for unit in ["a", "'", "x'", "(", "1-", "a.", "@a", "[", "'s ", "a.b@"] {
      let text = String(repeating: unit, count: 200_000 / unit.utf8.count)
      #expect(coverageFault(articleOfLines(text)) == nil)
    }
  }
}

/// A pseudo-random number (Knuth's linear congruence), the same in every run.
func nextRandom(_ state: inout UInt64) -> UInt64 {
  state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
  return state >> 33
}

/// Whether a character is white space for the tokenizer: separators, controls and marks of direction.
private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: true
  default: [0xFEFF, 0x200B, 0x200E, 0x200F, 0x2060].contains(scalar.value)
  }
}

/// What is wrong with the spans of an article's tokens, if anything: they must be in order, lie inside their
/// sentences and hold all that is visible, once, and nothing else.
private func coverageFault(_ article: Article) -> String? {
  let (tokens, sentences, words) = Tokenizer().tokenize(article)
  var surface: [TextSpan] = []
  var next = words[...]
  var i = 0
  while i < tokens.count {
    guard let word = next.first, word.tokens.lowerBound == i else {
      surface.append(tokens.spans[i])
      i += 1
      continue
    }
    var offset = word.span.start
    for part in word.tokens {
      if tokens.spans[part].start != offset { return "a gap in the contraction \(word)" }
      offset = tokens.spans[part].end
    }
    if offset != word.span.end { return "a gap at the end of the contraction \(word)" }
    surface.append(word.span)
    i = word.tokens.upperBound
    next.removeFirst()
  }
  var counts = Array(repeating: 0, count: article.text.utf8.count)
  for span in surface { for byte in span.start..<span.end { counts[byte] += 1 } }
  var offset = 0
  for scalar in article.text.unicodeScalars {
    for _ in 0..<UTF8.width(scalar) {
      if counts[offset] != (isSpace(scalar) ? 0 : 1) {
        return
          "byte \(offset) of \(article.text.prefix(200).debugDescription) lies in \(counts[offset]) tokens"
      }
      offset += 1
    }
  }
  if surface != surface.sorted() { return "tokens out of order" }
  var end = 0
  for sentence in sentences {
    if sentence.tokens.isEmpty || sentence.tokens.lowerBound != end {
      return "a gap before \(sentence)"
    }
    end = sentence.tokens.upperBound
    let span = TextSpan(tokens.spans[sentence.tokens.lowerBound].start, tokens.spans[end - 1].end)
    if sentence.span != span { return "the span of \(sentence) is \(span)" }
  }
  return end == tokens.count ? nil : "\(tokens.count - end) tokens behind the last sentence"
}
