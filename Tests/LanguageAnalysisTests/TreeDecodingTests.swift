import LanguageAnalysis
import SourceText
import Testing

@Suite struct TreeDecodingTests {
  /// The scores of a sentence whose arcs `(head, dependent)` get 1, the others 0.
  private func scores(_ count: Int, _ arcs: [(head: Int, dependent: Int, score: Float)]) -> [Float]
  {
    var scores = [Float](repeating: 0, count: count * (count + 1))
    for arc in arcs { scores[(arc.dependent - 1) * (count + 1) + arc.head] = arc.score }
    return scores
  }

  @Test func `the best heads are kept where they are a tree`() {
    #expect(
      maximumSpanningTree(scores: scores(3, [(0, 2, 1), (2, 1, 1), (2, 3, 1)]), count: 3) == [
        2, 0, 2,
      ])
  }

  @Test func `an empty sentence has no heads and a word alone is the root`() {
    #expect(maximumSpanningTree(scores: [], count: 0) == [])
    #expect(maximumSpanningTree(scores: [-5, 7], count: 1) == [0])
  }

  @Test func `a cycle is broken where it costs least`() {
    // 1 and 2 hold each other; letting the root take 2 loses less.
    let heads = maximumSpanningTree(
      scores: scores(2, [(1, 2, 9), (2, 1, 9), (0, 1, 2), (0, 2, 4)]), count: 2)
    #expect(heads == [2, 0])
  }

  @Test func `of several roots the one with the best tree stays`() {
    let heads = maximumSpanningTree(
      scores: scores(3, [(0, 1, 9), (0, 2, 8), (0, 3, 7), (2, 1, 3), (2, 3, 6), (1, 2, 1)]),
      count: 3)
    #expect(heads == [2, 0, 2])
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity, 0, 1e38])
  func `scores that say nothing still give a tree`(value: Float) {
    for count in 1...6 {
      let heads = maximumSpanningTree(
        scores: [Float](repeating: value, count: count * (count + 1)), count: count)
      #expect(DependencyTree.fault(in: heads.map { $0 - 1 }) == nil)
    }
  }

  @Test func `no tree with one root scores better, by trial of all`() {
    var state: UInt64 = 1
    for round in 0..<2_000 {
      let count = 1 + round % 5
      // Small whole numbers, so that sums are exact and cycles and ties many.
      let scores = (0..<(count * (count + 1))).map { _ in Float(nextRandom(&state) % 9) - 4 }
      let heads = maximumSpanningTree(scores: scores, count: count)
      #expect(DependencyTree.fault(in: heads.map { $0 - 1 }) == nil, "\(heads)")
      #expect(total(heads, scores) == bestTotal(scores, count), "\(scores) gave \(heads)")
    }
  }

  @Test func `long sentences with many cycles give a tree with one root`() {
    var state: UInt64 = 3
    for count in [40, 130] {
      let scores = (0..<(count * (count + 1))).map { _ in Float(nextRandom(&state) % 1_000) / 100 }
      let heads = maximumSpanningTree(scores: scores, count: count)
      #expect(DependencyTree.fault(in: heads.map { $0 - 1 }) == nil)
    }
  }

  private func total(_ heads: [Int], _ scores: [Float]) -> Float {
    heads.enumerated().reduce(0) { $0 + scores[$1.offset * (heads.count + 1) + $1.element] }
  }

  /// The score of the best tree with one root, by trying all assignments of heads.
  private func bestTotal(_ scores: [Float], _ count: Int) -> Float {
    var best = -Float.infinity
    var heads = Array(repeating: 0, count: count)
    while true {
      if DependencyTree.fault(in: heads.map { $0 - 1 }) == nil {
        best = max(best, total(heads, scores))
      }
      guard let i = heads.firstIndex(where: { $0 < count }) else { return best }
      for j in 0..<i { heads[j] = 0 }
      heads[i] += 1
    }
  }

  @Test(
    arguments: [
      ([-1], nil), ([1, -1, 1], nil), ([], .noRoot), ([-1, -1], .secondRoot(1)), ([1, 0], .noRoot),
      ([-1, 2, 1], .cycle(1)), ([-1, 1], .cycle(1)), ([-1, 2], .headOutside(1)),
      ([-1, -2], .headOutside(1)),
    ] as [([Int], DependencyTree.Fault?)])
  func `faults of a tree are named`(heads: [Int], fault: DependencyTree.Fault?) {
    #expect(DependencyTree.fault(in: heads) == fault)
  }

  @Test func `a sentence's heads are counted as the document's tokens are`() {
    var tokens = Tokens()
    tokens.heads = [-1, 2, -1, 2]
    tokens.spans = Array(repeating: .init(0, 0), count: 4)
    #expect(tokens.isTree(1..<4))
    #expect(!tokens.isTree(0..<3))
    #expect(!tokens.isTree(2..<9))
  }
}
