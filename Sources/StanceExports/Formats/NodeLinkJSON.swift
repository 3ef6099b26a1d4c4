public import StanceModel

/// Node-link JSON as networkx and D3 have it: `networkx.node_link_graph(json.load(file), edges="edges")`.
///
/// ```json
/// {"directed":true,"multigraph":true,"graph":{…},"nodes":[{"id":"country:UA",…}],"edges":[{"source":…,"target":…,"key":…}]}
/// ```
/// Ids are the true ones; numbers are numbers; a value that is missing has no key.
public struct NodeLinkJSON: Exporter {
  public static let name = "nodelink"
  public static let fileExtension = "json"
  public static let summary = "node-link JSON for networkx and D3"
  public static let readers = "networkx, D3, stancegraph itself"
  public static let marks = [opening]
  private static let opening =
    #"{"directed":true,"multigraph":true,"graph":{"generator":"stancegraph""#

  public var shape: GraphShape

  public init(options: ExportOptions = ExportOptions()) { shape = options.shape ?? .multigraph }

  public func write(_ graph: StanceGraph, part: String?, to output: inout some ByteSink) throws {
    let table = AttributeTable(graph, shape: shape)
    try output.write(text: Self.opening)
    for (name, value) in table.graph where name != "generator" {
      try output.write(text: ",\(JSONObject.quoted(name)):\(JSONObject.quoted(value))")
    }
    try output.write(text: "},\n\"nodes\":[")
    try output.write(list: table.nodes) { node in
      var object = JSONObject()
      object.put("id", node.uid)
      object.put(node.values, table.nodeColumns)
      return object
    }
    try output.write(text: "\n],\n\"edges\":[")
    try output.write(list: table.edges) { edge in
      var object = JSONObject()
      object.put("source", edge.from)
      object.put("target", edge.to)
      object.put("key", edge.id)
      // The voice of a statement has the name of an end.
      object.put(edge.values, table.edgeColumns, renaming: ["source": "voice"])
      return object
    }
    try output.write(text: "\n]}\n")
  }
}
