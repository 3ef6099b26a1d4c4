import Foundation
import StanceTestSupport
import Testing

@Suite struct ExportTests {
  private func built() throws -> Workplace {
    let place = try Workplace()
    try place.write(shortArticle, to: "short.txt")
    try place.run("build", "short.txt", "-o", "out")
    return place
  }

  @Test(arguments: ["graphml", "dot"])
  func `an export of articles equals that of what build wrote`(format: String) throws {
    let place = try built()
    let stored = try place.run("export", "out", "--format", format)
    #expect(stored.status == 0, "\(stored.errors)")
    #expect(stored.errors.isEmpty)
    let direct = try place.run("export", "short.txt", "--format", format, "-o", "graph")
    #expect(direct.status == 0)
    #expect(direct.output.isEmpty)
    #expect(try place.text("graph") == stored.output)
    if format == "graphml" { #expect(try place.text("out/graph.graphml") == stored.output) }
  }

  @Test func `every format is listed with the programs that read it`() throws {
    let outcome = try Workplace().run("export", "--list")
    #expect(outcome.status == 0)
    let names = outcome.output.split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: " ").first
    }
    #expect(
      names == [
        "graphml", "dot", "gexf", "csv", "dna", "jsonl", "nodelink", "cytoscape", "turtle",
        "jsonld", "neo4j", "cypher", "pajek", "mermaid",
      ])
    #expect(outcome.output.contains("networkx"))
  }

  @Test func `a format of several files is written into a folder, all or none`() throws {
    let place = try built()
    let nowhere = try place.run("export", "out", "--format", "csv")
    #expect(nowhere.status == 64)
    #expect(nowhere.errors.contains("Give the folder for nodes.csv and edges.csv with -o."))
    let outcome = try place.run("export", "out", "--format", "csv", "-o", "tables")
    #expect(outcome.status == 0)
    #expect(try place.text("tables/nodes.csv").hasPrefix("Id,uid,label,"))
    #expect(try place.text("tables/edges.csv").hasPrefix("Id,Source,Target,"))
    try place.write("mine", to: "tables/edges.csv")
    #expect(try place.run("export", "out", "--format", "csv", "-o", "tables").status == 73)
    #expect(try place.text("tables/edges.csv") == "mine")
  }

  @Test func `a part of the graph is written where one is asked for`() throws {
    let place = try built()
    let whole = try place.run("export", "out", "--format", "dot").output
    let part = try place.run("export", "out", "--format", "dot", "--only", "country")
    #expect(part.status == 0)
    #expect(part.output.utf8.count < whole.utf8.count)
    let unknown = try place.run("export", "out", "--around", "Nowhere")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("no node of the graph is called 'Nowhere'"))
    #expect(try place.run("export", "out", "--from", "soon").status == 64)
  }

  @Test func `an event list that was written agrees with what was read`() throws {
    let place = try built()
    let written = try place.run("export", "out", "--format", "dna", "-o", "events.csv")
    #expect(written.status == 0)
    try place.write(shortArticle, to: "articles/short.txt")
    let outcome = try place.run("eval", "--gold", "events.csv", "articles")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("precision 1.000"))
  }

  @Test func `a format, shape or picture that does not exist is told with those that do`() throws {
    let place = try built()
    let format = try place.run("export", "out", "--format", "xls")
    #expect(format.status == 64)
    #expect(
      format.errors == """
        stancegraph: error: 'xls' is no format
          One of: graphml, dot, gexf, csv, dna, jsonl, nodelink, cytoscape, turtle, jsonld, neo4j, cypher, pajek, mermaid.

        """)
    let shape = try place.run("export", "out", "--shape", "round")
    #expect(shape.status == 64)
    #expect(
      shape.errors == """
        stancegraph: error: 'round' is no shape
          One of: multigraph, aggregated, reified, actors.

        """
    )
    let picture = try place.run("render", "out", "-o", "graph.gif")
    #expect(picture.status == 64)
    #expect(
      picture.errors == """
        graph.gif: error: no picture format has the ending '.gif'
          End the name in one of: .svg, .png, .pdf.

        """)
  }

  @Test(
    .enabled(if: OutsideTools.dot != nil, "Graphviz is not on the PATH"),
    arguments: [("svg", "<?xml"), ("png", "\u{FFFD}PNG"), ("pdf", "%PDF-")])
  func `a picture is drawn, drawn again the same, and never over a file of others`(
    ending: String, start: String
  ) throws {
    let place = try built()
    let name = "graph." + ending
    let outcome = try place.run("render", "out", "-o", name)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try place.text(name).hasPrefix(start))
    let first = try place.bytes(name)
    #expect(try place.run("render", "out", "-o", name).status == 0)
    #expect(try place.bytes(name) == first)

    // As another program would have made it.
    let other = Array(first.prefix(33)) + Array("of another program".utf8)
    try place.write(other, to: name)
    let refused = try place.run("render", "out", "-o", name)
    #expect(refused.status == 73)
    #expect(
      refused.errors == """
        \(name): error: the file is there, and this program did not write it
          Choose another output, or write over it with --force.

        """)
    #expect(try place.bytes(name) == other)
    #expect(try place.run("render", "out", "-o", name, "--force").status == 0)
    #expect(try place.bytes(name) == first)
  }
}
