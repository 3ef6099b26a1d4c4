public import StanceModel

/// How a node of each kind looks: the kind by shape, and by a tint that is not needed to tell it.
public struct NodeStyle: Sendable {
  public var shape: String
  /// How many outlines.
  public var peripheries: Int
  /// Graphviz's `style`.
  public var style: String
  public var fill: String
  public var line: String
  /// The shape as a character, for a legend.
  public var glyph: String
  public var cssClass: String

  /// Fonts of the same widths are everywhere (Liberation Sans, Helvetica), so that text fits its box in
  /// every viewer.
  public static let font = "Arial"

  public init(_ kind: GraphNode.Kind) {
    let (shape, peripheries, style, fill, line, glyph) =
      switch kind {
      case .country: ("box", 1, "filled", "#CFE6F5", "#0072B2", "■")
      case .organization: ("hexagon", 1, "filled", "#D3EEE5", "#00795A", "⬢")
      case .person: ("ellipse", 1, "filled", "#FFF3C9", "#9A7B00", "●")
      case .region: ("box", 2, "filled", "#F7DFEC", "#A8497D", "▣")
      case .group: ("ellipse", 2, "filled", "#EFEFEF", "#666666", "◎")
      case .issue: ("box", 1, "rounded,filled,bold", "#FFFFFF", "#222222", "▢")
      case .proposition: ("box", 1, "rounded,filled,dashed", "#FFFFFF", "#666666", "⬚")
      case .document: ("note", 1, "filled", "#F6F6F6", "#666666", "▤")
      case .statement: ("ellipse", 1, "filled", "#FFFFFF", "#999999", "○")
      }
    self.shape = shape
    self.peripheries = peripheries
    self.style = style
    self.fill = fill
    self.line = line
    self.glyph = glyph
    cssClass = "node \(kind.rawValue)"
  }

  /// As Graphviz attributes, values not yet quoted.
  public var attributes: [(name: String, value: String)] {
    var attributes = [
      ("shape", shape), ("style", style), ("fillcolor", fill), ("color", line),
      ("fontname", Self.font),
    ]
    if peripheries > 1 { attributes.append(("peripheries", String(peripheries))) }
    // Round shapes leave room of their own.
    attributes.append(("margin", shape == "box" || shape == "note" ? "0.08,0.04" : "0,0"))
    return attributes
  }
}

/// How an edge looks: polarity by colour, line style and arrowhead alike, so that it survives print in
/// grey and colour-blind eyes.
///
/// Colours are those of Okabe and Ito, *Color Universal Design* (2008).
public struct EdgeStyle: Sendable {
  public var color: String
  /// Graphviz's `style`.
  public var style: String
  public var arrowhead: String
  /// The arrowhead as a character, for a legend; empty where there is none.
  public var glyph: String
  public var cssClass: String

  public init(_ kind: GraphEdge.Kind, _ polarity: Polarity?) {
    let (color, style, arrowhead, glyph, cssClass) =
      switch (kind, polarity) {
      case (.stance, .support): ("#009E73", "solid", "normal", "▶", "stance supports")
      case (.stance, .oppose): ("#D55E00", "dashed", "tee", "⊣", "stance opposes")
      case (.stance, _): ("#0072B2", "dotted", "odot", "○", "stance neutral")
      case (.relation, _): ("#555555", "solid", "vee", "→", "relation")
      case (.claim, _): ("#CC79A7", "dashed", "odiamond", "◇", "claim")
      case (.affiliation, _): ("#999999", "solid", "none", "", "affiliation")
      case (.role, _): ("#BBBBBB", "dotted", "none", "", "role")
      case (.about, .support): ("#009E73", "solid", "normal", "▶", "stance supports")
      case (.about, .oppose): ("#D55E00", "dashed", "tee", "⊣", "stance opposes")
      case (.about, _): ("#0072B2", "dotted", "odot", "○", "about")
      case (.holds, _): ("#999999", "solid", "none", "", "holds")
      case (.agreement, _): ("#009E73", "solid", "none", "", "agreement")
      case (.conflict, _): ("#D55E00", "dashed", "none", "", "conflict")
      }
    self.color = color
    self.style = style
    self.arrowhead = arrowhead
    self.glyph = glyph
    self.cssClass = cssClass
  }

  /// As Graphviz attributes, values not yet quoted.
  public var attributes: [(name: String, value: String)] {
    [("color", color), ("style", style), ("arrowhead", arrowhead), ("fontname", NodeStyle.font)]
  }
}
