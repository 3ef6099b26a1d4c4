public import StanceModel

/// The part of a graph that is drawn, and what was left out.
public struct Drawing: Sendable {
  /// An edge of the drawing: equal stances added up; relations or claims between two nodes as one line.
  public struct Line: Sendable {
    public var from: String
    public var to: String
    public var kind: GraphEdge.Kind
    public var polarity: Polarity?
    public var parts: [AggregatedEdge]

    /// How many statements are behind it.
    public var count: Int { parts.reduce(0) { $0 + $1.statementCount } }
  }

  public let title: String
  /// By uid.
  public let nodes: [GraphNode]
  /// By ends.
  public let lines: [Line]
  /// What was left out, a sentence each; empty where everything is drawn.
  public let notes: [String]
  /// Where it comes from.
  public let sources: String
  /// For a person, the label of the country or organisation that he or she stands for.
  let affiliations: [String: String]

  /// Chooses what to draw.
  ///
  /// Role edges are not drawn, since an issue's label names whom it is about, nor offices and affiliations,
  /// since a person's box names the country. Nodes that nothing else ties to the drawing are left out.
  public init(_ graph: StanceGraph, options: DrawingOptions = DrawingOptions()) {
    let nodes = Dictionary(uniqueKeysWithValues: graph.nodes.map { ($0.uid, $0) })
    let rare = Set(
      graph.nodes.filter {
        // A bare word without arguments (`plan`, `it`) is not the same thing in two articles.
        $0.kind == .proposition
          && ($0.statementCount < options.minPropositionStatements
            || $0.uid.hasSuffix("(-,-)") || $0.uid.hasSuffix("()"))
      }.map(\.uid))
    let lines = Self.lines(graph).filter { line in
      !rare.contains(line.from) && !rare.contains(line.to)
        && (options.showRelations || line.kind != .relation)
    }
    let candidates = Self.candidates(lines)
    let shown = Self.selection(candidates, lines: lines, nodes: nodes, limit: options.maxNodes)
    self.lines = lines.filter { shown.contains($0.from) && shown.contains($0.to) }
    self.nodes = graph.nodes.filter { shown.contains($0.uid) }
    self.title = options.title ?? graph.title
    self.notes = Self.notes(
      left: candidates.count - shown.count, of: candidates.count, rare: rare.count)
    self.sources = Self.sources(graph)
    self.affiliations = Dictionary(
      uniqueKeysWithValues: self.nodes.compactMap { node in
        node.affiliation.map { (node.uid, nodes[$0]?.label ?? $0) }
      })
  }

  // MARK: Lines

  private static func lines(_ graph: StanceGraph) -> [Line] {
    struct Key: Hashable {
      var from: String
      var to: String
      var kind: GraphEdge.Kind
      var polarity: Polarity?
    }
    var order: [Key] = []
    var groups: [Key: [AggregatedEdge]] = [:]
    for edge in graph.aggregatedEdges() {
      switch edge.kind {
      case .role, .affiliation, .agreement, .conflict, .holds, .about: continue
      case .relation where edge.interaction == "holds-office": continue
      case .stance, .relation, .claim: break
      }
      let key = Key(from: edge.from, to: edge.to, kind: edge.kind, polarity: edge.polarity)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(edge)
    }
    return order.map { key in
      Line(
        from: key.from, to: key.to, kind: key.kind, polarity: key.polarity,
        parts: groups[key] ?? [])
    }
  }

  // MARK: Selection

  /// What articles speak of, and all claimants of its territories.
  private static func candidates(_ lines: [Line]) -> Set<String> {
    var uids: Set<String> = []
    for line in lines where line.kind == .stance || line.kind == .relation {
      uids.insert(line.from)
      uids.insert(line.to)
    }
    return withClaimants(uids, lines)
  }

  /// A disputed territory is never shown without all who claim it.
  private static func withClaimants(_ uids: Set<String>, _ lines: [Line]) -> Set<String> {
    var all = uids
    var grew = true
    while grew {
      let before = all.count
      for line in lines where line.kind == .claim && all.contains(line.to) { all.insert(line.from) }
      grew = all.count > before
    }
    return all
  }

  private static func selection(
    _ candidates: Set<String>, lines: [Line], nodes: [String: GraphNode], limit: Int
  ) -> Set<String> {
    guard candidates.count > limit else { return candidates }
    var weight: [String: Int] = [:]
    for line in lines where line.kind == .stance || line.kind == .relation {
      // A stance counts for more than a mention in a relation.
      let value = line.count * (line.kind == .stance ? 4 : 1)
      weight[line.from, default: 0] += value
      weight[line.to, default: 0] += value
    }
    let ranked = candidates.sorted { a, b in
      let (x, y) = (weight[a] ?? 0, weight[b] ?? 0)
      return x == y ? ByteOrder.precedes(a, b) : x > y
    }
    let chosen = Set(ranked.prefix(max(1, limit)))
    // A node whose neighbours were all left out says nothing.
    var tied: Set<String> = []
    for line in lines where chosen.contains(line.from) && chosen.contains(line.to) {
      tied.insert(line.from)
      tied.insert(line.to)
    }
    return withClaimants(tied.isEmpty ? chosen : tied, lines)
  }

  // MARK: Words

  private static func notes(left: Int, of all: Int, rare: Int) -> [String] {
    var notes: [String] = []
    if left > 0 { notes.append("\(left) of \(all) nodes with fewer statements are not shown.") }
    if rare > 0 {
      notes.append(
        rare == 1
          ? "1 proposition that occurs once is not shown."
          : "\(rare) propositions that occur once are not shown.")
    }
    return notes
  }

  private static func sources(_ graph: StanceGraph) -> String {
    let dates = ByteOrder.sorted(Set(graph.documents.compactMap(\.date).filter { !$0.isEmpty }))
    let outlets = ByteOrder.sorted(
      Set(graph.documents.compactMap(\.outlet).filter { !$0.isEmpty }))
    var parts = [
      count(graph.statements.count, "statement") + " in "
        + count(graph.documents.count, "article")
    ]
    if let first = dates.first, let last = dates.last {
      parts.append(first == last ? first : "\(first) to \(last)")
    }
    if !outlets.isEmpty {
      let named = outlets.prefix(4).joined(separator: ", ")
      let more = outlets.count > 4 ? " and \(outlets.count - 4) more" : ""
      parts.append("\(outlets.count == 1 ? "outlet" : "outlets"): \(named)\(more)")
    }
    if graph.edges.contains(where: { $0.kind == .claim }) {
      parts.append("claims: StanceGraph's ontology")
    }
    return parts.joined(separator: "; ") + "."
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
