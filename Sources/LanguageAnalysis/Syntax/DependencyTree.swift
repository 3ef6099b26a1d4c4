/// What makes the heads of a sentence a dependency tree.
public enum DependencyTree {
  /// What keeps some heads from being a tree.
  public enum Fault: Sendable, Hashable {
    case noRoot
    /// The second root, an index into the heads.
    case secondRoot(Int)
    /// A token whose head lies outside the sentence.
    case headOutside(Int)
    /// A token on a cycle; its own head is one.
    case cycle(Int)
  }

  /// The first fault of a sentence's heads, or nil if they are a tree with a single root.
  ///
  /// - Parameters:
  ///   - heads: the head of each token of the sentence, -1 at the root.
  ///   - first: what the first token's index is; a head is counted as the tokens are.
  /// Complexity: linear.
  public static func fault(in heads: some RandomAccessCollection<Int>, countedFrom first: Int = 0)
    -> Fault?
  {
    let heads = heads.map { $0 == -1 ? -1 : $0 - first }
    var root: Int?
    for (i, head) in heads.enumerated() {
      guard head >= -1, head < heads.count else { return .headOutside(i) }
      guard head == -1 else { continue }
      if root != nil { return .secondRoot(i) }
      root = i
    }
    guard root != nil else { return .noRoot }
    return cycle(in: heads).map { .cycle($0) }
  }

  /// A token on a cycle of heads, which are indices or -1.
  private static func cycle(in heads: [Int]) -> Int? {
    // 0: not seen, else the walk that came by.
    var walk = Array(repeating: 0, count: heads.count)
    for start in heads.indices {
      var i = start
      while i != -1, walk[i] == 0 {
        walk[i] = start + 1
        i = heads[i]
      }
      if i != -1, walk[i] == start + 1 { return i }
    }
    return nil
  }
}

extension Tokens {
  /// Whether the tokens of a sentence form a tree with a single root.
  public func isTree(_ sentence: Range<Int>) -> Bool {
    guard sentence.lowerBound >= 0, sentence.upperBound <= count else { return false }
    return DependencyTree.fault(in: heads[sentence], countedFrom: sentence.lowerBound) == nil
  }
}
