public import StanceModel

/// RDF in Turtle: statements as nodes, with the words behind them as Web Annotations and PROV for where they come
/// from. What each term means is told at `LinkedData`.
public struct Turtle: Exporter {
  public static let name = "turtle"
  public static let fileExtension = "ttl"
  public static let summary = "RDF: statements as nodes, Web Annotation selectors, PROV"
  public static let readers = "rdflib, Jena, Protégé, GraphDB"
  public static let shapes: [GraphShape] = [.reified]
  public static let marks = [heading]
  private static let heading = "# stancegraph"

  public init(options: ExportOptions = ExportOptions()) {}

  public func write(_ graph: StanceGraph, part: String?, to output: inout some ByteSink) throws {
    try output.write(text: Self.heading + "\n")
    for (prefix, iri) in LinkedData.prefixes {
      try output.write(text: "@prefix \(prefix): <\(iri)> .\n")
    }
    try LinkedData(graph).forEachSubject { subject in
      try output.write(
        text: "\n<\(subject.iri)>" + Self.text(subject.properties, indent: "  ") + " .\n")
    }
  }

  private static func text(_ properties: [LinkedData.Property], indent: String) -> String {
    properties.enumerated().map { index, property in
      let values = property.values.map { text($0, indent: indent + "  ") }
      let separator = index == 0 ? (indent == "  " ? " " : "\n" + indent) : " ;\n" + indent
      return separator + "\(property.name) \(values.joined(separator: ", "))"
    }.joined()
  }

  private static func text(_ value: LinkedData.Value, indent: String) -> String {
    switch value {
    case .resource(let name): name
    // A string of JSON is one of Turtle.
    case .text(let text): JSONObject.quoted(text)
    case .int(let number): String(number)
    case .decimal(let number): number
    case .date(let date):
      JSONObject.quoted(date) + (LinkedData.dateType(date).map { "^^" + $0 } ?? "")
    case .node(let properties): "[" + text(properties, indent: indent) + " ]"
    }
  }
}

extension LinkedData {
  /// The type of a date by its precision; nil for what is none.
  static func dateType(_ date: String) -> String? {
    guard TimeSpan(date) != nil else { return nil }
    return switch date.utf8.count {
    case 4: "xsd:gYear"
    case 7: "xsd:gYearMonth"
    default: "xsd:date"
    }
  }
}
