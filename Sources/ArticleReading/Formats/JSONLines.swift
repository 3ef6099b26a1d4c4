public import SourceText

/// One JSON object a line, with the article in `text` and, where known, `title`, `outlet`,
/// `author`, `date`, `url` and `document`; what `text --format jsonl` writes can be read again.
public struct JSONLines: ArticleFormat {
  public static let name = "jsonl"
  public static let fileExtensions = ["jsonl", "ndjson"]

  public static func canRead(_ file: InputFile) -> Bool {
    fileExtensions.contains(file.fileExtension)
  }

  public init() {}

  public func articles(in file: InputFile) throws(Diagnostic)
    -> AnyIterator<Result<ArticleDraft, Diagnostic>>
  {
    if let kind = BinaryData.kind(of: file.head) {
      throw BinaryData.diagnostic(kind, file: InputFile.displayName(file.path))
    }
    var line = 0
    var failed = false
    return AnyIterator {
      while !failed {
        line += 1
        do {
          // Escapes may double the length of a text.
          guard let next = try file.readLine(limit: 2 * largestArticle) else { return nil }
          guard next.isWhole else {
            throw InputFile.tooLarge(file.path, largestArticle).at(line: line)
          }
          if let draft = try Self.draft(next.bytes, line: line, path: file.path) {
            return .success(draft)
          }
        } catch let diagnostic as Diagnostic {
          failed = diagnostic.kind == .inputOutput
          return .failure(diagnostic)
        } catch {
          failed = true
        }
      }
      return nil
    }
  }

  /// The article of one line; nil where the line is blank.
  private static func draft(_ bytes: [UInt8], line: Int, path: String) throws(Diagnostic)
    -> ArticleDraft?
  {
    let file = InputFile.displayName(path)
    var bytes = bytes[...]
    if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if bytes.allSatisfy({ $0 <= 0x20 }) { return nil }
    let source = try TextDecoding.utf8(Array(bytes), file: file, firstLine: line)
    let value: JSONValue
    do {
      value = try JSONValue(parsing: source)
    } catch {
      throw malformed(file, line, error.description)
    }
    guard case .object(let members) = value else {
      throw malformed(file, line, "this is no object")
    }
    func field(_ name: String) throws(Diagnostic) -> String? {
      switch members.last(where: { $0.name == name })?.value {
      case nil, .null?: return nil
      case .string(let string)?: return TextStructure.isBlank(string) ? nil : string
      case .number(let digits)?: return digits
      default: throw malformed(file, line, "“\(name)” is no string")
      }
    }
    guard let text = try field("text") else {
      throw Diagnostic(
        file: file, line: line, problem: "the article is empty",
        remedy: "Give its words in the field “text”, or remove the line.")
    }
    var date: String?
    if let written = try field("date") {
      guard let known = CalendarDate(metadata: written) else {
        throw Diagnostic(
          file: file, line: line, problem: "“\(written)” is no date",
          remedy: "Write it as year, month and day: 2025-02-12.")
      }
      date = known.description
    }
    let structure = TextStructure(text)
    let title = try field("title")
    return ArticleDraft(
      text: text, blocks: structure.blocks,
      metadata: ArticleMetadata(
        title: title ?? structure.title, outlet: try field("outlet"), author: try field("author"),
        date: date, url: try field("url")),
      line: line, document: try field("document"))
  }

  private static func malformed(_ file: String, _ line: Int, _ reason: String) -> Diagnostic {
    Diagnostic(
      file: file, line: line, problem: "no article in JSON: \(reason)",
      remedy: "Each line is one object, such as {\"text\": \"…\", \"date\": \"2025-02-12\"}.")
  }
}

extension Diagnostic {
  /// The same at a line.
  func at(line: Int?) -> Diagnostic {
    var copy = self
    copy.line = line
    return copy
  }
}
