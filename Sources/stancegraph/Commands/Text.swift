import ArgumentParser
import ArticleReading
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

  @OptionGroup var reading: ReaderOptions

  func run() throws {
    try Messages.reporting {
      var failures = Failures()
      var count = 0
      let file = try OutputFile("-")
      for result in try reading.articles(articles).reader {
        switch result {
        case .success(let article):
          count += 1
          switch format {
          case .text: try file.write(article.text + "\n")
          case .jsonl: try file.write(ArticleLines.line(article) + "\n")
          }
        case .failure(let diagnostic): failures.add(diagnostic)
        }
      }
      try file.finish()
      try failures.end(articlesRead: count)
    }
  }
}
