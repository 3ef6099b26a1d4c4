import StanceExports
import StanceModel

/// Title, key and source line as the label of the whole graph, so that no layout can part it from the drawing
/// or lay it over a node.
struct Legend {
  private let drawing: Drawing

  init(_ drawing: Drawing) { self.drawing = drawing }

  /// An HTML-like label of Graphviz, angle brackets included.
  var html: String {
    let title = DOTText.wrapped(drawing.title, width: 90, lines: 2).split(separator: "\n")
      .map { DOTText.html(String($0)) }.joined(separator: "<BR ALIGN=\"LEFT\"/>")
    var rows: [String] = []
    if !title.isEmpty {
      rows.append("<FONT POINT-SIZE=\"22\"><B>\(title)</B></FONT>")
    }
    if !nodeEntries.isEmpty { rows.append(Self.table(nodeEntries)) }
    if !lineEntries.isEmpty { rows.append(Self.table(lineEntries)) }
    for line in [drawing.notes.joined(separator: " "), drawing.sources] where !line.isEmpty {
      let words = DOTText.wrapped(line, width: 130, lines: 3).split(separator: "\n")
        .map { DOTText.html(String($0)) }.joined(separator: "<BR ALIGN=\"LEFT\"/>")
      rows.append("<FONT POINT-SIZE=\"11\" COLOR=\"#555555\">\(words)</FONT>")
    }
    let cells = rows.map { "<TR><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\">\($0)</TD></TR>" }.joined()
    return "<\(Self.opening("2"))\(cells)</TABLE>>"
  }

  /// Only the kinds that are drawn.
  private var nodeEntries: [String] {
    let kinds = Set(drawing.nodes.map(\.kind))
    return GraphNode.Kind.allCases.filter(kinds.contains).map { kind in
      let style = NodeStyle(kind)
      return "<TD><FONT COLOR=\"\(style.line)\" POINT-SIZE=\"17\">\(style.glyph)</FONT></TD>"
        + "<TD ALIGN=\"LEFT\">\(Self.name(of: kind))</TD><TD WIDTH=\"8\"></TD>"
    }
  }

  private var lineEntries: [String] {
    let all: [(GraphEdge.Kind, Polarity?, String)] = [
      (.stance, .support, "supports"), (.stance, .oppose, "opposes"),
      (.stance, .neutral, "neutral on"), (.relation, nil, "relation stated in an article"),
      (.claim, nil, "claim to a territory"),
    ]
    return all.filter { entry in
      drawing.lines.contains { $0.kind == entry.0 && $0.polarity == entry.1 }
    }.map { kind, polarity, name in
      let style = EdgeStyle(kind, polarity)
      return "<TD>\(Self.sample(style))</TD><TD ALIGN=\"LEFT\">\(name)</TD><TD WIDTH=\"8\"></TD>"
    }
  }

  /// A short line in the style of an edge: the lower border of a cell, with the arrowhead beside it.
  private static func sample(_ style: EdgeStyle) -> String {
    let size = "WIDTH=\"26\" HEIGHT=\"7\" FIXEDSIZE=\"TRUE\""
    let head =
      style.glyph.isEmpty
      ? "" : "<TD ROWSPAN=\"2\"><FONT COLOR=\"\(style.color)\">\(style.glyph)</FONT></TD>"
    return opening("0")
      + "<TR><TD \(size) BORDER=\"2\" SIDES=\"B\" STYLE=\"\(style.style)\""
      + " COLOR=\"\(style.color)\"></TD>\(head)</TR><TR><TD \(size)></TD></TR></TABLE>"
  }

  private static func table(_ entries: [String]) -> String {
    opening("1") + "<TR>\(entries.joined())</TR></TABLE>"
  }

  private static func opening(_ padding: String) -> String {
    "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"\(padding)\">"
  }

  private static func name(of kind: GraphNode.Kind) -> String {
    switch kind {
    case .organization: "organisation"
    case .region: "region"
    case .document: "article"
    default: kind.rawValue
    }
  }
}
