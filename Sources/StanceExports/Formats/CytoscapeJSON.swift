public import StanceModel

/// The JSON of Cytoscape and Cytoscape.js (`.cyjs`): elements with their data.
///
/// ```json
/// {"data":{…},"elements":{"nodes":[{"data":{"id":"country:UA",…}}],"edges":[{"data":{"id":…,"source":…,"target":…}}]}}
/// ```
public struct CytoscapeJSON: Exporter {
  public static let name = "cytoscape"
  public static let fileExtension = "cyjs"
  public static let summary = "JSON for Cytoscape and Cytoscape.js"
  public static let readers = "Cytoscape, Cytoscape.js, networkx"
  public static let marks = [opening]
  private static let opening = #"{"data":{"generator":"stancegraph""#

  public var shape: GraphShape

  public init(options: ExportOptions = ExportOptions()) { shape = options.shape ?? .multigraph }

  public func write(_ graph: StanceGraph, part: String?, to output: inout some ByteSink) throws {
    let table = AttributeTable(graph, shape: shape)
    try output.write(text: Self.opening)
    for (name, value) in table.graph where name != "generator" {
      let key = name == "title" ? "name" : name
      try output.write(text: ",\(JSONObject.quoted(key)):\(JSONObject.quoted(value))")
    }
    try output.write(
      text: "},\"directed\":true,\"multigraph\":true,\n\"elements\":{\"nodes\":[")
    try output.write(list: table.nodes) { node in
      var data = JSONObject()
      data.put("id", node.uid)
      // What networkx takes for the node itself.
      data.put("value", node.uid)
      data.put(node.values, table.nodeColumns)
      return Self.element(data)
    }
    try output.write(text: "\n],\"edges\":[")
    try output.write(list: table.edges) { edge in
      var data = JSONObject()
      data.put("id", edge.id)
      data.put("source", edge.from)
      data.put("target", edge.to)
      // By which networkx tells parallel edges apart.
      data.put("key", edge.id)
      data.put(edge.values, table.edgeColumns, renaming: ["source": "voice"])
      return Self.element(data)
    }
    try output.write(text: "\n]}}\n")
  }

  private static func element(_ data: JSONObject) -> JSONObject {
    var element = JSONObject()
    element.put("data", raw: data.closed)
    return element
  }
}
