public import SourceText

/// What an article says about itself, as far as it does.
public struct ArticleMetadata: Sendable, Hashable {
  public var title: String?
  public var outlet: String?
  public var author: String?
  /// `YYYY-MM-DD`.
  public var date: String?
  public var url: String?

  public init(
    title: String? = nil, outlet: String? = nil, author: String? = nil, date: String? = nil,
    url: String? = nil
  ) {
    self.title = title
    self.outlet = outlet
    self.author = author
    self.date = date
    self.url = url
  }
}

/// What a format reads of an article; `ArticleReader` adds its name, its hash and a date from elsewhere.
public struct ArticleDraft: Sendable, Hashable {
  public var text: String
  /// In text order, not empty, without white space at their ends.
  public var blocks: [Article.Block]
  public var metadata: ArticleMetadata
  /// The line of the file it stands on, where a file has several articles.
  public var line: Int?
  /// The name it was given before, where the file says so.
  public var document: String?

  public init(
    text: String, blocks: [Article.Block], metadata: ArticleMetadata = ArticleMetadata(),
    line: Int? = nil, document: String? = nil
  ) {
    self.text = text
    self.blocks = blocks
    self.metadata = metadata
    self.line = line
    self.document = document
  }
}

/// Reads the articles of one kind of file.
public protocol ArticleFormat: Sendable {
  /// The name that a user types after `--input`.
  static var name: String { get }
  /// In lower case, without the full stop. In a folder, only files with one of these are read.
  static var fileExtensions: [String] { get }
  /// Whether the file is of this kind, by its extension or its first bytes; cheap and certain.
  static func canRead(_ file: InputFile) -> Bool
  init()
  /// The articles of the file in its order, one by one, so that a large file is never whole in
  /// memory; or, in place of one, why it can't be read.
  /// - Throws: `Diagnostic` where nothing of the file can be read.
  func articles(in file: InputFile) throws(Diagnostic)
    -> AnyIterator<Result<ArticleDraft, Diagnostic>>
}

/// Every format; the first that can read a file reads it, so plain text, which takes all, is last.
/// A new format is one file and one line here.
public let articleFormats: [any ArticleFormat.Type] = [
  JSONLines.self, HTMLPage.self, PlainText.self,
]

/// The most bytes that the text of one article may have.
///
/// More than a million words: it is no article but a collection, in which names and quotations of
/// unrelated texts would be mixed up.
public let largestArticle = 8 << 20
