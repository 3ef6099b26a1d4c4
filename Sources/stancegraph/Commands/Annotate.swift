import ArgumentParser
import ArticleReading
import Foundation
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

  @OptionGroup var options: ArticleOptions
  @OptionGroup var analysis: AnalysisOptions

  func run() throws {
    try Messages.reporting {
      let reader = try analysis.reader()
      let file = try OutputFile("-")
      var failures = Failures()
      var count = 0
      func write(
        _ document: Document, _ words: [MultiwordToken], comments: [[String]] = []
      ) throws {
        switch format {
        case .json: try file.write(AnnotationJSON().write(document) + "\n")
        case .conllu:
          try file.write(
            CoNLLUWriter().write(document, multiwordTokens: words, comments: comments))
        }
      }
      if pretokenized {
        for path in articles {
          do {
            for given in try CoNLLUReader().read(try Self.text(of: path), file: path) {
              var document = Document(article: given.article)
              document.tokens = given.tokens
              document.sentences = given.sentences
              reader.complete(&document)
              try write(document, given.words, comments: given.comments)
            }
            count += 1
          } catch let diagnostic as Diagnostic where diagnostic.kind != .inputOutput {
            failures.add(diagnostic)
          }
        }
      } else {
        for result in try options.articles(articles).reader {
          switch result {
          case .success(let article):
            count += 1
            let (document, words) = reader.analyse(article)
            try write(document, words)
          case .failure(let diagnostic): failures.add(diagnostic)
          }
        }
      }
      try file.finish()
      try failures.end(articlesRead: count)
    }
  }

  private static func text(of path: String) throws -> String {
    let data =
      path == "-"
      ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: path)
    guard let data else {
      throw Diagnostic(
        .noInput, file: path, problem: "the file can't be read", remedy: "Correct the path.")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Diagnostic(
        file: path, problem: "the file is not UTF-8", remedy: "Save it as UTF-8 text.")
    }
    return text
  }
}
