import ArgumentParser
import ArticleReading
import LanguageAnalysis
import SourceText
import StanceGraphKit

struct Annotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The language analysis: tokens, parse, names, quotations.",
    discussion: """
      EXAMPLES
        stancegraph annotate article.txt > article.conllu
        stancegraph annotate --format json articles/
        stancegraph annotate --pretokenized treebank.conllu
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case conllu, json }

  @Argument(help: "Files and folders of articles; - is standard input.")
  var articles: [String]

  @Option(help: "conllu or json.")
  var format: Format = .conllu

  @Flag(help: "The files are CoNLL-U; all columns but ID and FORM are filled anew.")
  var pretokenized = false

  @OptionGroup var reading: ReaderOptions

  func run() throws {
    try Messages.reporting {
      let reader = try reading.reader()
      let file = try OutputFile("-")
      var failures = Failures()
      var count = 0
      if pretokenized {
        for path in articles {
          do {
            try Pretokenized.annotate(path, with: reader, asJSON: format == .json, to: file)
            count += 1
          } catch let diagnostic as Diagnostic {
            failures.add(diagnostic)
          }
        }
      } else {
        for result in try reading.articles(articles).reader {
          switch result {
          case .success(let article):
            count += 1
            let analysis = reader.analysis(of: article)
            try file.write(format == .json ? analysis.json : analysis.conllu)
          case .failure(let diagnostic): failures.add(diagnostic)
          }
        }
      }
      try file.finish()
      try failures.end(articlesRead: count)
    }
  }
}
