/// Adjectives (*is confident that*), adverbs (*reportedly*) and prepositions (*according to*).
extension AttributionReader {
  // MARK: Adjectives

  /// `Doe is confident that …`, `was concerned that …`: an adjective or a participle without an agent.
  func adjective(_ word: Int) -> Attribution? {
    let isVerb = tokens.upos[word] == .verb
    guard !isVerb || tokens.xpos[word] == "VBN" else { return nil }
    guard
      let cue = cues.adjectives[tokens.forms[word].lowercased()]
        ?? (isVerb ? nil : cues.adjectives[tokens.lemmas[word]]),
      !isVerb || tree.child(of: word, RelationSet(.obj)) == nil && !hasActiveAuxiliary(word),
      let source = tree.subject(of: word), tree.relations[source] != .expl, source < word
    else { return nil }
    if ["it", "this", "that"].contains(tokens.lemmas[source].lowercased()),
      tree.child(of: word, .xcomp) == nil
    {
      return nil
    }
    var found = Attribution(
      cue: word..<(word + 1), cueHead: word, kind: cue.kind, sourceHead: source, content: [])
    if cue.kind != .want,
      let clause = tree.children(of: word, .ccomp).first(where: { $0 > word && tree.isFinite($0) })
    {
      found.content = tree.trimmedContent(contiguousRanges(said(clause, of: word), in: tree))
    }
    if found.content.isEmpty, let framed = framed(word, cue, word..<(word + 1)) {
      found.cue = framed.cue
      found.content = tree.trimmedContent(framed.content)
      found.standing = .attitude
    }
    if !isStated(word, cue.kind) || !tree.negations(of: word).isEmpty { found.standing = .open }
    return found.content.isEmpty ? nil : found
  }

  /// `had committed to it`
  private func hasActiveAuxiliary(_ verb: Int) -> Bool {
    tree.children(of: verb, .aux).contains { tokens.lemmas[$0] == "have" }
      && tree.child(of: verb, label: "aux:pass") == nil
  }

  // MARK: Adverbs

  /// `The deal has reportedly failed`.
  func adverb(_ word: Int) -> Attribution? {
    guard let cue = cues.adverbs[tokens.forms[word].lowercased()],
      tree.relations[word] == .advmod, let governor = tree.head(of: word), tree.isClausal(governor),
      tree.subtreeRange(of: governor).count < 200
    else { return nil }
    let content = tree.subtree(of: governor) { child in
      child == word || isBesideClause(child, of: governor)
    }
    return Attribution(
      cue: word..<(word + 1), cueHead: word, kind: cue.kind, standing: .open, sourceHead: nil,
      content: tree.trimmedContent(contiguousRangesAround(content, cutting: word..<(word + 1))))
  }

  /// Whether a child of a clause is none of what an adverbial says of it: another sentence joined to it, and the
  /// conjunctions that join it to others.
  private func isBesideClause(_ child: Int, of governor: Int) -> Bool {
    guard tree.heads[child] == governor else { return false }
    switch tree.relations[child] {
    case .conj, .parataxis: return tree.child(of: child, .nsubj) != nil
    case .cc, .mark: return child < governor
    default: return false
    }
  }

  // MARK: Prepositions

  func preposition(_ marker: Int) -> Attribution? {
    guard let noun = tree.head(of: marker) else { return nil }
    let first = tokens.lemmas[marker].lowercased()
    if first == "according" || tokens.forms[marker].lowercased() == "according" {
      guard let cue = cues.prepositions["according to"] else { return nil }
      let end = tree.children(of: marker, .fixed).last { $0 > marker } ?? marker
      return adverbial(noun, source: noun, cue: marker..<(end + 1), head: marker, cue.kind)
    }
    // `per Reuters`, `per the request`, not `per day`
    if let cue = cues.prepositions[first], marker < noun,
      tokens.upos[noun] == .propn || tree.child(of: noun, .det) != nil
    {
      return adverbial(noun, source: noun, cue: marker..<(marker + 1), head: marker, cue.kind)
    }
    // `in the view of X`, `in X's words`
    guard first == "in", marker < noun,
      let cue = cues.prepositions["in the \(tokens.forms[noun].lowercased()) of"]
    else { return nil }
    let source =
      tree.possessor(of: noun)
      ?? tree.children(of: noun, .nmod).first { tree.preposition(of: $0) == "of" }
    guard let source else { return nil }
    return adverbial(noun, source: source, cue: marker..<(noun + 1), head: noun, cue.kind)
  }

  private func adverbial(
    _ noun: Int, source: Int, cue: Range<Int>, head: Int, _ kind: ReportingCues.Kind
  ) -> Attribution? {
    guard
      tree.relations[noun] == .obl || tree.relations[noun] == .nmod
        || tree.relations[noun] == .parataxis, var governor = tree.head(of: noun)
    else { return nil }
    let range = tree.subtreeRange(of: noun)
    // Hung on a noun at the end of a clause, it still reports the clause.
    while !tree.isClausal(governor), let above = tree.head(of: governor) { governor = above }
    let content = tree.subtree(of: governor) { child in
      child == noun || isBesideClause(child, of: governor)
    }
    let inside = content.filter { !range.contains($0) }
    return Attribution(
      cue: cue, cueHead: head, kind: kind, sourceHead: source,
      content: tree.trimmedContent(contiguousRangesAround(inside, cutting: range)))
  }
}
