/// What two actors agree and disagree on.
public struct ActorTie: Hashable, Sendable {
  /// The uid that comes first in bytes.
  public var first: String
  public var second: String
  /// The uids of the targets on which both take one side, a target twice where both take both sides.
  public var agreed: [String]
  /// The uids of the targets on which they take opposite sides.
  public var disputed: [String]
}

extension StanceGraph {
  /// The ties between actors over what they both take a position on.
  ///
  /// The counts are the congruence and the conflict of discourse network analysis with a binary qualifier, each
  /// statement of one actor on one target counted once (Leifeld 2017, *Discourse Network Analysis*).
  ///
  /// - Complexity: for each target, the square of the number of actors who take a position on it.
  public func actorTies() -> [ActorTie] {
    struct Pair: Hashable {
      var first: String
      var second: String
    }
    let actors = Set(nodes.filter { $0.kind.isActor }.map(\.uid))
    var sides: [String: [String: Set<Int>]] = [:]
    for edge in edges where edge.kind == .stance && actors.contains(edge.from) {
      guard let sign = edge.polarity?.sign, sign != 0 else { continue }
      sides[edge.to, default: [:]][edge.from, default: []].insert(sign)
    }
    var ties: [Pair: ActorTie] = [:]
    for target in ByteOrder.sorted(sides.keys) {
      let positions = sides[target] ?? [:]
      let holders = ByteOrder.sorted(positions.keys)
      for (index, first) in holders.enumerated() {
        for second in holders.dropFirst(index + 1) where second != target && first != target {
          let (a, b) = (positions[first] ?? [], positions[second] ?? [])
          let same = a.intersection(b).count
          let opposite = a.count { b.contains(-$0) }
          let pair = Pair(first: first, second: second)
          var tie = ties[pair] ?? ActorTie(first: first, second: second, agreed: [], disputed: [])
          tie.agreed += Array(repeating: target, count: same)
          tie.disputed += Array(repeating: target, count: opposite)
          ties[pair] = tie
        }
      }
    }
    return ties.values.sorted {
      ByteOrder.precedes([$0.first, $0.second], [$1.first, $1.second])
    }
  }
}
