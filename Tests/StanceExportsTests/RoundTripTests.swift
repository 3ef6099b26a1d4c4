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
    arguments: Case.all.filter {
      ["graphml", "gexf", "csv", "nodelink", "cytoscape", "pajek"].contains($0.format)
    })
  func `others read every node, edge and attribute`(test: Case) throws {
    try check(test.format, InventedDispute.graph, test.options, with: OutsideTools.python)
    // Pajek has no escapes: what it can't hold is another character there.
    guard test.format != "pajek" else { return }
    try check(test.format, hostile, test.options, with: OutsideTools.python)
  }

  @Test(
    .enabled(
      if: OutsideTools.python != nil,
      "no Python with rdflib: 'make test' makes one, or set STANCEGRAPH_PYTHON"))
  func `rdflib reads every stance, and the same from Turtle as from JSON-LD`() throws {
    for graph in [InventedDispute.graph, hostile] {
      let folder = try OutsideTools.temporaryFolder()
      defer { try? FileManager.default.removeItem(at: folder) }
      for (name, file) in [("turtle", "graph.ttl"), ("jsonld", "graph.jsonld")] {
        var bytes: [UInt8] = []
        try exporter(named: name).write(graph, to: &bytes)
        try Data(bytes).write(to: folder.appendingPathComponent(file))
      }
      let expected = folder.appendingPathComponent("expected.json")
      try Data(expectation(graph, .multigraph, lineEnds: false).utf8).write(to: expected)
      let result = try OutsideTools.run(
        try #require(OutsideTools.python),
        [repositoryRoot + "/scripts/roundtrip.py", "rdf", folder.path, expected.path])
      #expect(result.status == 0, "\(result.output)")
    }
  }

  @Test(
    .enabled(
      if: OutsideTools.dot != nil && OutsideTools.python != nil, "no Graphviz, or no Python"),
    arguments: Case.all.filter { $0.format == "dot" })
  func `Graphviz reads every node, edge and attribute`(test: Case) throws {
    try check("dot", InventedDispute.graph, test.options, with: OutsideTools.python)
    try check("dot", hostile, test.options, with: OutsideTools.python)
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
    let exporter = try exporter(named: format, options: options)
    let parts = type(of: exporter).parts
    let file = parts.isEmpty ? folder.appendingPathComponent("graph.\(format)") : folder
    let expected = folder.appendingPathComponent("expected.json")
    for part in parts.isEmpty ? [nil] : parts.map(Optional.some) {
      var bytes: [UInt8] = []
      try exporter.write(graph, part: part, to: &bytes)
      try Data(bytes).write(to: part.map { folder.appendingPathComponent($0) } ?? file)
    }
    let shape = options.shape ?? .multigraph
    try Data(expectation(graph, shape, lineEnds: format == "dot").utf8).write(to: expected)
    let result = try OutsideTools.run(
      python,
      [
        repositoryRoot + "/scripts/roundtrip.py",
        Self.kind(format, options),
        file.path, expected.path,
      ])
    #expect(result.status == 0, "\(result.output)")
  }

  /// The name of the check, such as `dot-plain`.
  private static func kind(_ format: String, _ options: ExportOptions) -> String {
    let isOwn = format == "graphml" || options.dialect == "plain"
    guard isOwn, let dialect = options.dialect, !(format == "graphml" && dialect == "plain") else {
      return format
    }
    return "\(format)-\(dialect)"
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
      "{\"id\":\(quoted(XMLName.encode(node.uid))),\"uid\":\(quoted(node.uid)),"
        + "\"attributes\":\(attributes(table.nodeColumns, node.values))}"
    }
    let edges = table.edges.map { edge in
      "{\"id\":\(quoted(XMLName.encode(edge.id))),"
        + "\"uid\":\(quoted(edge.id)),\"from\":\(quoted(edge.from)),\"to\":\(quoted(edge.to)),"
        + "\"source\":\(quoted(XMLName.encode(edge.from))),"
        + "\"target\":\(quoted(XMLName.encode(edge.to))),"
        + "\"attributes\":\(attributes(table.edgeColumns, edge.values))}"
    }
    return "{\"graph\":{\(facts.joined(separator: ","))},"
      + "\"nodes\":[\(nodes.joined(separator: ",\n"))],"
      + "\"edges\":[\(edges.joined(separator: ",\n"))]}"
  }
}
