public import SourceText

extension SyntaxTree {
  /// Relations whose subtree says something of its own about a noun, rather than naming it.
  private static let beyondPhrase = RelationSet(
    .acl, .appos, .conj, .cc, .parataxis, .punct, .advcl, .list, .dislocated, .discourse,
    .vocative, .nsubj, .csubj, .cop, .aux, .expl, .mark, .ccomp, .orphan, .reparandum)

  /// The phrase of a noun: determiner, modifiers and name parts, without relative clauses, appositions,
  /// conjuncts and its preposition; the run of tokens around the noun.
  ///
  /// `the former president of Atlantis, who …` gives `the former president of Atlantis`.
  public func phrase(of noun: Int) -> Range<Int> {
    run(around: noun) { child in
      if relations[child] == .caseMarker, heads[child] == noun {
        // The clitic of a possessive belongs to the outer phrase, a preposition to none.
        return true
      }
      if heads[child] == noun, relations[child] == .advmod, child > noun { return true }
      if heads[child] == noun, relations[child] == .punct {
        // Hyphens and quotation marks inside a name stay.
        return !(isInsideName(child, of: noun))
      }
      return Self.beyondPhrase.contains(relations[child])
        && !(heads[child] != noun && relations[child] == .punct)
    }
  }

  /// The phrase of a noun without what hangs on it by a preposition: `the former president`.
  public func core(of noun: Int) -> Range<Int> {
    run(around: noun) { child in
      Self.beyondPhrase.contains(relations[child]) || relations[child] == .caseMarker
        || (relations[child] == .nmod && child > noun && tokens.relations[child] != "nmod:poss")
        || (heads[child] == noun && relations[child] == .obl)
    }
  }

  private func isInsideName(_ punctuation: Int, of noun: Int) -> Bool {
    guard punctuation > 0, punctuation + 1 < count else { return false }
    return tokens.spans[punctuation - 1].end == tokens.spans[punctuation].start
      && tokens.spans[punctuation].end == tokens.spans[punctuation + 1].start
  }

  /// The contiguous run around a token of its subtree without the subtrees that `isCut` names,
  /// trimmed of punctuation at its ends.
  public func run(around token: Int, cutting isCut: (Int) -> Bool) -> Range<Int> {
    let kept = subtree(of: token, cutting: isCut)
    guard let position = kept.firstIndex(of: token) else { return token..<(token + 1) }
    var first = position
    while first > 0, kept[first - 1] == kept[first] - 1 { first -= 1 }
    var last = position
    while last + 1 < kept.count, kept[last + 1] == kept[last] + 1 { last += 1 }
    return trimmed(kept[first]..<(kept[last] + 1))
  }

  /// The range without punctuation at its ends.
  public func trimmed(_ range: Range<Int>) -> Range<Int> {
    var first = range.lowerBound
    var end = range.upperBound
    while first < end, isEdge(first) { first += 1 }
    while end > first, isEdge(end - 1) { end -= 1 }
    return first < end ? first..<end : range
  }

  private func isEdge(_ token: Int) -> Bool {
    tokens.upos[token] == .punct
  }

  /// The token and everything coordinated with it, in text order, whichever conjunct is given.
  public func conjuncts(of token: Int) -> [Int] {
    var first = token
    while relations[first] == .conj, let head = head(of: first) { first = head }
    var found = [first]
    var position = 0
    while position < found.count {
      found.append(contentsOf: children(of: found[position], .conj))
      position += 1
    }
    found.sort()
    return found
  }

  /// The tokens coordinated below this one: itself and its conjuncts to the right.
  public func coordinated(from token: Int) -> [Int] {
    var found = [token]
    var position = 0
    while position < found.count {
      found.append(contentsOf: children(of: found[position], .conj))
      position += 1
    }
    found.sort()
    return found
  }

  /// The preposition or particle of a noun (`of`, `with`; `'s`), lower case, words of a fixed
  /// expression joined by a blank (`according to`, `because of`).
  public func preposition(of noun: Int) -> String? {
    guard
      let marker = children(of: noun).first(where: {
        relations[$0] == .caseMarker && $0 < noun
      })
    else { return nil }
    let rest = children(of: marker, .fixed).map { tokens.forms[$0].lowercased() }
    return ([tokens.forms[marker].lowercased()] + rest).joined(separator: " ")
  }

  /// The bytes of a clause: the subtree of its predicate without coordinated clauses and asides,
  /// trimmed of punctuation and of a leading conjunction.
  public func clauseSpan(of predicate: Int) -> TextSpan { span(of: clauseRange(of: predicate)) }

  /// The tokens of a clause, as `clauseSpan(of:)` describes it.
  public func clauseRange(of predicate: Int) -> Range<Int> {
    var range = run(around: predicate) { child in
      guard heads[child] == predicate else { return false }
      return relations[child] == .parataxis || relations[child] == .cc
        || relations[child] == .discourse
        || (relations[child] == .conj && isClausal(child))
    }
    while range.count > 1, relations[range.lowerBound] == .cc, range.lowerBound != predicate {
      range = trimmed((range.lowerBound + 1)..<range.upperBound)
    }
    return range
  }

  /// Whether the token heads a clause: a verb, or a predicate with a copula or a subject.
  public func isClausal(_ token: Int) -> Bool {
    if tokens.upos[token] == .verb { return true }
    return child(of: token, RelationSet(.cop, .nsubj, .csubj, .aux)) != nil
  }
}
