/// Sorted token indices as ranges without gaps; a gap of punctuation alone is closed.
func contiguousRanges(_ tokens: [Int], in tree: SyntaxTree) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  for token in tokens {
    if let last = ranges.last,
      last.upperBound >= token
        || (last.upperBound..<token).allSatisfy({ tree.tokens.upos[$0] == .punct })
    {
      ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, token + 1)
    } else {
      ranges.append(token..<(token + 1))
    }
  }
  return ranges
}

extension SyntaxTree {
  /// The ranges without separators, quotation marks, unmatched brackets and complementisers at their ends, nor
  /// the relative pronoun in front of a cue; those with nothing else are dropped.
  func trimmedContent(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.compactMap { range in
      var first = range.lowerBound
      var end = range.upperBound
      while first < end, isIdleAtStart(first, before: end) { first += 1 }
      while end > first, isIdleAtEnd(end - 1, after: first) { end -= 1 }
      return (first..<end).contains { tokens.upos[$0] != .punct } ? first..<end : nil
    }
  }

  private func isIdleAtStart(_ token: Int, before end: Int) -> Bool {
    if relations[token] == .mark, tokens.lemmas[token].lowercased() == "that" { return true }
    if ["WDT", "WP"].contains(tokens.xpos[token]) { return antecedent(ofRelative: token) != nil }
    if relations[token] == .caseMarker, token + 1 < end, heads[token] == token + 1,
      ["WDT", "WP"].contains(tokens.xpos[token + 1])
    {
      return antecedent(ofRelative: token + 1) != nil
    }
    guard tokens.upos[token] == .punct else { return false }
    guard let closing = Self.brackets[tokens.forms[token]] else { return true }
    return !(token..<min(end, token + 40)).contains { tokens.forms[$0] == closing }
  }

  private func isIdleAtEnd(_ token: Int, after first: Int) -> Bool {
    guard tokens.upos[token] == .punct else { return false }
    let form = tokens.forms[token]
    if ["?", "!", "…", "..."].contains(form) { return false }
    guard let opening = Self.brackets.first(where: { $0.value == form })?.key else { return true }
    return !(max(first, token - 40)..<token).contains { tokens.forms[$0] == opening }
  }

  private static let brackets = ["(": ")", "[": "]", "{": "}"]
}
