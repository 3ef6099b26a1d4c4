import ArgumentParser
import SourceText
import StanceDrawing
import StanceExports
import StanceGraphKit
import StanceModel

struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw the graph with Graphviz: SVG, PNG or PDF.",
    discussion: """
      EXAMPLES
        stancegraph render out -o graph.svg
        stancegraph render articles/ -o graph.png
        stancegraph render out -o graph.pdf
      """)

  @Argument(
    help: "Files and folders of articles, or a folder that 'build' wrote; - is standard input.")
  var articles: [String]

  @Option(name: [.short, .long], help: "The picture to write; its extension says which kind.")
  var output: String

  @Flag(help: "Write over a file that this program did not write.")
  var force = false

  @OptionGroup var selection: FilterOptions
  @OptionGroup var reading: ReaderOptions

  func run() throws {
    try Messages.reporting {
      let format = try PictureFormat(path: output)
      if output != "-" { try OutputFolder.checkFile(output, force: force) }
      let collection = try Collection(articles, options: reading)
      guard !collection.documents.isEmpty else {
        try collection.failures.end(articlesRead: 0)
        return
      }
      let graph = try collection.graph(options: reading).filtered(selection.filter)
      let drawing = Drawing(graph)
      let picture = try Graphviz().picture(of: drawing.dot, format: format)
      try OutputFile.write(PictureMark.marked(picture, as: format), to: output)
      for note in drawing.notes { Messages.print(note) }
      try collection.failures.end(articlesRead: collection.documents.count)
    }
  }
}
