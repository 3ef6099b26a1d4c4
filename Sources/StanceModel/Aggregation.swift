/// The edges between two nodes that say the same, added up.
public struct AggregatedEdge: Hashable, Sendable {
  public var from: String
  public var to: String
  public var kind: GraphEdge.Kind
  public var interaction: String
  /// nil for what is no stance.
  public var polarity: Polarity?
  /// The year of a relation or claim; stances of all years are added up.
  public var year: Int?
  /// The edges behind it in the order of the graph; never empty.
  public var edges: [GraphEdge]

  /// How many statements or relations say so; 0 where only the ontology does.
  public var statementCount: Int { edges.count { $0.evidence != nil } }

  /// How many articles say so.
  public var documentCount: Int { Set(edges.compactMap { $0.evidence?.document }).count }

  /// How many independent sources say so: outlets, and each article without a known outlet.
  public var outletCount: Int {
    Set(edges.compactMap { $0.evidence.map { $0.outlet ?? $0.document } }).count
  }

  /// When it was first and last said, as exactly as known.
  public var firstDate: String? { edges.compactMap(\.start).min() }
  public var lastDate: String? { edges.compactMap(\.start).max() }

  /// The words of the surest statements, each once, five at most.
  public var quotations: [String] {
    var seen: Set<String> = []
    let ranked = edges.enumerated().sorted { a, b in
      let (x, y) = (a.element.confidence ?? 0, b.element.confidence ?? 0)
      return x == y ? a.offset < b.offset : x > y
    }
    return ranked.compactMap { $0.element.evidence?.quotation }
      .filter { !$0.isEmpty && seen.insert($0).inserted }.prefix(5).map { $0 }
  }

  /// The highest confidence behind it.
  public var confidence: Double? { edges.compactMap(\.confidence).max() }

  /// Unique among the aggregated edges of a graph, and the same in every run.
  public var id: String {
    let year = year.map { ",\($0)" } ?? ""
    return "\(kind.rawValue)(\(from),\(interaction),\(to)\(year))"
  }
}

extension StanceGraph {
  /// An edge for each holder, target and polarity, and for each relation, claim, affiliation and role.
  ///
  /// - Complexity: O(n log n) of the number of edges.
  public func aggregatedEdges() -> [AggregatedEdge] {
    struct Key: Hashable {
      var from: String
      var to: String
      var kind: GraphEdge.Kind
      var interaction: String
      var year: Int?
    }
    var groups: [Key: [GraphEdge]] = [:]
    for edge in edges {
      let key = Key(
        from: edge.from, to: edge.to, kind: edge.kind, interaction: edge.interaction,
        year: edge.kind == .stance ? nil : edge.year)
      groups[key, default: []].append(edge)
    }
    let sums = groups.map { key, edges in
      AggregatedEdge(
        from: key.from, to: key.to, kind: key.kind, interaction: key.interaction,
        polarity: edges.first?.polarity, year: key.year, edges: edges)
    }
    return sums.sorted {
      ByteOrder.precedes([$0.from, $0.to, $0.id], [$1.from, $1.to, $1.id])
    }
  }
}
