public import SourceText

/// The dependency trees of a document's sentences, indexed both ways.
///
/// Built once for a document in O(tokens); every question costs what its answer is long. Heads that
/// leave their sentence, and the last arc of a cycle, count as roots, so that every walk ends.
public struct SyntaxTree: Sendable {
  public let tokens: Tokens
  /// The relation of each token without its subtype.
  public let relations: [DependencyRelation]
  /// The head of each token, -1 at a root.
  public let heads: [Int]
  /// The index of each token's sentence; -1 outside every sentence.
  public let sentenceIndices: [Int]

  private let childStarts: [Int]
  private let childList: [Int]
  private let firsts: [Int]
  private let ends: [Int]

  public init(_ document: Document) {
    self.init(tokens: document.tokens, sentences: document.sentences)
  }

  public init(tokens: Tokens, sentences: [Sentence]) {
    let count = tokens.count
    var sentenceIndices = [Int](repeating: -1, count: count)
    for (index, sentence) in sentences.enumerated() {
      for token in sentence.tokens.clamped(to: 0..<count) { sentenceIndices[token] = index }
    }
    var heads = [Int](repeating: -1, count: count)
    for token in 0..<count {
      let head = token < tokens.heads.count ? tokens.heads[token] : -1
      let valid =
        head >= 0 && head < count && head != token
        && sentenceIndices[head] == sentenceIndices[token]
      heads[token] = valid ? head : -1
    }
    Self.breakCycles(&heads)
    var starts = [Int](repeating: 0, count: count + 1)
    for head in heads where head >= 0 { starts[head + 1] += 1 }
    for token in 0..<count { starts[token + 1] += starts[token] }
    var next = starts
    var children = [Int](repeating: 0, count: starts[count])
    for token in 0..<count where heads[token] >= 0 {
      children[next[heads[token]]] = token
      next[heads[token]] += 1
    }
    var firsts = Array(0..<count)
    var ends = Array(1..<(count + 1))
    for token in Self.childrenFirst(heads: heads, starts: starts, children: children) {
      let head = heads[token]
      guard head >= 0 else { continue }
      firsts[head] = min(firsts[head], firsts[token])
      ends[head] = max(ends[head], ends[token])
    }
    self.tokens = tokens
    self.heads = heads
    self.sentenceIndices = sentenceIndices
    relations = (0..<count).map {
      $0 < tokens.relations.count ? DependencyRelation(label: tokens.relations[$0]) : .dep
    }
    childStarts = starts
    childList = children
    self.firsts = firsts
    self.ends = ends
  }

  public var count: Int { heads.count }

  /// The children of a token in text order.
  public func children(of token: Int) -> ArraySlice<Int> {
    guard heads.indices.contains(token) else { return [] }
    return childList[childStarts[token]..<childStarts[token + 1]]
  }

  /// The first child with one of the relations, whatever its subtype.
  public func child(of token: Int, _ relations: RelationSet) -> Int? {
    children(of: token).first { relations.contains(self.relations[$0]) }
  }

  /// The first child with the relation, whatever its subtype.
  public func child(of token: Int, _ relation: DependencyRelation) -> Int? {
    children(of: token).first { relations[$0] == relation }
  }

  /// The first child with exactly this label, such as `obl:agent`.
  public func child(of token: Int, label: String) -> Int? {
    children(of: token).first { tokens.relations[$0] == label }
  }

  public func children(of token: Int, _ relations: RelationSet) -> [Int] {
    children(of: token).filter { relations.contains(self.relations[$0]) }
  }

  public func children(of token: Int, _ relation: DependencyRelation) -> [Int] {
    children(of: token).filter { relations[$0] == relation }
  }

  /// Whether the token has this relation to its head; a label with `:` is compared whole.
  public func has(_ token: Int, _ label: String) -> Bool {
    guard tokens.relations.indices.contains(token) else { return false }
    return tokens.relations[token] == label
      || (!label.contains(":") && relations[token] == DependencyRelation(label: label))
  }

  /// The head of a token; nil at a root.
  public func head(of token: Int) -> Int? {
    guard heads.indices.contains(token), heads[token] >= 0 else { return nil }
    return heads[token]
  }

  /// The tokens from the first to the last of the subtree; a non-projective tree may have a gap in it.
  public func subtreeRange(of token: Int) -> Range<Int> { firsts[token]..<ends[token] }

  /// The tokens of the subtree in text order, without the subtrees of tokens that `isCut` names.
  public func subtree(of token: Int, cutting isCut: (Int) -> Bool = { _ in false }) -> [Int] {
    var found: [Int] = []
    var stack = [token]
    while let top = stack.popLast() {
      found.append(top)
      for child in children(of: top) where !isCut(child) { stack.append(child) }
    }
    found.sort()
    return found
  }

  /// Whether `ancestor` is the token itself or stands above it.
  public func isInside(_ token: Int, subtreeOf ancestor: Int) -> Bool {
    var current = token
    while current >= 0 {
      if current == ancestor { return true }
      current = heads[current]
    }
    return false
  }

  /// The tokens from `token`'s head up to its root, nearest first.
  public func ancestors(of token: Int) -> [Int] {
    var found: [Int] = []
    var current = head(of: token)
    while let ancestor = current {
      found.append(ancestor)
      current = head(of: ancestor)
    }
    return found
  }

  /// The root of the token's tree.
  public func root(of token: Int) -> Int {
    var current = token
    while heads[current] >= 0 { current = heads[current] }
    return current
  }

  /// UTF-8 bytes from the first token of the range to the last.
  public func span(of range: Range<Int>) -> TextSpan {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= count else {
      return TextSpan(0, 0)
    }
    return TextSpan(tokens.spans[range.lowerBound].start, tokens.spans[range.upperBound - 1].end)
  }

  /// Cuts one arc of each cycle.
  private static func breakCycles(_ heads: inout [Int]) {
    // 0 unseen, otherwise the number of the walk that came by.
    var walks = [Int](repeating: 0, count: heads.count)
    for start in heads.indices where walks[start] == 0 {
      var current = start
      while walks[current] == 0 {
        walks[current] = start + 1
        let head = heads[current]
        guard head >= 0 else { break }
        if walks[head] == start + 1 {
          heads[current] = -1
          break
        }
        current = head
      }
    }
  }

  private static func childrenFirst(heads: [Int], starts: [Int], children: [Int]) -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(heads.count)
    for token in heads.indices where heads[token] < 0 { order.append(token) }
    var position = 0
    while position < order.count {
      let token = order[position]
      order.append(contentsOf: children[starts[token]..<starts[token + 1]])
      position += 1
    }
    return order.reversed()
  }
}
