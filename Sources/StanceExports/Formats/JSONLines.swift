public import StanceModel

/// JSON Lines: articles, statements with their traces and relations, from which the graph is built again.
///
/// The format is that of `StatementLines`.
public struct JSONLines: Exporter {
  public static let name = "jsonl"
  public static let fileExtension = "jsonl"
  public static let summary = "JSON Lines: articles, statements, relations and traces"
  public static let readers = "stancegraph itself, jq, pandas"
  public static let shapes: [GraphShape] = [.multigraph]
  public static let marks = ["{\"document\":\""]

  public init(options: ExportOptions = ExportOptions()) {}

  public func write(_ graph: StanceGraph, part: String?, to output: inout some ByteSink) throws {
    try StatementLines.write(graph) { try output.write(text: $0 + "\n") }
  }
}
