/// The best dependency tree with exactly one root, by the scores of its arcs.
///
/// Chu and Liu (1965) and Edmonds (1967) over a dense matrix; one root is had by lowering all root arcs by more
/// than any two trees can differ, as Stanojević and Cohen (2021), *A Root of the Problem*, do: a tree with
/// fewer roots then always wins, and among those with one the scores decide. Where the best head of every
/// token already gives such a tree, nothing more is done.
///
/// - Parameters:
///   - scores: `count` rows of `count + 1` columns. Row `d - 1` is dependent `d` (1…count), column `h` head `h`
///     (0 is the root). What lies beyond ±1,000,000 counts as that, what is not a number as the least; of
///     equal scores the leftmost head wins.
///   - count: the number of tokens.
/// - Returns: the heads of the tokens 1…count, 0 at the root.
/// - Precondition: `scores` holds `count * (count + 1)` values.
public func maximumSpanningTree(scores: [Float], count: Int) -> [Int] {
  precondition(
    count >= 0 && scores.count == count * (count + 1), "\(scores.count) scores for \(count) tokens")
  guard count > 0 else { return [] }
  let best = bestHeads(scores, count)
  if DependencyTree.fault(in: best.map { $0 - 1 }) == nil { return best }
  return Contraction(scores, count).heads()
}

/// Scores beyond it would leave no room for the differences between the others.
private let scoreLimit = 1e6

/// The best head of each token that is not the token itself.
private func bestHeads(_ scores: [Float], _ count: Int) -> [Int] {
  (1...count).map { dependent in
    let row = (dependent - 1) * (count + 1)
    var best = dependent == 1 && count > 1 ? 2 : 0
    for head in 0...count where head != dependent {
      let (score, least) = (scores[row + head], scores[row + best])
      if score > least || (least.isNaN && !score.isNaN) || (score == least && head < best) {
        best = head
      }
    }
    return best
  }
}

/// The graph while its cycles are drawn together into single nodes.
private struct Contraction {
  struct Arc {
    /// The nodes of the sentence that it joins.
    var head: Int
    var dependent: Int
  }

  struct Member {
    /// The tokens drawn together in it.
    var tokens: [Int]
    /// The arc of the cycle that comes in.
    var arc: Arc
  }

  private let size: Int
  /// `score[d * size + h]`, and the arc of the sentence that it stands for.
  private var score: [Double]
  private var arcs: [Arc]
  private var active: [Bool]
  private var tokens: [[Int]]
  private var cycles: [[Member]] = []

  init(_ scores: [Float], _ count: Int) {
    size = count + 1
    score = Array(repeating: -.infinity, count: size * size)
    arcs = Array(repeating: Arc(head: 0, dependent: 0), count: size * size)
    active = Array(repeating: true, count: size)
    tokens = (0..<size).map { [$0] }
    let limit = scoreLimit
    var (low, high) = (limit, -limit)
    for dependent in 1..<size {
      for head in 0..<size {
        let place = dependent * size + head
        arcs[place] = Arc(head: head, dependent: dependent)
        guard head != dependent else { continue }
        let given = Double(scores[(dependent - 1) * size + head])
        score[place] = given.isNaN ? -limit : max(-limit, min(limit, given))
        low = min(low, score[place])
        high = max(high, score[place])
      }
    }
    let penalty = (high - low) * Double(size) + 1
    for dependent in 1..<size { score[dependent * size] -= penalty }
  }

  /// The heads of the tokens 1…count.
  consuming func heads() -> [Int] {
    var best = Array(repeating: 0, count: size)
    for node in 1..<size { best[node] = bestHead(of: node) }
    while let cycle = Self.cycle(best, active) {
      contract(cycle, best)
      let isMember = cycle.reduce(into: Array(repeating: false, count: size)) { $0[$1] = true }
      for node in 1..<size where active[node] {
        // Only arcs from and to the cycle have changed, and those from it to the greatest that there were.
        let row = node * size
        if isMember[node] || isMember[best[node]] {
          best[node] = bestHead(of: node)
        } else if score[row + cycle[0]] == score[row + best[node]], cycle[0] < best[node] {
          best[node] = cycle[0]
        }
      }
    }
    var heads = Array(repeating: -1, count: size)
    for node in 1..<size where active[node] {
      let arc = arcs[node * size + best[node]]
      heads[arc.dependent] = arc.head
    }
    for cycle in cycles.reversed() {
      // The member that an arc from outside enters gives up its arc of the cycle.
      for member in cycle where !member.tokens.contains(where: { heads[$0] >= 0 }) {
        heads[member.arc.dependent] = member.arc.head
      }
    }
    return Array(heads.dropFirst())
  }

  private func bestHead(of node: Int) -> Int {
    var best = node == 0 ? 1 : 0
    for head in 0..<size where active[head] && head != node {
      if score[node * size + head] > score[node * size + best] { best = head }
    }
    return best
  }

  /// Draws a cycle together into its first node.
  private mutating func contract(_ cycle: [Int], _ best: [Int]) {
    let node = cycle[0]
    cycles.append(cycle.map { Member(tokens: tokens[$0], arc: arcs[$0 * size + best[$0]]) })
    let isMember = cycle.reduce(into: Array(repeating: false, count: size)) { $0[$1] = true }
    let inside = cycle.map { score[$0 * size + best[$0]] }
    for other in 0..<size where active[other] && !isMember[other] {
      var (into, intoArc) = (-Double.infinity, arcs[node * size + other])
      var (out, outArc) = (-Double.infinity, arcs[other * size + node])
      for (member, arc) in zip(cycle, inside) {
        let gain = score[member * size + other] - arc
        if gain > into { (into, intoArc) = (gain, arcs[member * size + other]) }
        if score[other * size + member] > out {
          (out, outArc) = (score[other * size + member], arcs[other * size + member])
        }
      }
      score[node * size + other] = into
      arcs[node * size + other] = intoArc
      score[other * size + node] = out
      arcs[other * size + node] = outArc
    }
    tokens[node] = cycle.flatMap { tokens[$0] }
    for member in cycle.dropFirst() { active[member] = false }
  }

  /// The nodes of a cycle among the best heads, the lowest first.
  private static func cycle(_ best: [Int], _ active: [Bool]) -> [Int]? {
    var walk = Array(repeating: 0, count: best.count)
    for start in 1..<best.count where active[start] {
      var i = start
      while i != 0, walk[i] == 0 {
        walk[i] = start
        i = best[i]
      }
      guard i != 0, walk[i] == start else { continue }
      var cycle = [i]
      var next = best[i]
      while next != i {
        cycle.append(next)
        next = best[next]
      }
      return cycle.sorted()
    }
    return nil
  }
}
