public import SourceText
public import StanceModel

/// Writes a stance graph in one file format.
public protocol Exporter: Sendable {
  /// The name a user types after `--format`.
  static var name: String { get }
  /// Without the dot.
  static var fileExtension: String { get }
  /// What help says of it, in a few words.
  static var summary: String { get }
  /// The programs that read it, for `export --list`.
  static var readers: String { get }
  /// The names a user may type after `--dialect`, the default first; empty where there is but one.
  static var dialects: [String] { get }
  /// The shapes that it can write, the default first.
  static var shapes: [GraphShape] { get }
  /// The first kilobyte of each of our files contains one of these, so that no other file is written over.
  static var marks: [String] { get }
  /// The names of its files where it has more than one, which then stand in a folder; else empty.
  static var parts: [String] { get }

  /// - Parameter options: Their dialect is one of `dialects`, or nil for the first.
  init(options: ExportOptions)

  /// Writes one of `parts`, or the whole graph where there are none. Equal graphs give equal bytes, whatever the
  /// order they were built in.
  func write(_ graph: StanceGraph, part: String?, to output: inout some ByteSink) throws

  /// What the format leaves out of the graph, in words; nil where it leaves out nothing.
  func omission(from graph: StanceGraph) -> String?
}

extension Exporter {
  public static var dialects: [String] { [] }
  public static var shapes: [GraphShape] { GraphShape.allCases }
  public static var parts: [String] { [] }

  public func omission(from graph: StanceGraph) -> String? { nil }

  /// Writes the whole graph; files of a format that has several stand one after the other.
  public func write(_ graph: StanceGraph, to output: inout some ByteSink) throws {
    guard !Self.parts.isEmpty else { return try write(graph, part: nil, to: &output) }
    for part in Self.parts { try write(graph, part: part, to: &output) }
  }
}

/// The choices that formats share.
public struct ExportOptions: Hashable, Sendable {
  public var dialect: String?
  /// nil for the first that the format has.
  public var shape: GraphShape?

  public init(dialect: String? = nil, shape: GraphShape? = nil) {
    self.dialect = dialect
    self.shape = shape
  }
}

/// Which nodes and edges an export has.
public enum GraphShape: String, Sendable, CaseIterable {
  /// An edge for each statement and relation.
  case multigraph
  /// An edge for each holder, target and polarity, with counts: for tools that merge parallel edges.
  case aggregated
  /// A node for each statement, relation and claim, so that no merging of edges loses any.
  case reified
  /// Actors alone: agreements, conflicts and direct stances.
  case actors
}

/// Every format, in the order that help lists them. A new format is one file and one line here.
public let exporters: [any Exporter.Type] = [
  GraphML.self, DOT.self, GEXF.self, CSVTables.self, DNAEventList.self, JSONLines.self,
  NodeLinkJSON.self, CytoscapeJSON.self, Turtle.self, JSONLD.self, Neo4jTables.self, Cypher.self,
  Pajek.self, Mermaid.self,
]

/// The exporter for what a user typed.
///
/// - Throws: `Diagnostic` of kind `.usage` that lists the names there are.
public func exporter(named name: String, options: ExportOptions = ExportOptions())
  throws(Diagnostic) -> any Exporter
{
  guard let type = exporters.first(where: { $0.name == name }) else {
    throw unknown("format", name, among: exporters.map { $0.name })
  }
  if let dialect = options.dialect, !type.dialects.contains(dialect) {
    throw unknown("dialect of \(name)", dialect, among: type.dialects)
  }
  if let shape = options.shape, !type.shapes.contains(shape) {
    throw Diagnostic(
      .usage, file: "stancegraph", problem: "\(name) has no shape '\(shape.rawValue)'",
      remedy: "One of: \(type.shapes.map(\.rawValue).joined(separator: ", ")).")
  }
  return type.init(options: options)
}

/// Whether a file that begins with these bytes is one that this program wrote, so that it may be replaced.
///
/// - Parameter head: The first kilobyte of the file. An empty file is anybody's.
public func isOurs(_ head: some Sequence<UInt8>) -> Bool {
  let text = String(decoding: Array(head.prefix(1024)), as: UTF8.self)
  return text.isEmpty || text.contains(svgMark)
    || exporters.contains { $0.marks.contains { text.contains($0) } }
}

/// What Graphviz writes on top of an SVG: the name of the graph, which is the same in every DOT file of ours.
private let svgMark = "<!-- Title: stancegraph"

private func unknown(_ what: String, _ name: String, among names: [String]) -> Diagnostic {
  Diagnostic(
    .usage, file: "stancegraph", problem: "'\(name)' is no \(what)",
    remedy: names.isEmpty
      ? "This format has no dialects." : "One of: \(names.joined(separator: ", ")).")
}
