public import SourceText

/// One article: its text, what is known about it, and its blocks as spans of the text.
public struct Article: Sendable, Hashable {
  /// A part of the article that is a unit of its own: a sentence never runs from one into the next.
  public struct Block: Sendable, Hashable {
    public enum Kind: String, Sendable { case title, heading, paragraph, quote, caption, item }

    public var kind: Kind
    /// UTF-8 bytes of the article's text.
    public var span: TextSpan

    public init(_ kind: Kind, _ span: TextSpan) {
      self.kind = kind
      self.span = span
    }
  }

  /// The name of the document: the URL where known, else the path relative to the folder named, else `stdin`.
  public var document: String
  /// The path as given, for messages.
  public var path: String
  /// SHA-256 of the text's UTF-8 bytes, 64 hexadecimal digits.
  public var textHash: String
  public var title: String?
  public var outlet: String?
  public var author: String?
  /// `YYYY-MM-DD`.
  public var date: String?
  public var url: String?
  public var text: String
  public var blocks: [Block]

  public init(
    document: String, path: String, text: String, textHash: String, blocks: [Block],
    title: String? = nil, outlet: String? = nil, author: String? = nil, date: String? = nil,
    url: String? = nil
  ) {
    self.document = document
    self.path = path
    self.text = text
    self.textHash = textHash
    self.blocks = blocks
    self.title = title
    self.outlet = outlet
    self.author = author
    self.date = date
    self.url = url
  }
}
