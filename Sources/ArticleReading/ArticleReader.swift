import Crypto
public import SourceText

/// What a user may say about the articles to be read.
public struct ReadingOptions: Sendable {
  /// The format of all files; nil finds it out for each.
  public var input: (any ArticleFormat.Type)?
  /// The day of all articles, `YYYY-MM-DD`; nil takes it from each.
  public var date: String?

  public init() {}

  /// - Parameters:
  ///   - input: the name of a format (`text`, `html`, `jsonl`); nil finds it out for each file.
  ///   - date: a day, in any form that a page may have it in; nil takes it from each article.
  /// - Throws: `Diagnostic` of kind `.usage` where there is no such format or day.
  public init(input: String?, date: String? = nil) throws(Diagnostic) {
    if let input {
      guard let format = articleFormats.first(where: { $0.name == input }) else {
        let names = articleFormats.map { $0.name }.sorted().joined(separator: ", ")
        throw Diagnostic(
          .usage, file: "--input", problem: "“\(input)” is no kind of article",
          remedy: "Give one of: \(names).")
      }
      self.input = format
    }
    if let date {
      guard let known = CalendarDate(metadata: date) else {
        throw Diagnostic(
          .usage, file: "--date", problem: "“\(date)” is no day of the calendar",
          remedy: "Write it as year, month and day: 2025-02-12.")
      }
      self.date = known.description
    }
  }
}

/// Reads articles one by one, in the order of the list; only the one being read is in memory.
///
/// What fails comes as a `Diagnostic` in its place, and the others still follow:
///
///     for result in ArticleReader(ArticleList(["articles/"])) {
///       switch result {
///       case .success(let article): …
///       case .failure(let diagnostic): …
///       }
///     }
///
/// An article's day is that of the options, else of its metadata, else of its file's name, else of
/// its dateline. No two articles of one reader share a name: where two would (`a/x.txt` and
/// `b/x.txt`, each named by itself; a page saved twice), the later one has its path, or its path
/// and a number.
public struct ArticleReader: Sequence, IteratorProtocol {
  /// How many entries of the list were begun; for a progress line.
  public private(set) var position = 0

  private let entries: [ArticleList.Entry]
  private let options: ReadingOptions
  private var names: Set<String> = []
  private var current: (file: InputFile, drafts: AnyIterator<Result<ArticleDraft, Diagnostic>>)?

  public init(_ list: ArticleList, options: ReadingOptions = ReadingOptions()) {
    entries = list.entries
    self.options = options
  }

  public mutating func next() -> Result<Article, Diagnostic>? {
    while true {
      if let (file, drafts) = current {
        switch drafts.next() {
        case .success(let draft): return finished(draft, of: file)
        case .failure(let diagnostic): return .failure(diagnostic)
        case nil: current = nil
        }
      }
      guard position < entries.count else { return nil }
      let entry = entries[position]
      position += 1
      switch entry {
      case .problem(let diagnostic): return .failure(diagnostic)
      case .file(let path, let name):
        do {
          let file = try InputFile(path: path, name: name)
          let format = options.input ?? articleFormats.first { $0.canRead(file) } ?? PlainText.self
          current = (file, try format.init().articles(in: file))
        } catch {
          return .failure(error)
        }
      }
    }
  }

  private mutating func finished(_ draft: ArticleDraft, of file: InputFile)
    -> Result<Article, Diagnostic>
  {
    let place = InputFile.displayName(file.path)
    guard !draft.blocks.isEmpty else {
      return .failure(
        Diagnostic(
          file: place, line: draft.line, problem: "the article is empty",
          remedy: "Put its text there, or leave the file out."))
    }
    guard draft.text.utf8.count <= largestArticle else {
      return .failure(InputFile.tooLarge(file.path, largestArticle).at(line: draft.line))
    }
    let metadata = draft.metadata
    return .success(
      Article(
        document: name(draft, of: file), path: place, text: draft.text,
        textHash: Self.hash(draft.text), blocks: draft.blocks, title: metadata.title,
        outlet: metadata.outlet, author: metadata.author,
        date: options.date ?? metadata.date ?? Self.date(draft, of: file), url: metadata.url))
  }

  private mutating func name(_ draft: ArticleDraft, of file: InputFile) -> String {
    let own = draft.line.map { "\(file.name)#\($0)" } ?? file.name
    let path = draft.line.map { "\(file.path)#\($0)" } ?? file.path
    for name in [draft.metadata.url ?? draft.document ?? own, own, path]
    where names.insert(name).inserted {
      return name
    }
    var number = 2
    while !names.insert("\(path)#\(number)").inserted { number += 1 }
    return "\(path)#\(number)"
  }

  private static func date(_ draft: ArticleDraft, of file: InputFile) -> String? {
    // The name of a file of many articles is of none of them.
    let isOwnFile = draft.line == nil && !file.isStandardInput
    if isOwnFile, let date = FileNameDate.date(in: file.name) { return date.description }
    let top = draft.blocks.prefix(8).map { draft.text[$0.span] }
    return DateLine.date(in: top, year: isOwnFile ? FileNameDate.year(in: file.name) : nil)?
      .description
  }

  /// SHA-256 of the UTF-8 bytes, 64 hexadecimal digits.
  static func hash(_ text: String) -> String {
    var hash = SHA256()
    var text = text
    text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    let digits = Array("0123456789abcdef".utf8)
    var hexadecimal: [UInt8] = []
    for byte in hash.finalize() {
      hexadecimal.append(digits[Int(byte >> 4)])
      hexadecimal.append(digits[Int(byte & 15)])
    }
    return String(decoding: hexadecimal, as: UTF8.self)
  }
}
