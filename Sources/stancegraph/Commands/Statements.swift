import ArgumentParser
import Foundation
import SourceText
import StanceGraphKit
import StanceModel

struct Statements: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The table of statements: who, which way, on what, in which words.",
    discussion: """
      EXAMPLES
        stancegraph statements article.txt
        stancegraph statements articles/ --format jsonl --relations > statements.jsonl
        stancegraph statements out --format csv
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, jsonl, csv }

  @Argument(
    help: "Files and folders of articles, or a folder that 'build' wrote; - is standard input.")
  var articles: [String]

  @Option(help: "table, jsonl or csv.")
  var format: Format = .table

  @Flag(help: "With jsonl: relations too.")
  var relations = false

  @Flag(help: "With jsonl: how each was read.")
  var trace = false

  @Option(
    name: [.short, .long],
    help: "A folder for one NAME.jsonl an article. (default: standard output)")
  var output: String?

  @OptionGroup var reading: ReaderOptions

  func run() throws {
    try Messages.reporting {
      let collection = try Collection(articles, options: reading)
      let lines = lines(of: collection)
      if let output {
        try OutputFile.makeFolder(output)
        let names = FileNames.distinct(
          collection.documents.map { FileNames.stem($0.document) }, ending: ".jsonl")
        for (record, name) in zip(collection.documents, names) {
          let own = lines[record.document] ?? []
          try OutputFile.write(own.map { $0 + "\n" }.joined(), to: output + "/" + name)
        }
      } else {
        let file = try OutputFile("-")
        switch format {
        case .jsonl:
          for record in collection.documents {
            for line in lines[record.document] ?? [] { try file.write(line + "\n") }
          }
        case .csv: try file.write(StatementTable.csv(collection.statements))
        case .table: try file.write(StatementTable.text(collection.statements))
        }
        try file.finish()
      }
      try collection.failures.end(articlesRead: collection.documents.count)
    }
  }

  /// The lines of each document, by its name.
  private func lines(of collection: Collection) -> [String: [String]] {
    var lines: [String: [String]] = [:]
    for statement in Statement.sorted(collection.statements) {
      lines[statement.document, default: []].append(StatementLines.line(statement, trace: trace))
    }
    if relations {
      for relation in Relation.sorted(collection.relations) {
        lines[relation.document, default: []].append(StatementLines.line(relation))
      }
    }
    return lines
  }
}
