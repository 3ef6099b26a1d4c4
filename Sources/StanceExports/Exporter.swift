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
  /// The names a user may type after `--dialect`, the default first; empty where there is but one.
  static var dialects: [String] { get }
  /// What the first kilobyte of each of our files contains, so that no other file is written over.
  static var mark: String { get }

  /// - Parameter options: Their dialect is one of `dialects`, or nil for the first.
  init(options: ExportOptions)

  /// Writes the whole graph. Equal graphs give equal bytes, whatever the order they were built in.
  func write(_ graph: StanceGraph, to output: inout some ByteSink) throws
}

/// The choices that formats share; one that does not know a choice goes without.
public struct ExportOptions: Hashable, Sendable {
  public var dialect: String?
  public var shape: GraphShape

  public init(dialect: String? = nil, shape: GraphShape = .multigraph) {
    self.dialect = dialect
    self.shape = shape
  }
}

/// Which edges an export has.
public enum GraphShape: String, Sendable, CaseIterable {
  /// An edge for each statement and relation.
  case multigraph
  /// An edge for each holder, target and polarity, with counts: for tools that merge parallel edges.
  case aggregated
}

/// Every format, in the order that help lists them. A new format is one file and one line here.
public let exporters: [any Exporter.Type] = [GraphML.self, DOT.self, JSONLines.self]

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
  return type.init(options: options)
}

/// Whether a file that begins with these bytes is one that this program wrote, so that it may be replaced.
///
/// - Parameter head: The first kilobyte of the file. An empty file is anybody's.
public func isOurs(_ head: some Sequence<UInt8>) -> Bool {
  let text = String(decoding: Array(head.prefix(1024)), as: UTF8.self)
  return text.isEmpty || text.contains(svgMark) || exporters.contains { text.contains($0.mark) }
}

/// What Graphviz writes on top of an SVG: the name of the graph, which is the same in every DOT file of ours.
private let svgMark = "<!-- Title: stancegraph"

private func unknown(_ what: String, _ name: String, among names: [String]) -> Diagnostic {
  Diagnostic(
    .usage, file: "stancegraph", problem: "'\(name)' is no \(what)",
    remedy: names.isEmpty
      ? "This format has no dialects." : "One of: \(names.joined(separator: ", ")).")
}
