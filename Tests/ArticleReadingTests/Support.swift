import ArticleReading
import Foundation
import SourceText

/// A folder of its own for each test, gone when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    let base = FileManager.default.temporaryDirectory
      .appendingPathComponent("articles-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: base, withIntermediateDirectories: true)
    path = base.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file, with the folders above it, and gives its path.
  @discardableResult
  func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let place = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(Array(bytes)).write(to: place)
    return place.path
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(text.utf8, to: name) }
}

/// What a reader gives for some paths.
func read(_ paths: [String], options: ReadingOptions = ReadingOptions()) -> [Result<
  Article, Diagnostic
>] {
  Array(ArticleReader(ArticleList(paths), options: options))
}

extension [Result<Article, Diagnostic>] {
  var articles: [Article] { compactMap { try? $0.get() } }

  var problems: [Diagnostic] {
    compactMap { result in
      if case .failure(let diagnostic) = result { return diagnostic }
      return nil
    }
  }
}

extension Article {
  /// Every block, as `kind: text`.
  var shownBlocks: [String] { blocks.map { "\($0.kind.rawValue): \(text[$0.span])" } }
}
