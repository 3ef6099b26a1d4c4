import ArgumentParser
import SourceText
import StanceExports
import StanceGraphKit

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the graph in one format.",
    discussion: """
      EXAMPLES
        stancegraph export out --format graphml -o graph.graphml
        stancegraph export articles/ --format dot | dot -Tpdf > graph.pdf
        stancegraph export out --shape aggregated -o for-gephi.graphml
      """)

  @Argument(
    help: "Files and folders of articles, or a folder that 'build' wrote; - is standard input.")
  var articles: [String]

  @Option(help: "One of: \(exporters.map { $0.name }.joined(separator: ", ")).")
  var format = "graphml"

  @Option(help: "A variant of the format, where it has any.")
  var dialect: String?

  @Option(
    help: "multigraph: an edge a statement; aggregated: an edge for each holder, target and side.")
  var shape: String = "multigraph"

  @Option(name: [.short, .long], help: "The file to write; - is standard output.")
  var output = "-"

  @Flag(help: "Write over a file that this program did not write.")
  var force = false

  @OptionGroup var reading: ReaderOptions

  func run() throws {
    try Messages.reporting {
      guard let shape = GraphShape(rawValue: shape) else {
        throw Diagnostic(
          .usage, file: "stancegraph", problem: "'\(shape)' is no shape",
          remedy: "One of: \(GraphShape.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      let exporter = try exporter(
        named: format, options: ExportOptions(dialect: dialect, shape: shape))
      if output != "-" { try OutputFolder.checkFile(output, force: force) }
      let collection = try Collection(articles, options: reading)
      guard !collection.documents.isEmpty else {
        try collection.failures.end(articlesRead: 0)
        return
      }
      var file = try OutputFile(output)
      try exporter.write(try collection.graph(options: reading), to: &file)
      try file.finish()
      try collection.failures.end(articlesRead: collection.documents.count)
    }
  }
}
