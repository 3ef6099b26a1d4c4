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
      return withoutMedium(words.filter { $0 > that }, of: clause)
    }
    let early = leadingAdjuncts(of: clause, behind: verb)
    return withoutMedium(early.isEmpty ? words : words.filter { !early.contains($0) }, of: clause)
  }

  /// `said earlier talks failed`, `warned Atlantis there would be war`: when it was said or to whom, right
  /// behind the verb, taken for a part of the clause.
  private func leadingAdjuncts(of clause: Int, behind verb: Int) -> Set<Int> {
    var found: Set<Int> = []
    var next = verb + 1
    let subjects = tree.children(of: clause, RelationSet(.nsubj, .expl, .csubj))
    guard let last = subjects.last(where: { $0 < clause }) else { return [] }
    for child in tree.children(of: clause) where child > verb && child < last {
      let own = tree.subtreeRange(of: child)
      guard own.lowerBound == next, own.upperBound < tree.count,
        tokens.forms[own.upperBound] != ","
      else { break }
      let isAdjunct =
        switch tree.relations[child] {
        case .obl: tree.isTime(child)
        case .advmod:
          ["earlier", "previously", "later", "recently", "also", "again"].contains(
            tokens.lemmas[child].lowercased())
        case .nsubj:
          cues.verbs[tokens.lemmas[verb]]?.kind == .tell && subjects.count > 1
            && tokens.upos[child] == .propn
        default: false
        }
      guard isAdjunct else { break }
      found.formUnion(own)
      next = own.upperBound
    }
    return found
  }

  /// Without the medium of the saying at the end: `in a letter`, `during an interview with …`.
  func withoutMedium(_ words: [Int], of head: Int) -> [Int] {
    guard let last = words.last(where: { tokens.upos[$0] != .punct }) else { return words }
    let adjunct = tree.children(of: head, RelationSet(.obl, .nmod)).last { child in
      child > head && !isQuoted[child] && tree.subtreeRange(of: child).contains(last)
        && ["in", "during", "at", "on", "via", "through"].contains(
          tree.preposition(of: child) ?? "")
        && Self.media.contains(tokens.lemmas[child].lowercased())
        && !tree.children(of: child, .det).contains { tokens.lemmas[$0].lowercased() == "the" }
    }
    guard let adjunct else { return words }
    let own = tree.subtreeRange(of: adjunct)
    // `in remarks during an interview`
    return withoutMedium(words.filter { !own.contains($0) }, of: head)
  }

  private static let media: Set<String> = [
    "interview", "letter", "statement", "speech", "address", "tweet", "post", "email", "e-mail",
    "message", "memo", "briefing", "conference", "call", "broadcast", "article", "column", "op-ed",
    "editorial", "video", "blog", "remark", "comment", "testimony", "press", "release", "twitter",
    "facebook", "telegram", "television", "tv", "radio", "alert", "announcement", "notice",
  ]

  /// Whether the reporter adds words of his own behind what is said: a relative clause with a comma, what
  /// happens `while` it is said, anything behind a dash. Inside quotation marks nothing is the reporter's.
  private func isAside(_ clause: Int, in range: Range<Int>) -> Bool {
    guard [.acl, .advcl, .appos, .parataxis].contains(tree.relations[clause]), !isQuoted[clause]
    else { return false }
    let own = tree.subtreeRange(of: clause)
    guard own.lowerBound > range.lowerBound, clause > range.lowerBound,
      isSeparator(own.lowerBound) || isSeparator(own.lowerBound - 1)
    else { return false }
    let isLast = (own.upperBound..<max(own.upperBound, range.upperBound)).allSatisfy {
      tokens.upos[$0] == .punct || isQuoted[$0] != isQuoted[clause]
    }
    if isLast, isDash(own.lowerBound) || isDash(own.lowerBound - 1) { return true }
    if tokens.relations[clause].hasSuffix(":relcl") {
      if cues.verbs[tokens.lemmas[clause]]?.kind == .say { return true }
      // `a force, which would free the islands`: what is to come is rarely the reporter's to tell.
      return isLast
        && !tree.children(of: clause, .aux).contains {
          ["would", "will", "could"].contains(tokens.lemmas[$0])
        }
    }
    return isLast && tree.relations[clause] == .advcl && hasMark(clause, ["while", "whereas"])
  }

  func isSeparator(_ token: Int) -> Bool {
    token >= 0 && [",", "—", "–", "--"].contains(tokens.forms[token])
  }

  private func isDash(_ token: Int) -> Bool {
    tokens.forms[token] != "," && isSeparator(token)
  }

  func contiguousRangesAround(_ content: [Int], cutting range: Range<Int>) -> [Range<Int>] {
    contiguousRanges(content.filter { $0 < range.lowerBound }, in: tree)
      + contiguousRanges(content.filter { $0 >= range.upperBound }, in: tree)
  }
}
