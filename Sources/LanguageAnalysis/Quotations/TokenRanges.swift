/// Sorted token indices as ranges without gaps; a gap of punctuation alone is closed.
func contiguousRanges(_ tokens: [Int], in tree: SyntaxTree) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  for token in tokens {
    if let last = ranges.last,
      (last.upperBound..<token).allSatisfy({ tree.tokens.upos[$0] == .punct })
    {
      ranges[ranges.count - 1] = last.lowerBound..<(token + 1)
    } else {
      ranges.append(token..<(token + 1))
    }
  }
  return ranges
}

extension SyntaxTree {
  /// The ranges without punctuation and complementisers at their ends; those with nothing else are dropped.
  func trimmedContent(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.compactMap { range in
      var first = range.lowerBound
      var end = range.upperBound
      while first < end, isIdleAtStart(first) { first += 1 }
      while end > first, tokens.upos[end - 1] == .punct { end -= 1 }
      return first < end ? first..<end : nil
    }
  }

  private func isIdleAtStart(_ token: Int) -> Bool {
    tokens.upos[token] == .punct || (relations[token] == .mark && tokens.lemmas[token] == "that")
  }
}
