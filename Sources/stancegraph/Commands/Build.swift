import ArgumentParser
import Foundation
import SourceText
import StanceDrawing
import StanceExports
import StanceGraphKit
import StanceModel
import StanceReading

struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read articles and write the graph: GraphML, DOT, SVG and the statements.",
    discussion: """
      EXAMPLES
        stancegraph build articles/ -o out
        stancegraph build a.txt b.html -o out --date 2025-02-12
        curl -s https://example.org/article | stancegraph build - --input html -o out
      """)

  @Argument(help: "Files and folders of articles; - is standard input.")
  var articles: [String]

  @Option(name: [.short, .long], help: "The folder to write to.")
  var output: String

  @Flag(help: "Write over files that this program did not write.")
  var force = false

  @OptionGroup var reading: ReaderOptions

  func run() throws {
    try Messages.reporting {
      var files = OutputFolder(output, force: force)
      try files.check(["graph.graphml", "graph.dot", "graph.svg", "statements.jsonl"])
      let reader = try reading.reader()
      let collection = try Collection(reading: articles, reader: reader, options: reading)
      guard !collection.documents.isEmpty else {
        try collection.failures.end(articlesRead: 0)
        return
      }
      let graph = try collection.graph(
        directory: OntologyDirectory(
          ontology: reader.ontology, issues: reader.tables.issues,
          date: collection.documents.compactMap(\.date).max()))
      try files.make()
      try files.write(graph, as: JSONLines(options: ExportOptions()), to: "statements.jsonl")
      try files.write(graph, as: GraphML(options: ExportOptions()), to: "graph.graphml")
      try files.writeTexts(of: collection.documents)
      let drawing = Drawing(graph)
      try files.write(drawing.dot.utf8, to: "graph.dot")
      // Without a picture the rest is of use; but an older picture would show another graph.
      var missing: Diagnostic?
      do {
        try files.write(try Graphviz().picture(of: drawing.dot, format: .svg), to: "graph.svg")
      } catch let diagnostic as Diagnostic where diagnostic.kind != .inputOutput {
        Messages.warn(diagnostic)
        missing = diagnostic
      }
      try files.finish()
      if missing != nil { files.removeStale("graph.svg") }
      for note in drawing.notes { Messages.print(note) }
      summarise(graph, failures: collection.failures, drawn: missing == nil)
      if let missing { throw ExitCode(missing.kind.rawValue) }
      try collection.failures.end(articlesRead: collection.documents.count)
    }
  }

  /// Five lines: what was found, and what to open.
  private func summarise(_ graph: StanceGraph, failures: Failures, drawn: Bool) {
    func count(_ number: Int, _ one: String, _ many: String) -> String {
      "\(number) \(number == 1 ? one : many)"
    }
    func nodes(_ kind: GraphNode.Kind) -> Int { graph.nodes.count { $0.kind == kind } }
    let words = graph.documents.reduce(0) {
      $0 + $1.text.split(whereSeparator: \.isWhitespace).count
    }
    let opposed = graph.statements.count { $0.polarity == .oppose }
    let supported = graph.statements.count { $0.polarity == .support }
    let failed = failures.names.isEmpty ? "" : "; not read: \(failures.names)"
    let folder = output.hasSuffix("/") ? String(output.dropLast()) : output
    print(
      "Read \(count(graph.documents.count, "article", "articles")), \(count(words, "word", "words"))\(failed)."
    )
    print(
      "Found \(count(graph.statements.count, "statement", "statements")) (\(supported) support, \(opposed) oppose) "
        + "and \(count(graph.relations.count, "relation", "relations")).")
    print(
      "Between \(count(nodes(.country), "country", "countries")), \(count(nodes(.person), "person", "people")), "
        + "\(count(nodes(.organization), "organisation", "organisations")), "
        + "\(count(nodes(.region), "region", "regions")) on \(count(nodes(.issue), "issue", "issues"))."
    )
    print(
      "Graph: \(folder)/graph.graphml (Gephi, yEd, Cytoscape, networkx), \(folder)/graph.dot (Graphviz)."
    )
    print(
      drawn
        ? "Open \(folder)/graph.svg in a browser; each statement with its sentence is in \(folder)/statements.jsonl."
        : "No picture was drawn; each statement with its sentence is in \(folder)/statements.jsonl."
    )
  }
}
