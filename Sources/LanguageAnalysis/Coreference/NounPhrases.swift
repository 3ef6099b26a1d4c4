/// A noun phrase, which may refer to something.
struct NounPhrase {
  var tokens: Range<Int>
  /// The token that stands for it: its head, or the conjunction of a coordination (`Doe and Roe`).
  var word: Int
}

extension SyntaxTree {
  /// The noun phrases of a range of tokens that are whole trees, in the order of their words.
  ///
  /// A phrase is what hangs on its head, without conjuncts, appositions, the clause of a nominal predicate
  /// and adverbs behind it, as GUM draws them. Names that are part of another name, and relative
  /// pronouns, are none. `training/phrases.py` does the same.
  func nounPhrases(in sentence: Range<Int>) -> [NounPhrase] {
    var found: [NounPhrase] = []
    for token in sentence where isHeadOfPhrase(token) {
      let range = phraseExtent(of: token)
      found.append(NounPhrase(tokens: range, word: token))
      if let list = coordination(from: token, range) { found.append(list) }
    }
    return found.sorted {
      ($0.word, $0.tokens.lowerBound, -$0.tokens.upperBound)
        < ($1.word, $1.tokens.lowerBound, -$1.tokens.upperBound)
    }
  }

  private func isHeadOfPhrase(_ token: Int) -> Bool {
    let relation = relations[token]
    if relation == .flat || relation == .fixed || relation == .goeswith { return false }
    if ["WP", "WDT", "WP$", "WRB", "EX"].contains(tokens.xpos[token]) { return false }
    switch tokens.upos[token] {
    case .noun, .propn: return true
    case .pron: return relation != .expl
    case .det:
      return tokens.relations[token] == "nmod:poss" || relation == .nsubj || relation == .obj
    case .num, .adj:
      return relation == .nsubj || relation == .obj || relation == .obl || relation == .nmod
    default: return false
    }
  }

  /// `Doe and Roe` from its first member on.
  private func coordination(from token: Int, _ first: Range<Int>) -> NounPhrase? {
    guard relations[token] != .conj else { return nil }
    let conjuncts = children(of: token, .conj)
    guard let last = conjuncts.last,
      [.noun, .propn, .pron, .num].contains(tokens.upos[last]),
      let conjunction = conjuncts.lazy.compactMap({ self.child(of: $0, .cc) }).first
    else { return nil }
    let end = max(first.upperBound, phraseExtent(of: last).upperBound)
    return NounPhrase(tokens: first.lowerBound..<end, word: conjunction)
  }

  /// Dependents of a noun that are outside its phrase.
  private static let outside = RelationSet(
    .conj, .discourse, .aux, .vocative, .expl, .orphan, .advcl, .cop, .parataxis, .appos, .csubj,
    .dislocated, .list, .mark, .nsubj, .cc)
  private static let predication = RelationSet(.cop, .nsubj, .csubj, .mark, .aux)
  private static let modifiersOfPredicates = RelationSet(.obl, .advmod, .punct)
  /// Adverbs that stand before a phrase rather than in it.
  private static let focus: Set<String> = [
    "not", "only", "even", "just", "so", "too", "almost", "about",
  ]

  private func phraseExtent(of head: Int) -> Range<Int> {
    let children = children(of: head)
    let isPredicate = children.contains { Self.predication.contains(relations[$0]) }
    func belongs(_ child: Int) -> Bool {
      let relation = relations[child]
      if Self.outside.contains(relation) { return false }
      if relation == .caseMarker { return child > head }
      if isPredicate, Self.modifiersOfPredicates.contains(relation) { return false }
      if relation == .advmod {
        return child < head && !Self.focus.contains(tokens.forms[child].lowercased())
      }
      return true
    }
    var range = head..<(head + 1)
    // From the head outwards, as long as the dependents' subtrees leave no gap.
    for child in children.reversed() where child < head {
      let part = subtreeRange(of: child)
      guard belongs(child), part.upperBound == range.lowerBound else { break }
      range = part.lowerBound..<range.upperBound
    }
    for child in children where child > head {
      let part = subtreeRange(of: child)
      guard belongs(child), part.lowerBound == range.upperBound else { break }
      range = range.lowerBound..<part.upperBound
    }
    return withoutMarks(range, head)
  }

  private static let opening: Set<String> = ["\"", "“", "‘", "[", "(", "``"]
  private static let closing: Set<String> = ["\"", "”", "’", "]", ")", "''"]

  /// Without punctuation at its ends, but for pairs of quotation marks and brackets.
  private func withoutMarks(_ range: Range<Int>, _ head: Int) -> Range<Int> {
    let closing = range.last { Self.closing.contains(tokens.forms[$0]) } ?? -1
    let opening = range.first { Self.opening.contains(tokens.forms[$0]) } ?? Int.max
    var start = range.lowerBound
    var last = range.upperBound - 1
    while start < head, tokens.upos[start] == .punct,
      !(Self.opening.contains(tokens.forms[start]) && closing > start)
    {
      start += 1
    }
    while last > head, tokens.upos[last] == .punct,
      !(Self.closing.contains(tokens.forms[last]) && opening < last)
    {
      last -= 1
    }
    return start..<(last + 1)
  }
}
