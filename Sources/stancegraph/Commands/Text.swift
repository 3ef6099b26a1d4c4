import ArgumentParser
import ArticleReading
import Foundation
import SourceText
import StanceGraphKit

struct Text: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The text and metadata that are read of each article.",
    discussion: """
      EXAMPLES
        stancegraph text page.html
        stancegraph text pages/ --format jsonl > articles.jsonl
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, jsonl }

  @Argument(help: "Files and folders of articles; - is standard input.")
  var articles: [String]

  @Option(help: "text or jsonl.")
  var format: Format = .text

  @OptionGroup var options: ArticleOptions

  func run() throws {
    try Messages.reporting {
      var failures = Failures()
      var count = 0
      let file = try OutputFile("-")
      for result in try options.articles(articles).reader {
        switch result {
        case .success(let article):
          count += 1
          switch format {
          case .text: try file.write(article.text + "\n")
          case .jsonl: try file.write(Self.line(article) + "\n")
          }
        case .failure(let diagnostic): failures.add(diagnostic)
        }
      }
      try file.finish()
      try failures.end(articlesRead: count)
    }
  }

  /// `{"path","document","title","outlet","author","date","url","language","text"}`.
  private static func line(_ article: Article) throws -> String {
    let object = Line(
      path: article.path, document: article.document, title: article.title,
      outlet: article.outlet, author: article.author, date: article.date, url: article.url,
      text: article.text)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(object), as: UTF8.self)
  }

  private struct Line: Encodable {
    var path: String
    var document: String
    var title: String?
    var outlet: String?
    var author: String?
    var date: String?
    var url: String?
    var language = "en"
    var text: String
  }
}
