import ArgumentParser
import ArticleReading
import Foundation
import SourceText
import StanceGraphKit
import StanceReading

/// The options of every command that opens articles.
struct ArticleOptions: ParsableArguments {
  @Option(help: "What the files are: text, html or jsonl. (default: by extension)")
  var input: String?

  @Option(help: "The date of articles that do not tell theirs, YYYY-MM-DD.")
  var date: String?

  func articles(_ paths: [String]) throws -> (list: ArticleList, reader: ArticleReader) {
    let list = ArticleList(paths)
    return (list, ArticleReader(list, options: try ReadingOptions(input: input, date: date)))
  }
}

/// The options of every command that analyses language.
struct AnalysisOptions: ParsableArguments {
  @Option(
    name: .customLong("ontology"),
    help: "A folder of tables that overlay the ontology that ships; may be repeated.")
  var ontologies: [String] = []

  @Option(
    help: ArgumentHelp(
      "A codebook of your own (id, label, patterns, broader) instead of the issues; positions on anything else are left out.",
      valueName: "codebook"))
  var issues: String?

  @Option(help: "The encoder's weights, where they are not beside the program.")
  var weights: String?

  func reader(minimumConfidence: Double? = nil) throws -> Reader {
    try Reader(
      ontology: ontologies, weights: weights, codebook: issues, minimumConfidence: minimumConfidence
    )
  }

  /// The tables of stances alone, without the encoder.
  func tables() throws -> StanceTables {
    try StanceTables(directories: Reader.ontologyFolders(overlays: ontologies), codebook: issues)
  }
}

/// The options of every command that reads statements.
struct ReaderOptions: ParsableArguments {
  @OptionGroup var article: ArticleOptions
  @OptionGroup var analysis: AnalysisOptions

  @Option(help: "Leave out statements below this confidence, 0 to 1.")
  var minConfidence: Double?

  @Option(help: "The number of articles read at once. (default: the number of cores)")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on.") }
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence takes a number from 0 to 1.")
    }
  }

  var ontologies: [String] { analysis.ontologies }

  var jobCount: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  func reader() throws -> Reader { try analysis.reader(minimumConfidence: minConfidence) }

  func articles(_ paths: [String]) throws -> (list: ArticleList, reader: ArticleReader) {
    try article.articles(paths)
  }
}
