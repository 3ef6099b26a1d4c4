import StanceModel

extension AttributeTable {
  /// Actors alone: who agrees with whom on how many targets, who disagrees, and who takes sides for or against whom
  /// (`GraphShape.actors`).
  mutating func addActorTies(_ source: StanceGraph) {
    let actors = Set(source.nodes.filter { $0.kind.isActor }.map(\.uid))
    nodes.removeAll { !actors.contains($0.uid) }
    let direct = source.aggregatedEdges().filter {
      $0.kind == .stance && actors.contains($0.from) && actors.contains($0.to)
    }
    addSums(direct)
    edgeColumns.append(Column(name: "targets", type: .string))
    for index in edges.indices { edges[index].values.append(nil) }
    for tie in source.actorTies() {
      for (kind, targets) in [(GraphEdge.Kind.agreement, tie.agreed), (.conflict, tie.disputed)]
      where !targets.isEmpty {
        let id = "\(kind.rawValue)(\(tie.first),\(tie.second))"
        let values = edgeColumns.map { column -> Value? in
          switch column.name {
          case "statement_id": Self.text(id)
          case "kind", "label", "interaction": .string(kind.rawValue)
          case "sign_weight": .double(Double(targets.count) * (kind == .agreement ? 1 : -1))
          case "weight": .double(Double(targets.count))
          case "targets": Self.text(Self.joined(targets))
          default: nil
          }
        }
        edges.append(
          Edge(
            id: id, from: tie.first, to: tie.second, kind: kind, polarity: nil, url: nil,
            tooltip: Self.joined(targets), start: nil, end: nil, values: values))
      }
    }
  }
}
