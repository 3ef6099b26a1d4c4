public import ArticleReading

/// A document of a CoNLL-U file: its words as they stand there, ready for analysis.
public struct CoNLLUDocument: Sendable {
  /// The text is put together from the forms and `SpaceAfter=No`; sentences are joined by a space, paragraphs
  /// (`# newpar`) by an empty line and are the blocks. The document's name is that of `# newdoc id`.
  public var article: Article
  /// Forms and spans from the file, the other columns neutral.
  public var tokens: Tokens
  public var sentences: [Sentence]
  public var words: [MultiwordToken]
  /// The comment lines of each sentence, with their `#`.
  public var comments: [[String]]
}
