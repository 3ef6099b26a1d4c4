public import SourceText

/// Text in UTF-8, or in UTF-16 with a byte order mark.
///
/// From UTF-8 nothing is removed: byte order mark, CR and control characters stay and count as
/// white space, so that offsets are those of the file.
public struct PlainText: ArticleFormat {
  public static let name = "text"
  public static let fileExtensions = ["txt", "text"]

  public static func canRead(_ file: InputFile) -> Bool { true }

  public init() {}

  /// The blocks of a text, as they are found where nothing but the text is known.
  public static func blocks(of text: String) -> [Article.Block] { TextStructure(text).blocks }

  public func articles(in file: InputFile) throws(Diagnostic)
    -> AnyIterator<Result<ArticleDraft, Diagnostic>>
  {
    let place = InputFile.displayName(file.path)
    let bytes = try file.readAll(limit: largestArticle)
    let text = try TextDecoding.text(bytes, file: place)
    let structure = TextStructure(text)
    let draft = ArticleDraft(
      text: text, blocks: structure.blocks, metadata: ArticleMetadata(title: structure.title))
    return AnyIterator(CollectionOfOne(.success(draft)).makeIterator())
  }
}
