public import SourceText

/// A saved web page: the main text of its article, and what it says of it.
///
/// Offsets are those of the extracted text: a block a line, white space collapsed.
public struct HTMLPage: ArticleFormat {
  public static let name = "html"
  public static let fileExtensions = ["html", "htm", "xhtml", "shtml"]

  /// The most bytes that a page may have: its tree takes many times as much memory.
  static let largestPage = 16 << 20

  public static func canRead(_ file: InputFile) -> Bool {
    if fileExtensions.contains(file.fileExtension) { return true }
    if file.isStandardInput { return firstCharacter(file.head) == UInt8(ascii: "<") }
    if PlainText.fileExtensions.contains(file.fileExtension) { return false }
    let start = String(decoding: file.head.prefix(512), as: UTF8.self).lowercased()
    return firstCharacter(file.head) == UInt8(ascii: "<")
      && (start.contains("<!doctype html") || start.contains("<html"))
  }

  public init() {}

  public func articles(in file: InputFile) throws(Diagnostic)
    -> AnyIterator<Result<ArticleDraft, Diagnostic>>
  {
    let place = InputFile.displayName(file.path)
    let bytes = try file.readAll(limit: Self.largestPage)
    let source = try PageEncoding.text(of: bytes, file: place)
    let draft = try Self.article(in: source, file: place)
    return AnyIterator(CollectionOfOne(.success(draft)).makeIterator())
  }

  static func article(in source: String, file: String) throws(Diagnostic) -> ArticleDraft {
    if TextStructure.isBlank(source) {
      throw Diagnostic(
        file: file, problem: "the article is empty", remedy: "Save the page again, or remove it.")
    }
    let tree = HTMLTree(source)
    var metadata = PageMetadata(tree)
    let page = PageBlocks(tree)
    let main = MainText(page, metadata: metadata)
    guard main.parts.contains(where: { $0.kind != .title && $0.kind != .heading }) else {
      throw Diagnostic(
        file: file, problem: "no article text in this page",
        remedy:
          "If a program in the page loads the text, open it in a browser and save it from there.")
    }
    if metadata.author == nil { metadata.author = ShownMetadata.author(page, main) }
    if metadata.date == nil { metadata.date = ShownMetadata.date(page, main) }
    if metadata.date == nil, let url = metadata.url {
      metadata.date = FileNameDate.date(inAddress: url)
    }
    var bytes: [UInt8] = []
    var blocks: [Article.Block] = []
    for part in main.parts {
      if !bytes.isEmpty { bytes.append(0x0A) }
      let start = bytes.count
      bytes.append(contentsOf: part.text.utf8)
      blocks.append(Article.Block(part.kind, TextSpan(start, bytes.count)))
    }
    guard bytes.count <= largestArticle else { throw InputFile.tooLarge(file, largestArticle) }
    return ArticleDraft(
      text: String(decoding: bytes, as: UTF8.self), blocks: blocks,
      metadata: ArticleMetadata(
        title: main.title, outlet: metadata.outlet, author: metadata.author,
        date: metadata.date?.description, url: metadata.url))
  }

  /// The first byte that is neither white space nor part of a byte order mark.
  private static func firstCharacter(_ head: [UInt8]) -> UInt8? {
    head.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }
  }
}
