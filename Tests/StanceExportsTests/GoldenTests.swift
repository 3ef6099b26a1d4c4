import StanceExports
import StanceModel
import StanceTestSupport
import Testing

/// One format in one dialect and shape.
struct Case: CustomTestStringConvertible, Sendable {
  var format: String
  var options: ExportOptions

  static let all: [Case] = exporters.flatMap { type in
    let dialects: [String?] = type.dialects.isEmpty ? [nil] : type.dialects
    return dialects.flatMap { dialect in
      type.shapes.map {
        Case(format: type.name, options: ExportOptions(dialect: dialect, shape: $0))
      }
    }
  }

  var testDescription: String {
    [format, options.dialect, options.shape?.rawValue].compactMap(\.self).joined(separator: " ")
  }

  /// Such as `graph.plain.aggregated.dot`; the default dialect and shape are not named, a part is.
  func file(_ part: String?) -> String {
    let type = exporters.first { $0.name == format }
    let dialect = options.dialect == type?.dialects.first ? nil : options.dialect
    let shape = options.shape == type?.shapes.first ? nil : options.shape?.rawValue
    let ending =
      part.map { format == "neo4j" ? "neo4j.\($0)" : $0 }
      ?? (format == "dna" ? "dna.csv" : type?.fileExtension)
    return ["graph", dialect, shape, ending].compactMap(\.self).joined(separator: ".")
  }

  func export(_ graph: StanceGraph) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try exporter(named: format, options: options).write(graph, to: &bytes)
    return bytes
  }
}

@Suite struct GoldenTests {
  @Test(arguments: Case.all)
  func `an export equals the file checked in under exports`(test: Case) throws {
    let exporter = try exporter(named: test.format, options: test.options)
    let parts = type(of: exporter).parts
    for part in parts.isEmpty ? [nil] : parts.map(Optional.some) {
      var bytes: [UInt8] = []
      try exporter.write(InventedDispute.graph, part: part, to: &bytes)
      try compare(bytes, withGolden: "invented/\(test.file(part))")
    }
  }

  @Test(arguments: Case.all)
  func `the order in which a graph was built does not show`(test: Case) throws {
    let other = StanceGraph(
      statements: InventedDispute.statements.reversed(),
      relations: InventedDispute.relations.reversed(),
      documents: InventedDispute.documents.reversed(), directory: InventedDirectory(),
      title: InventedDispute.graph.title)
    #expect(try test.export(other) == test.export(InventedDispute.graph))
  }

  @Test(arguments: Case.all)
  func `every file is known as ours by its first kilobyte`(test: Case) throws {
    #expect(isOurs(try test.export(InventedDispute.graph)))
  }

  @Test(arguments: ["<graphml/>", "digraph {}", "{\"id\":1}", "My notes"])
  func `another's file is not ours`(text: String) { #expect(!isOurs(Array(text.utf8))) }
}

@Suite struct RegistryTests {
  @Test func `an unknown format names the known ones`() {
    let problem = #expect(throws: (any Error).self) { try exporter(named: "gml") }
    #expect(
      "\(problem.map { "\($0)" } ?? "")" == """
        stancegraph: error: 'gml' is no format
          One of: graphml, dot, gexf, csv, dna, jsonl, nodelink, cytoscape, turtle, jsonld, neo4j, cypher, pajek, mermaid.
        """)
  }

  @Test func `an unknown dialect names the known ones`() {
    let problem = #expect(throws: (any Error).self) {
      try exporter(named: "dot", options: ExportOptions(dialect: "yed"))
    }
    #expect(
      "\(problem.map { "\($0)" } ?? "")" == """
        stancegraph: error: 'yed' is no dialect of dot
          One of: graphviz, plain.
        """)
  }

  @Test func `every format has a name of its own`() {
    #expect(Set(exporters.map { $0.name }).count == exporters.count)
  }
}
