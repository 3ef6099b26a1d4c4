public import SourceText

/// Which part of a graph to show.
public struct GraphFilter: Hashable, Sendable {
  /// Nothing that lies wholly before or after these: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public var from: String?
  public var to: String?
  /// Names of node kinds (`country`) and edge kinds (`stance`): only those, where any of that sort is given.
  public var only: [String] = []
  /// How many statements must say the same of one holder and target for their edges to stay.
  public var minimumWeight = 1
  /// The uid or the label of a node: only what is at most `hops` edges away.
  public var around: String?
  public var hops = 1
  /// Only the nodes with the most statements.
  public var top: Int?

  public init() {}
}

extension StanceGraph {
  /// The part of the graph that the filter lets through: dates first, then kinds, weights, the neighbourhood, the top.
  ///
  /// Nodes that lose all their edges go; statements, relations and articles stay as far as they are behind an edge.
  /// - Throws: `Diagnostic` of kind `.usage` for a date, a kind or a node that is none.
  public func filtered(_ filter: GraphFilter) throws(Diagnostic) -> StanceGraph {
    guard filter != GraphFilter() else { return self }
    let period = try Period(filter)
    let (nodeKinds, edgeKinds) = try Self.kinds(filter.only)
    var kept = edges.filter { period.includes($0) }
    if !edgeKinds.isEmpty { kept.removeAll { !edgeKinds.contains($0.kind) } }
    var named = Set(nodes.map(\.uid))
    if !nodeKinds.isEmpty { named = Set(nodes.filter { nodeKinds.contains($0.kind) }.map(\.uid)) }
    kept.removeAll { !named.contains($0.from) || !named.contains($0.to) }
    if filter.minimumWeight > 1 { kept = Self.heavy(kept, filter.minimumWeight) }
    var center: String?
    if let wanted = filter.around {
      let uid = try node(called: wanted)
      let near = Self.neighbourhood(of: uid, kept, hops: filter.hops)
      kept.removeAll { !near.contains($0.from) || !near.contains($0.to) }
      center = uid
    }
    if let top = filter.top {
      let best = Set(Self.busiest(kept, top))
      kept.removeAll { !best.contains($0.from) || !best.contains($0.to) }
    }
    return part(kept, with: center)
  }

  /// The node with this uid or label, letter case aside.
  private func node(called name: String) throws(Diagnostic) -> String {
    if let node = nodes.first(where: { $0.uid == name }) { return node.uid }
    let folded = name.lowercased()
    if let node = nodes.first(where: { $0.label.lowercased() == folded }) { return node.uid }
    let like = nodes.filter { $0.label.lowercased().contains(folded) }.prefix(5).map(\.label)
    throw Diagnostic(
      .usage, file: "stancegraph", problem: "no node of the graph is called '\(name)'",
      remedy: like.isEmpty
        ? "Give a label or an id, such as country:UA."
        : "Did you mean \(like.joined(separator: ", "))?")
  }

  private static func kinds(_ names: [String]) throws(Diagnostic) -> (
    Set<GraphNode.Kind>, Set<GraphEdge.Kind>
  ) {
    var nodes: Set<GraphNode.Kind> = []
    var edges: Set<GraphEdge.Kind> = []
    for name in names {
      if let kind = GraphNode.Kind(rawValue: name), GraphNode.Kind.ofGraphs.contains(kind) {
        nodes.insert(kind)
      } else if let kind = GraphEdge.Kind(rawValue: name), GraphEdge.Kind.ofGraphs.contains(kind) {
        edges.insert(kind)
      } else {
        let known =
          GraphNode.Kind.ofGraphs.map(\.rawValue) + GraphEdge.Kind.ofGraphs.map(\.rawValue)
        throw Diagnostic(
          .usage, file: "stancegraph", problem: "'\(name)' is no kind of node or edge",
          remedy: "One of: \(known.joined(separator: ", ")).")
      }
    }
    return (nodes, edges)
  }

  private static func heavy(_ edges: [GraphEdge], _ least: Int) -> [GraphEdge] {
    func key(_ edge: GraphEdge) -> [String] { [edge.from, edge.to, edge.interaction] }
    var counts: [[String]: Int] = [:]
    for edge in edges where edge.kind == .stance { counts[key(edge), default: 0] += 1 }
    return edges.filter { $0.kind != .stance || counts[key($0), default: 0] >= least }
  }

  private static func neighbourhood(of uid: String, _ edges: [GraphEdge], hops: Int) -> Set<String>
  {
    var near: Set<String> = [uid]
    for _ in 0..<max(0, hops) {
      let next = edges.filter { near.contains($0.from) || near.contains($0.to) }
      let count = near.count
      for edge in next { near.formUnion([edge.from, edge.to]) }
      if near.count == count { break }
    }
    return near
  }

  private static func busiest(_ edges: [GraphEdge], _ count: Int) -> [String] {
    var counts: [String: Int] = [:]
    for edge in edges {
      for uid in Set([edge.from, edge.to]) {
        counts[uid, default: 0] += edge.kind == .stance ? 1 : 0
      }
    }
    let ranked = counts.sorted { a, b in
      a.value == b.value ? ByteOrder.precedes(a.key, b.key) : a.value > b.value
    }
    return ranked.prefix(max(0, count)).map(\.key)
  }

  private func part(_ kept: [GraphEdge], with center: String?) -> StanceGraph {
    var counts: [String: Int] = [:]
    for edge in kept where edge.kind == .stance {
      for uid in Set([edge.from, edge.to]) { counts[uid, default: 0] += 1 }
    }
    var ends = Set(kept.flatMap { [$0.from, $0.to] })
    if let center { ends.insert(center) }
    let ids = Set(kept.compactMap(\.statementID))
    let statements = statements.filter { ids.contains($0.id) }
    let relations = relations.filter { ids.contains($0.id) }
    let used = Set(statements.map(\.document) + relations.map(\.document))
    return StanceGraph(
      title: title, documents: documents.filter { used.contains($0.document) },
      statements: statements, relations: relations,
      nodes: nodes.filter { ends.contains($0.uid) }.map { node in
        var node = node
        node.statementCount = counts[node.uid, default: 0]
        return node
      }, edges: kept)
  }
}

/// The days between two dates as exactly as they are given.
private struct Period {
  var from: String?
  var to: String?

  init(_ filter: GraphFilter) throws(Diagnostic) {
    from = filter.from
    to = filter.to
    for date in [from, to].compactMap(\.self) where !Self.isDate(date) {
      throw Diagnostic(
        .usage, file: "stancegraph", problem: "'\(date)' is no date",
        remedy: "Write YYYY, YYYY-MM or YYYY-MM-DD.")
    }
    if let from, let to, Self.isAfter(from, to) {
      throw Diagnostic(
        .usage, file: "stancegraph", problem: "the period ends (\(to)) before it begins (\(from))",
        remedy: "Give --from the earlier date.")
    }
  }

  /// What follows from others, such as a role, has no time and stays; a statement without a date does not.
  func includes(_ edge: GraphEdge) -> Bool {
    guard from != nil || to != nil else { return true }
    switch edge.kind {
    case .affiliation, .role: return true
    case .claim: return lies(edge.since, edge.until ?? "9999")
    case .stance, .relation, .agreement, .conflict, .holds, .about:
      guard let start = edge.start else { return false }
      return lies(start, start)
    }
  }

  private func lies(_ first: String?, _ last: String) -> Bool {
    if let from, Self.isAfter(from, last) { return false }
    if let to, let first, Self.isAfter(first, to) { return false }
    return true
  }

  /// Whether all of one lies behind the other, as exactly as both are known.
  private static func isAfter(_ a: String, _ b: String) -> Bool {
    let length = min(a.count, b.count)
    return a.prefix(length) > b.prefix(length)
  }

  private static func isDate(_ text: String) -> Bool {
    text.wholeMatch(of: /[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?/) != nil
  }
}
