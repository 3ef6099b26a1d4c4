public import StanceModel

/// The same RDF as Turtle's, in JSON-LD 1.1: a `@graph` of subjects, one a line.
public struct JSONLD: Exporter {
  public static let name = "jsonld"
  public static let fileExtension = "jsonld"
  public static let summary = "the same in JSON-LD"
  public static let readers = "rdflib, Jena, pyld"
  public static let shapes: [GraphShape] = [.reified]
  public static let marks = [opening]
  private static let opening = #"{"@context":{"sg":"urn:stancegraph:terms:""#

  public init(options: ExportOptions = ExportOptions()) {}

  public func write(_ graph: StanceGraph, part: String?, to output: inout some ByteSink) throws {
    var context = JSONObject()
    for (prefix, iri) in LinkedData.prefixes { context.put(prefix, iri) }
    try output.write(text: "{\"@context\":\(context.closed),\n\"@graph\":[")
    var isFirst = true
    try LinkedData(graph).forEachSubject { subject in
      var object = JSONObject()
      object.put("@id", subject.iri)
      Self.put(subject.properties, in: &object)
      try output.write(text: (isFirst ? "\n" : ",\n") + object.closed)
      isFirst = false
    }
    try output.write(text: "\n]}\n")
  }

  private static func put(_ properties: [LinkedData.Property], in object: inout JSONObject) {
    // A name that comes twice is one list.
    var names: [String] = []
    var values: [String: [LinkedData.Value]] = [:]
    for property in properties {
      if values[property.name] == nil { names.append(property.name) }
      values[property.name, default: []] += property.values
    }
    for name in names {
      let list = values[name] ?? []
      if name == "a" {
        object.put(
          "@type", list.compactMap { if case .resource(let name) = $0 { name } else { nil } })
      } else {
        let texts = list.map(text)
        object.put(
          name, raw: texts.count == 1 ? texts[0] : "[" + texts.joined(separator: ",") + "]")
      }
    }
  }

  private static func text(_ value: LinkedData.Value) -> String {
    var object = JSONObject()
    switch value {
    case .text(let text): return JSONObject.quoted(text)
    case .int(let number): return String(number)
    case .resource(let name):
      object.put("@id", name.hasPrefix("<") ? String(name.dropFirst().dropLast()) : name)
    case .decimal(let number):
      object.put("@value", number)
      object.put("@type", "xsd:decimal")
    case .date(let date):
      guard let type = LinkedData.dateType(date) else { return JSONObject.quoted(date) }
      object.put("@value", date)
      object.put("@type", type)
    case .node(let properties): put(properties, in: &object)
    }
    return object.closed
  }
}
