/// Which of Graphviz's layouts suits a graph of a given size.
public enum LayoutEngine: String, Sendable, CaseIterable {
  /// Layers, from holders to targets; did not end in 40 seconds on 500 nodes and 2,000 edges.
  case dot
  /// Springs; 5,000 nodes and 20,000 edges took 6 seconds, overlaps removed.
  case sfdp

  public init(nodes: Int, edges: Int) {
    self = nodes < 150 && edges < 600 ? .dot : .sfdp
  }

  /// The attributes that go with it; the seed makes the layout the same in every run.
  public var graphAttributes: [(name: String, value: String)] {
    switch self {
    case .dot: [("layout", "dot"), ("rankdir", "LR")]
    case .sfdp:
      [
        ("layout", "sfdp"), ("overlap", "prism"), ("sep", "+12"), ("outputorder", "edgesfirst"),
        ("splines", "line"), ("start", "1"),
      ]
    }
  }
}
