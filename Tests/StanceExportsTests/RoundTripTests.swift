import Foundation
import StanceModel
import StanceTestSupport
import Testing

@testable import StanceExports

/// What other people's programs read in our files: see `scripts/roundtrip.py`.
@Suite struct RoundTripTests {
  @Test(
    .enabled(
      if: OutsideTools.python != nil,
      "no Python with networkx and igraph: 'make test' makes one, or set STANCEGRAPH_PYTHON"),
    arguments: GraphShape.allCases)
  func `networkx and igraph read every node, edge and attribute`(shape: GraphShape) throws {
    try check(
      "graphml", InventedDispute.graph, ExportOptions(shape: shape), with: OutsideTools.python)
  }

  @Test(
    .enabled(
      if: OutsideTools.python != nil,
      "no Python with networkx and igraph: 'make test' makes one, or set STANCEGRAPH_PYTHON"))
  func `networkx and igraph read hostile names`() throws {
    try check("graphml", hostile, ExportOptions(), with: OutsideTools.python)
  }

  @Test(
    .enabled(
      if: OutsideTools.dot != nil && OutsideTools.python != nil, "no Graphviz, or no Python"),
    arguments: DOT.dialects)
  func `Graphviz reads every node, edge and attribute`(dialect: String) throws {
    let options = ExportOptions(dialect: dialect)
    try check("dot", InventedDispute.graph, options, with: OutsideTools.python)
    try check("dot", hostile, options, with: OutsideTools.python)
  }

  /// All hostile texts in one graph.
  private var hostile: StanceGraph {
    let graphs = HostileText.all.map(HostileGraphTests.graph)
    return StanceGraph(
      statements: graphs.flatMap(\.statements), relations: [],
      documents: graphs.flatMap(\.documents), directory: EmptyDirectory(), title: "]]> & \"all\"")
  }

  private func check(
    _ format: String, _ graph: StanceGraph, _ options: ExportOptions, with python: String?
  ) throws {
    let python = try #require(python)
    let folder = try OutsideTools.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var bytes: [UInt8] = []
    try exporter(named: format, options: options).write(graph, to: &bytes)
    let file = folder.appendingPathComponent("graph.\(format)")
    let expected = folder.appendingPathComponent("expected.json")
    try Data(bytes).write(to: file)
    try Data(expectation(graph, options.shape, lineEnds: format == "dot").utf8).write(to: expected)
    let result = try OutsideTools.run(
      python,
      [
        repositoryRoot + "/scripts/roundtrip.py", options.dialect == "plain" ? "dot-plain" : format,
        file.path, expected.path,
      ])
    #expect(result.status == 0, "\(result.output)")
  }

  /// The graph as `roundtrip.py` wants it.
  private func expectation(_ graph: StanceGraph, _ shape: GraphShape, lineEnds: Bool) -> String {
    let table = AttributeTable(graph, shape: shape)

    func quoted(_ text: String) -> String {
      let text = lineEnds ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
      let encoded = try? JSONEncoder().encode([text])
      return encoded.map { String(String(decoding: $0, as: UTF8.self).dropFirst().dropLast()) }
        ?? "null"
    }

    func attributes(_ columns: [AttributeTable.Column], _ values: [AttributeTable.Value?]) -> String
    {
      let members = zip(columns, values).compactMap { column, value in
        value.map { value in
          let text = column.type == .string ? quoted(value.text) : value.text
          return "\(quoted(column.name)):\(text)"
        }
      }
      return "{" + members.joined(separator: ",") + "}"
    }

    let facts = table.graph.map { "\(quoted($0.name)):\(quoted($0.value))" }
    let nodes = table.nodes.map { node in
      "{\"id\":\(quoted(XMLName.encode(node.uid))),"
        + "\"attributes\":\(attributes(table.nodeColumns, node.values))}"
    }
    let edges = table.edges.map { edge in
      "{\"id\":\(quoted(XMLName.encode(edge.id))),"
        + "\"source\":\(quoted(XMLName.encode(edge.from))),"
        + "\"target\":\(quoted(XMLName.encode(edge.to))),"
        + "\"attributes\":\(attributes(table.edgeColumns, edge.values))}"
    }
    return "{\"graph\":{\(facts.joined(separator: ","))},"
      + "\"nodes\":[\(nodes.joined(separator: ",\n"))],"
      + "\"edges\":[\(edges.joined(separator: ",\n"))]}"
  }
}
