/// Nouns of speech and thought with what they report: *his claim that …*, *calls for a vote*, *their plan to leave*.
extension AttributionReader {
  func noun(_ noun: Int) -> Attribution? {
    guard let cue = cues.nouns[tokens.lemmas[noun]], cue.kind != .event,
      tree.relations[noun] != .compound, tree.relations[noun] != .flat
    else { return nil }
    var found = Attribution(
      cue: noun..<(noun + 1), cueHead: noun, kind: cue.kind, sourceHead: nil, content: [])
    var parts: [Int] = []
    if let clause = finiteClause(of: noun) {
      parts = said(clause, of: noun)
    } else if let (clause, isInfinitive) = predicated(of: noun) {
      parts = clause
      if isInfinitive { found.standing = .attitude }
    } else {
      for frame in cue.frames where parts.isEmpty { parts = read(frame, noun) }
      found.standing = .attitude
    }
    found.content = tree.trimmedContent(contiguousRanges(parts, in: tree))
    guard let first = found.content.first?.lowerBound else { return nil }
    found.sourceHead = speaker(ofNoun: noun, before: first)
    if found.sourceHead == nil {
      guard cue.kind == .say || cue.kind == .deny,
        found.standing == .statement || isPlainIssue(noun)
      else { return nil }
      found.standing = .open
    }
    if tree.children(of: noun, .det).contains(where: { tokens.lemmas[$0] == "no" }) {
      found.standing = .open
    }
    return found
  }

  /// `claims of fraud`, `calls for a vote`, said by somebody though nobody is named: in the plural, or with an
  /// article.
  private func isPlainIssue(_ noun: Int) -> Bool {
    tokens.xpos[noun] == "NNS" && tree.child(of: noun, .nummod) == nil
  }

  private func finiteClause(of noun: Int) -> Int? {
    tree.children(of: noun).first { child in
      guard child > noun else { return false }
      if tree.relations[child] == .ccomp { return true }
      return tokens.relations[child] == "acl" && hasMark(child, ["that"])
    }
  }

  /// `Their view is that talks failed`, `His plan is to leave`.
  private func predicated(of noun: Int) -> (words: [Int], isInfinitive: Bool)? {
    guard tree.relations[noun] == .nsubj, let clause = tree.head(of: noun), clause > noun else {
      return nil
    }
    if tokens.lemmas[clause] == "be", let inner = tree.child(of: clause, .ccomp), inner > clause {
      return (said(inner, of: clause), isInfinitive(inner))
    }
    guard let copula = tree.child(of: clause, .cop), copula > noun,
      let mark = tree.children(of: clause, .mark).first(where: { $0 > copula }),
      ["that", "to"].contains(tokens.lemmas[mark].lowercased())
    else { return nil }
    let isInfinitive = tokens.lemmas[mark].lowercased() == "to"
    return (openClause(clause).filter { $0 >= (isInfinitive ? mark : mark + 1) }, isInfinitive)
  }

  private func read(_ frame: ReportingFrame, _ noun: Int) -> [Int] {
    switch frame {
    case .infinitive:
      return tree.children(of: noun, .acl).first { $0 > noun && isInfinitive($0) }
        .map { openClause($0) } ?? []
    case .preposition(let word, let need):
      for child in tree.children(of: noun, RelationSet(.nmod, .acl, .advcl)) where child > noun {
        guard
          let marker = tree.children(of: child).first(where: {
            (tree.relations[$0] == .caseMarker || tree.relations[$0] == .mark) && $0 < child
              && tokens.forms[$0].lowercased() == word
          })
        else { continue }
        let fits: Bool
        switch need {
        case .gerund: fits = isGerund(child)
        case .event: fits = isGerund(child) || (isEvent(child) && !isAnaphor(child))
        case .infinitive: fits = tree.children(of: child, .acl).contains { isInfinitive($0) }
        case .anything:
          fits = !isAnaphor(child) && (word != "of" || !isActor(child) || isGerund(child))
        case .predicate: fits = false
        }
        if fits { return phrase(child).filter { $0 > marker } }
      }
      return []
    default: return []
    }
  }

  private func isActor(_ noun: Int) -> Bool {
    tokens.upos[noun] == .propn || tokens.upos[noun] == .pron
      || ActorNouns.isActor(tokens.lemmas[noun])
  }

  /// `Russia's claim`, `a claim by Russia`, `Russia made the claim`.
  private func speaker(ofNoun noun: Int, before content: Int) -> Int? {
    if let owner = tree.possessor(of: noun) { return owner }
    for child in tree.children(of: noun, .nmod) where child > noun {
      guard let preposition = tree.preposition(of: child) else { continue }
      if ["by", "from", "among"].contains(preposition) { return child }
      if preposition == "of", isActor(child), child < content { return child }
    }
    // `U.S. demands`
    if let name = tree.children(of: noun, .compound).last(where: { tokens.upos[$0] == .propn }) {
      return name
    }
    guard let verb = tree.head(of: noun), tokens.upos[verb] == .verb else { return nil }
    guard tree.relations[noun] == .obj, Self.light.contains(tokens.lemmas[verb]),
      tree.negations(of: verb).isEmpty
    else { return nil }
    return tree.agent(of: verb)
  }

  private static let light: Set<String> = [
    "make", "issue", "give", "express", "voice", "have", "release", "repeat", "reiterate", "hold",
    "share", "deliver", "send", "publish", "put", "raise", "offer", "advance", "defend", "take",
    "harbor", "harbour", "reach", "come", "file", "submit", "unveil", "outline", "renew",
  ]
}
