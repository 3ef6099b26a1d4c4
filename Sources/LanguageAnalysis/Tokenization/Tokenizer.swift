public import ArticleReading
import SourceText

/// Cuts an article into sentences of tokens by the conventions of UD English (the treebanks EWT and GUM).
///
/// Contractions fall apart (`do|n't`, `can|not`, `countries|’`), hyphenated words too unless a bound prefix
/// stands first (`so - called`, `anti-war`), currency signs and per cents are tokens, and an abbreviation
/// keeps its period. A dateline and the label of a speaker are units of their own. A single mark is a quotation mark
/// or an apostrophe by what stands around it. A sentence never runs from one block into the next.
public struct Tokenizer: Sendable {
  public init() {}

  /// The tokens, sentences and contractions of an article, in text order.
  ///
  /// Forms and spans are filled; of the other columns, lemmas equal the forms and the rest is empty
  /// (`X`, ``, `_`, -1, `dep`). Every byte that is no white space lies in exactly one token or contraction.
  /// Text outside all blocks is read as a paragraph.
  public func tokenize(
    _ article: Article
  ) -> (tokens: Tokens, sentences: [Sentence], words: [MultiwordToken]) {
    let bytes = Array(article.text.utf8)
    var output = TokenizerOutput(capacity: bytes.count / 5)
    for block in Self.partition(article.blocks, count: bytes.count) {
      output.add(block, of: bytes)
    }
    return output.finished()
  }

  /// The blocks in text order without overlap, the text between them as paragraphs.
  private static func partition(_ blocks: [Article.Block], count: Int) -> [Article.Block] {
    var parts: [Article.Block] = []
    var end = 0
    for block in blocks.sorted(by: { $0.span < $1.span }) {
      let span = TextSpan(max(end, block.span.start), min(count, block.span.end))
      guard !span.isEmpty else { continue }
      if span.start > end { parts.append(.init(.paragraph, TextSpan(end, span.start))) }
      parts.append(.init(block.kind, span))
      end = span.end
    }
    if end < count { parts.append(.init(.paragraph, TextSpan(end, count))) }
    return parts
  }
}

/// Gathers the columns block by block.
private struct TokenizerOutput {
  var tokens = Tokens()
  var sentences: [Sentence] = []
  var words: [MultiwordToken] = []

  init(capacity: Int) {
    tokens.spans.reserveCapacity(capacity)
    tokens.forms.reserveCapacity(capacity)
  }

  mutating func add(_ block: Article.Block, of bytes: [UInt8]) {
    let text = BlockText(bytes, block.span)
    var scanner = TokenScanner(text)
    scanner.scan()
    let isHeading = block.kind == .title || block.kind == .heading || block.kind == .caption
    var begin = 0
    for end in SentenceSplitter(text: text, tokens: scanner.tokens).ends() {
      let first = tokens.count
      for token in scanner.tokens[begin..<end] { add(token, of: text) }
      sentences.append(
        Sentence(
          tokens: first..<tokens.count,
          span: TextSpan(scanner.tokens[begin].start, scanner.tokens[end - 1].end),
          beginsBlock: begin == 0, isHeading: isHeading))
      begin = end
    }
  }

  private mutating func add(_ token: SurfaceToken, of text: BlockText) {
    guard token.cut > 0 else { return addWord(token.start, token.end, of: text) }
    let first = tokens.count
    addWord(token.start, token.cut, of: text)
    if token.secondCut > 0 {
      addWord(token.cut, token.secondCut, of: text)
      addWord(token.secondCut, token.end, of: text)
    } else {
      addWord(token.cut, token.end, of: text)
    }
    words.append(
      MultiwordToken(
        tokens: first..<tokens.count, span: TextSpan(token.start, token.end),
        form: text.string(token.start, token.end)))
  }

  private mutating func addWord(_ start: Int, _ end: Int, of text: BlockText) {
    tokens.spans.append(TextSpan(start, end))
    tokens.forms.append(text.string(start, end))
  }

  consuming func finished() -> (tokens: Tokens, sentences: [Sentence], words: [MultiwordToken]) {
    tokens.fillNeutral()
    return (
      tokens, sentences.splitAtSpeakerLabels(tokens).flatMap { $0.splitAtDateline(tokens) }, words
    )
  }
}

extension Tokens {
  /// Gives the columns beside forms and spans their neutral values: the lemma is the form, nothing is attached.
  mutating func fillNeutral() {
    lemmas = forms
    upos = Array(repeating: .x, count: count)
    xpos = Array(repeating: "", count: count)
    features = Array(repeating: "_", count: count)
    heads = Array(repeating: -1, count: count)
    relations = Array(repeating: "dep", count: count)
  }
}
