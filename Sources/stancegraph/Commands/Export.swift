import ArgumentParser
import SourceText
import StanceExports
import StanceGraphKit
import StanceModel

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the graph, or a part of it, in one format.",
    discussion: """
      EXAMPLES
        stancegraph export --list
        stancegraph export out --format graphml -o graph.graphml
        stancegraph export articles/ --format dot | dot -Tpdf > graph.pdf
        stancegraph export out --format csv -o tables/
        stancegraph export out --shape aggregated -o for-gephi.graphml
        stancegraph export out --from 2024 --around Ukraine --hops 2 -o ukraine.graphml
      """)

  @Argument(
    help: "Files and folders of articles, or a folder that 'build' wrote; - is standard input.")
  var articles: [String] = []

  @Flag(help: "List the formats, their dialects and the programs that read them.")
  var list = false

  @Option(help: "One of: \(exporters.map { $0.name }.joined(separator: ", ")).")
  var format = "graphml"

  @Option(help: "A variant of the format, where it has any.")
  var dialect: String?

  @Option(
    help: """
      multigraph: an edge a statement; aggregated: an edge for each holder, target and side; reified: a node a \
      statement; actors: agreement, conflict and stances between actors. (default: multigraph)
      """)
  var shape: String?

  @Option(
    name: [.short, .long],
    help: "The file to write, for csv the folder; - is standard output.")
  var output = "-"

  @Flag(help: "Write over a file that this program did not write.")
  var force = false

  @OptionGroup var selection: FilterOptions
  @OptionGroup var reading: ReaderOptions

  func validate() throws {
    if articles.isEmpty, !list { throw ValidationError("name articles, or a folder of 'build'") }
  }

  func run() throws {
    try Messages.reporting {
      if list {
        FormatList.print()
        return
      }
      let exporter = try exporter(
        named: format, options: ExportOptions(dialect: dialect, shape: try graphShape()))
      let parts = type(of: exporter).parts
      guard parts.isEmpty || output != "-" else {
        throw Diagnostic(
          .usage, file: "stancegraph", problem: "\(format) is \(parts.count) files",
          remedy: "Give the folder for \(parts.joined(separator: " and ")) with -o.")
      }
      var folder = OutputFolder(output, force: force)
      if parts.isEmpty {
        if output != "-" { try OutputFolder.checkFile(output, force: force) }
      } else {
        try folder.check(parts)
      }
      let collection = try Collection(articles, options: reading)
      guard !collection.documents.isEmpty else {
        try collection.failures.end(articlesRead: 0)
        return
      }
      let graph = try collection.graph(options: reading).filtered(selection.filter)
      if parts.isEmpty {
        var file = try OutputFile(output)
        try exporter.write(graph, to: &file)
        try file.finish()
      } else {
        try folder.make()
        try folder.write(graph, as: exporter)
        try folder.finish()
      }
      if let omission = exporter.omission(from: graph) { Messages.print(omission) }
      try collection.failures.end(articlesRead: collection.documents.count)
    }
  }

  private func graphShape() throws -> GraphShape? {
    guard let shape else { return nil }
    guard let known = GraphShape(rawValue: shape) else {
      throw Diagnostic(
        .usage, file: "stancegraph", problem: "'\(shape)' is no shape",
        remedy: "One of: \(GraphShape.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return known
  }
}
