import ArgumentParser
import Foundation
import SourceText
import StanceEvaluation
import StanceGraphKit
import StanceModel
import StanceReading

struct Eval: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "How well the statements agree with what people coded by hand.",
    discussion: """
      The folder of gold holds NAME.stances.jsonl (and NAME.relations.jsonl) for an article NAME.txt; \
      docs/evaluation.md describes their lines and every figure. Articles without gold are passed over.

      EXAMPLES
        stancegraph eval --gold coded articles/
        stancegraph eval --gold coded articles/ --errors
      """)

  @Argument(help: "Files and folders of articles, or a folder that 'build' wrote.")
  var articles: [String]

  @Option(help: "The folder of what was coded by hand.")
  var gold: String

  @Flag(help: "List every error with its class and its words.")
  var errors = false

  @Flag(help: "The figures of each article, too.")
  var each = false

  @OptionGroup var reading: ReaderOptions

  func run() throws {
    try Messages.reporting {
      guard FileManager.default.fileExists(atPath: gold) else {
        throw Diagnostic(
          .noInput, file: gold, problem: "there is no such folder",
          remedy: "Name the folder that holds NAME.stances.jsonl for NAME.txt.")
      }
      var collection = try Collection(articles, options: reading)
      let agreement = try agreement()
      var scores: [ArticleScore] = []
      let statements = Dictionary(grouping: collection.statements, by: \.document)
      let relations = Dictionary(grouping: collection.relations, by: \.document)
      for record in collection.documents {
        let path = gold + "/" + FileNames.stem(record.document) + ".stances.jsonl"
        guard FileManager.default.fileExists(atPath: path) else { continue }
        let coded = try Gold(path: path, text: record.text)
        for fault in coded.faults { collection.failures.add(fault) }
        scores.append(
          ArticleScore(
            document: record.document, gold: coded, statements: statements[record.document] ?? [],
            relations: relations[record.document] ?? [], by: agreement))
      }
      guard !scores.isEmpty else {
        throw Diagnostic(
          .noInput, file: gold, problem: "none of the articles has gold here",
          remedy: "The gold of NAME.txt is NAME.stances.jsonl.")
      }
      let file = try OutputFile("-")
      if each || errors {
        for score in scores {
          try file.write("\(score.document)\n")
          if each { try file.write(ScoreTable.counts(ScoreSummary([score]))) }
          if errors { try file.write(ScoreTable.errors(of: score)) }
        }
      }
      try file.write(ScoreTable.text(scores))
      try file.finish()
      try collection.failures.end(articlesRead: collection.documents.count)
    }
  }

  /// What counts as the same: by the coders' own list of issues where it stands beside the gold.
  private func agreement() throws -> Agreement {
    let page = gold + "/ISSUES.md"
    if let data = FileManager.default.contents(atPath: page) {
      return Agreement(issuesPage: String(decoding: data, as: UTF8.self))
    }
    let tables = try reading.analysis.tables()
    return Agreement(symmetric: Set(tables.issues.issues.filter(\.isSymmetric).map(\.slug)))
  }
}
