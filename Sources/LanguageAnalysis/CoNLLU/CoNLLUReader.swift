import ArticleReading
public import SourceText

/// Reads CoNLL-U for its words: ID, FORM, multiword tokens and comments; the other columns are left aside.
public struct CoNLLUReader: Sendable {
  public init() {}

  /// The documents of a CoNLL-U text, which begin at each `# newdoc`; a text without one is a single document.
  ///
  /// Empty nodes (`8.1`) are left out.
  /// - Parameters:
  ///   - text: the file's content; lines may end in CR LF, and the last one in nothing.
  ///   - file: the file's name, for messages and for documents without an id.
  /// - Throws: a `Diagnostic` with the line of the first fault.
  public func read(_ text: String, file: String) throws(Diagnostic) -> [CoNLLUDocument] {
    var state = ReaderState(file: file)
    var number = 0
    // In bytes, so that CR LF is no single character here.
    for bytes in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      var line = Substring(bytes)
      if line.utf8.last == UInt8(ascii: "\r") { line = Substring(bytes.dropLast()) }
      if number == 1, line.unicodeScalars.first == "\u{FEFF}" { line.unicodeScalars.removeFirst() }
      try state.read(line, number)
    }
    try state.endSentence(number)
    state.endDocument()
    return state.documents
  }
}

private struct ReaderState {
  let file: String
  var documents: [CoNLLUDocument] = []

  private var comments: [String] = []
  private var rows: [Row] = []
  private var current: Builder?

  private struct Row {
    /// The numbers of the words; one number for a word.
    var ids: ClosedRange<Int>
    var form: String
    var spaceFollows: Bool
    var isMultiword: Bool
  }

  init(file: String) { self.file = file }

  mutating func read(_ line: Substring, _ number: Int) throws(Diagnostic) {
    if line.allSatisfy({ $0 == " " || $0 == "\t" }) { return try endSentence(number) }
    if line.utf8.first == UInt8(ascii: "#") {
      if !rows.isEmpty {
        throw fault(number, "a comment stands inside a sentence", "Put an empty line before it.")
      }
      comments.append(String(line))
      return
    }
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == 10 else {
      throw fault(
        number, "\(cells.count) columns where CoNLL-U has 10",
        "Columns are parted by tabs; write `_` where one is empty.")
    }
    guard !cells[1].isEmpty else {
      throw fault(
        number, "the word has no form", "Fill the second column; `_` stands for an underscore.")
    }
    if cells[0].contains(".") { return }
    let parts = cells[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count <= 2, let first = parts[0], let last = parts[parts.count - 1], first > 0,
      last >= first,
      parts.count == 1 || last > first
    else {
      throw fault(
        number, "'\(cells[0])' is no number of a word",
        "Words are numbered 1, 2, 3 …, contractions as 1-2.")
    }
    let misc = cells[9].split(separator: "|")
    rows.append(
      Row(
        ids: first...last, form: String(cells[1]), spaceFollows: !misc.contains("SpaceAfter=No"),
        isMultiword: parts.count == 2))
    try checkOrder(number)
  }

  /// Words are numbered without a gap, and a contraction stands before its first word and after the last one's.
  private func checkOrder(_ number: Int) throws(Diagnostic) {
    guard let row = rows.last else { return }
    let before = rows.dropLast()
    let expected = (before.last { !$0.isMultiword }?.ids.upperBound ?? 0) + 1
    guard row.ids.lowerBound == expected else {
      throw fault(
        number, "word \(row.ids.lowerBound) where \(expected) is due",
        "Number the words without a gap.")
    }
    guard row.isMultiword, let last = before.last(where: { $0.isMultiword }) else { return }
    guard last.ids.upperBound < expected else {
      throw fault(number, "two contractions overlap", "Give each word to one contraction at most.")
    }
  }

  mutating func endSentence(_ number: Int) throws(Diagnostic) {
    guard !rows.isEmpty else {
      // Comments with nothing under them, at the file's end or before an empty line, say nothing of a word.
      comments.removeAll { !$0.isNewDocument && !$0.isNewParagraph }
      return
    }
    let words = rows.last { !$0.isMultiword }?.ids.upperBound ?? 0
    if let open = rows.last(where: { $0.isMultiword }), open.ids.upperBound > words {
      throw fault(
        number, "the contraction '\(open.form)' has no word \(open.ids.upperBound)",
        "Give the sentence all words of the contraction.")
    }
    if comments.contains(where: { $0.isNewDocument }) { endDocument() }
    if current == nil { current = Builder(name: Self.name(in: comments) ?? file) }
    current?.begin(
      newParagraph: comments.contains { $0.isNewDocument || $0.isNewParagraph }, comments: comments)
    var i = 0
    while i < rows.count {
      if rows[i].isMultiword, case let end = i + 1 + rows[i].ids.count, end <= rows.count {
        current?.add(
          rows[i].form, words: rows[(i + 1)..<end].map(\.form), space: rows[i].spaceFollows)
        i = end
      } else {
        current?.add(rows[i].form, words: [], space: rows[i].spaceFollows)
        i += 1
      }
    }
    current?.endSentence()
    rows = []
    comments = []
  }

  mutating func endDocument() {
    if let current, !current.tokens.spans.isEmpty { documents.append(current.finished(path: file)) }
    current = nil
  }

  private static func name(in comments: [String]) -> String? {
    guard let line = comments.first(where: { $0.isNewDocument }),
      let sign = line.firstIndex(of: "=")
    else {
      return nil
    }
    let name = line[line.index(after: sign)...].drop { $0 == " " }
    return name.isEmpty ? nil : String(name)
  }

  private func fault(_ line: Int, _ problem: String, _ remedy: String) -> Diagnostic {
    Diagnostic(file: file, line: line, problem: problem, remedy: remedy)
  }
}

extension String {
  fileprivate var isNewDocument: Bool { isComment("newdoc") }
  fileprivate var isNewParagraph: Bool { isComment("newpar") }

  /// Whether the line is `# key` or `# key = value` or `# key id = value`.
  private func isComment(_ key: String) -> Bool {
    let rest = dropFirst().drop { $0 == " " }
    guard rest.hasPrefix(key) else { return false }
    let behind = rest.dropFirst(key.count)
    return behind.isEmpty || behind.first == " "
  }
}

/// A document under construction.
private struct Builder {
  let name: String
  var tokens = Tokens()

  private var text: [UInt8] = []
  private var sentences: [Sentence] = []
  private var words: [MultiwordToken] = []
  private var comments: [[String]] = []
  private var blocks: [Article.Block] = []
  private var spaceIsDue = false
  private var firstToken = 0
  private var beginsBlock = true

  init(name: String) { self.name = name }

  mutating func begin(newParagraph: Bool, comments: [String]) {
    beginsBlock = newParagraph || sentences.isEmpty
    if beginsBlock, !text.isEmpty {
      text.append(contentsOf: "\n\n".utf8)
      spaceIsDue = false
    }
    firstToken = tokens.count
    self.comments.append(comments)
  }

  mutating func add(_ form: String, words parts: [String], space: Bool) {
    if spaceIsDue { text.append(UInt8(ascii: " ")) }
    let start = text.count
    text.append(contentsOf: form.utf8)
    spaceIsDue = space
    let whole = TextSpan(start, text.count)
    guard !parts.isEmpty else {
      tokens.spans.append(whole)
      tokens.forms.append(form)
      return
    }
    let first = tokens.count
    // Parts that are not in the text letter for letter share the span of the whole.
    let areLetters = parts.joined().utf8.elementsEqual(form.utf8)
    var offset = start
    for part in parts {
      tokens.spans.append(areLetters ? TextSpan(offset, offset + part.utf8.count) : whole)
      tokens.forms.append(part)
      offset += part.utf8.count
    }
    words.append(MultiwordToken(tokens: first..<tokens.count, span: whole, form: form))
  }

  mutating func endSentence() {
    guard firstToken < tokens.count else { return }
    let span = TextSpan(tokens.spans[firstToken].start, tokens.spans[tokens.count - 1].end)
    sentences.append(
      Sentence(
        tokens: firstToken..<tokens.count, span: span, beginsBlock: beginsBlock, isHeading: false))
    if beginsBlock {
      blocks.append(.init(.paragraph, span))
    } else if let last = blocks.indices.last {
      blocks[last].span.end = span.end
    }
  }

  func finished(path: String) -> CoNLLUDocument {
    var tokens = tokens
    tokens.fillNeutral()
    let article = Article(
      document: name, path: path, text: String(decoding: text, as: UTF8.self), textHash: "",
      blocks: blocks)
    return CoNLLUDocument(
      article: article, tokens: tokens, sentences: sentences, words: words, comments: comments)
  }
}
