import ArgumentParser
import SourceText
import StanceEvaluation
import StanceModel

struct Eval: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "How well the statements agree with what people coded by hand.",
    discussion: """
      The folder of gold holds NAME.stances.jsonl (and NAME.relations.jsonl) for an article NAME.txt. In its place \
      stands a table of coded statements as the Discourse Network Analyzer (DNA) exports it, an event list; its \
      concepts are issues, or those of a codebook. Articles without gold are passed over. docs/evaluation.md \
      describes lines, tables and every figure.

      EXAMPLES
        stancegraph eval --gold coded articles/
        stancegraph eval --gold coded articles/ --errors
        stancegraph eval --gold events.csv --issues codebook.tsv articles/
        stancegraph eval --gold events.csv --column concept=claim articles/
      """)

  @Argument(help: "Files and folders of articles, or a folder that 'build' wrote.")
  var articles: [String]

  @Option(help: "What was coded by hand: a folder, or an event list of DNA.")
  var gold: String

  @Option(
    name: .customLong("column"),
    help: ArgumentHelp(
      "A column of the event list by its own header, such as concept=claim; may be repeated.",
      valueName: "column=header"))
  var columns: [String] = []

  @Flag(help: "List every error with its class and its words.")
  var errors = false

  @Flag(help: "The figures of each article, too.")
  var each = false

  @OptionGroup var reading: ReaderOptions

  func run() throws {
    try Messages.reporting {
      var collection = try Collection(articles, options: reading)
      let coded = try CodedGold(
        gold, renamed: try renamed(), for: &collection, options: reading.analysis)
      let statements = Dictionary(grouping: collection.statements, by: \.document)
      let relations = Dictionary(grouping: collection.relations, by: \.document)
      var scores: [ArticleScore] = []
      for (index, record) in collection.documents.enumerated() {
        guard let gold = coded.gold[index] else { continue }
        scores.append(
          ArticleScore(
            document: record.document, gold: gold, statements: statements[record.document] ?? [],
            relations: relations[record.document] ?? [], by: coded.agreement))
      }
      guard !scores.isEmpty else {
        throw Diagnostic(
          .noInput, file: gold, problem: "none of the articles has gold here",
          remedy:
            "The gold of NAME.txt is NAME.stances.jsonl; a row of an event list has the article's title or its file's name."
        )
      }
      let file = try OutputFile("-")
      try file.write(coded.preface)
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

  /// The headers of the event list that the user names.
  private func renamed() throws -> [EventList.Column: String] {
    var renamed: [EventList.Column: String] = [:]
    for name in columns {
      let parts = name.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let column = EventList.Column(rawValue: String(parts[0])) else {
        let known = EventList.Column.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--column takes COLUMN=HEADER, where COLUMN is one of \(known).")
      }
      renamed[column] = String(parts[1])
    }
    return renamed
  }
}
