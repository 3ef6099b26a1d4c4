import StanceModel

extension AttributeTable {
  /// An edge for each statement, relation and claim (`GraphShape.multigraph`).
  mutating func addEdges(_ source: StanceGraph) {
    let fields = Self.edgeFields
    edgeColumns = fields.map(\.column)
    edges = source.edges.map { edge in
      Edge(
        id: edge.id, from: edge.from, to: edge.to, kind: edge.kind, polarity: edge.polarity,
        url: edge.evidence?.url, tooltip: edge.evidence?.quotation ?? edge.label,
        start: edge.start, end: edge.until, values: fields.map { $0.value(edge) })
    }
  }

  /// An edge for all statements of one holder, target and side (`GraphShape.aggregated`).
  mutating func addSums(_ sums: [AggregatedEdge]) {
    let fields = Self.sumFields
    edgeColumns = fields.map(\.column)
    edges = sums.map { edge in
      Edge(
        id: edge.id, from: edge.from, to: edge.to, kind: edge.kind, polarity: edge.polarity,
        url: nil, tooltip: edge.quotations.first ?? edge.id, start: edge.firstDate,
        end: edge.lastDate, values: fields.map { $0.value(edge) })
    }
  }
}
