extension AttributionReader {
  /// The words of a reported clause: what the reporter adds to them is cut.
  func said(_ clause: Int, of verb: Int) -> [Int] {
    let range = tree.subtreeRange(of: clause)
    let words = tree.subtree(of: clause) {
      (isFollowUp($0) && tree.isInside($0, subtreeOf: verb)) || isAside($0, in: range)
    }
    // `said earlier that talks failed`: what stands before `that` says when.
    if let that = tree.children(of: clause, .mark).first(where: { tokens.lemmas[$0] == "that" }),
      that < clause
    {
      return words.filter { $0 > that }
    }
    return words
  }

  /// Whether the reporter adds a clause of his own behind what is said: a relative clause with a comma, or
  /// what happens `while` it is said. Inside quotation marks nothing is the reporter's.
  private func isAside(_ clause: Int, in range: Range<Int>) -> Bool {
    guard tree.relations[clause] == .acl || tree.relations[clause] == .advcl, !isQuoted[clause]
    else { return false }
    let own = tree.subtreeRange(of: clause)
    guard own.lowerBound > range.lowerBound,
      isSeparator(own.lowerBound) || isSeparator(own.lowerBound - 1)
    else { return false }
    let isLast = (own.upperBound..<max(own.upperBound, range.upperBound)).allSatisfy {
      tokens.upos[$0] == .punct
    }
    if tokens.relations[clause].hasSuffix(":relcl") {
      return isLast || cues.verbs[tokens.lemmas[clause]]?.kind == .say
    }
    return isLast && tree.relations[clause] == .advcl && hasMark(clause, ["while", "whereas"])
  }

  private func isSeparator(_ token: Int) -> Bool {
    token >= 0 && [",", "—", "–", "--"].contains(tokens.forms[token])
  }

  func contiguousRangesAround(_ content: [Int], cutting range: Range<Int>) -> [Range<Int>] {
    contiguousRanges(content.filter { $0 < range.lowerBound }, in: tree)
      + contiguousRanges(content.filter { $0 >= range.upperBound }, in: tree)
  }
}
