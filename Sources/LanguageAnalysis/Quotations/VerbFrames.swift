/// What a verb reports without a finite clause: *vowed to leave*, *urged them to stay*, *called for a vote*.
extension AttributionReader {
  struct Framed {
    var cue: Range<Int>
    var content: [Range<Int>]
    /// The noun that is the content's head, where it reports itself.
    var shell: Int?
  }

  func framed(_ verb: Int, _ cue: ReportingCues.Cue, _ words: Range<Int>) -> Framed? {
    for frame in cue.frames {
      if let found = read(frame, verb, cue, words) { return found }
    }
    return nil
  }

  private func read(
    _ frame: ReportingFrame, _ verb: Int, _ cue: ReportingCues.Cue, _ words: Range<Int>
  ) -> Framed? {
    let isPassive = tree.isPassive(verb)
    func framed(_ parts: [Int], shell: Int? = nil) -> Framed {
      Framed(cue: words, content: contiguousRanges(parts.sorted(), in: tree), shell: shell)
    }
    switch frame {
    case .infinitive:
      guard !isPassive, let clause = infinitive(of: verb),
        object(of: verb) == nil || cue.kind == .tell
      else { return nil }
      return framed(openClause(clause))
    case .objectInfinitive: return objectInfinitive(verb, isPassive).map { framed($0) }
    case .raised:
      guard isPassive, let clause = infinitive(of: verb) else { return nil }
      return framed(openClause(clause))
    case .gerund:
      guard !isPassive,
        let clause = tree.children(of: verb, RelationSet(.xcomp, .ccomp)).first(where: {
          $0 > verb && isGerund($0) && tree.child(of: $0, RelationSet(.mark, .nsubj)) == nil
        })
      else { return nil }
      return framed(openClause(clause))
    case .nounPhrase, .event:
      guard !isPassive, let noun = object(of: verb), noun > verb, tokens.upos[noun] == .noun,
        !isAnaphor(noun), !ActorNouns.people.contains(tokens.lemmas[noun]),
        frame == .nounPhrase || isEvent(noun), tree.child(of: verb, .iobj) == nil
      else { return nil }
      return framed(withoutMedium(phrase(noun), of: noun), shell: noun)
    case .predicate: return predicate(of: verb, isPassive).map { framed($0) }
    case .naming: return naming(verb, cue, isPassive).map { framed($0) }
    case .preposition(let word, let need):
      guard !isPassive || cue.kind == .want,
        let (parts, marker) = phrase(with: word, need, of: verb, from: words.upperBound)
      else { return nil }
      var found = framed(parts)
      if marker == words.upperBound { found.cue = words.lowerBound..<(marker + 1) }
      return found
    case .object(let word, let need):
      return object(with: word, need, verb, isPassive).map { framed($0) }
    }
  }

  private func hasMarker(_ word: String, _ token: Int, of clause: Int) -> Bool {
    tree.heads[token] == clause && tree.relations[token] == .mark && tokens.forms[token] == word
  }

  // MARK: Parts

  /// The object, unless it is a relative or interrogative pronoun.
  private func object(of verb: Int) -> Int? {
    tree.children(of: verb, RelationSet(.obj, .iobj)).first {
      !["WP", "WDT"].contains(tokens.xpos[$0]) && !tokens.xpos[$0].isEmpty
    }
  }

  func isGerund(_ clause: Int) -> Bool {
    tokens.xpos[clause] == "VBG" && tokens.upos[clause] == .verb
      || tree.children(of: clause, RelationSet(.aux, .cop)).first.map { tokens.xpos[$0] == "VBG" }
        ?? false
  }

  private func infinitive(of verb: Int) -> Int? {
    tree.children(of: verb, RelationSet(.xcomp, .ccomp)).first {
      $0 > verb && isInfinitive($0) && tree.child(of: $0, RelationSet(.nsubj, .csubj)) == nil
    }
  }

  /// A clause without asides and without what was joined to it with a subject of its own.
  func openClause(_ clause: Int) -> [Int] {
    tree.subtree(of: clause) { child in
      guard !isQuoted[child] else { return false }
      if tree.relations[child] == .parataxis { return tree.heads[child] == clause }
      if tree.relations[child] == .conj, tree.heads[child] == clause {
        return tree.child(of: child, .nsubj) != nil
      }
      return isTrailing(child, of: clause)
    }
  }

  /// A noun's phrase, likewise.
  func phrase(_ noun: Int) -> [Int] {
    tree.subtree(of: noun) { child in
      guard !isQuoted[child] else { return false }
      if tree.heads[child] == noun, tree.relations[child] == .parataxis { return true }
      return isTrailing(child, of: noun)
    }
  }

  /// A relative or adverbial clause behind a comma or dash, at the end.
  private func isTrailing(_ child: Int, of head: Int) -> Bool {
    let own = tree.subtreeRange(of: child)
    guard tree.relations[child] == .advcl || tokens.relations[child].hasSuffix(":relcl"),
      own.lowerBound > head, own.lowerBound > 0
    else { return false }
    return isSeparator(own.lowerBound) || isSeparator(own.lowerBound - 1)
  }

  private func objectInfinitive(_ verb: Int, _ isPassive: Bool) -> [Int]? {
    if let clause = tree.children(of: verb, RelationSet(.ccomp, .xcomp)).first(where: {
      $0 > verb && isInfinitive($0) && tree.child(of: $0, .nsubj) != nil
    }) {
      return openClause(clause)
    }
    if let clause = infinitive(of: verb) {
      if isPassive { return openClause(clause) }
      guard let object = tree.child(of: verb, RelationSet(.obj, .iobj)) else { return nil }
      return (object > verb ? tree.subtree(of: object) : []) + openClause(clause)
    }
    guard !isPassive, let object = object(of: verb), object > verb,
      let clause = tree.children(of: object, .acl).first(where: { isInfinitive($0) }),
      tokens.upos[object] == .propn || ActorNouns.isActor(tokens.lemmas[object])
    else { return nil }
    return tree.subtree(of: object) { $0 != clause && isTrailing($0, of: object) }
  }

  private func asPhrase(of head: Int) -> Int? {
    tree.children(of: head).first { child in
      guard child > head else { return false }
      switch tree.relations[child] {
      case .obl, .nmod:
        return tree.preposition(of: child) == "as"
          && !["part", "result", "way", "means"].contains(tokens.lemmas[child])
      case .advcl, .xcomp, .ccomp, .acl:
        return hasMark(child, ["as"]) && tree.child(of: child, .nsubj) == nil
      default: return false
      }
    }
  }

  private func predicate(of verb: Int, _ isPassive: Bool) -> [Int]? {
    if isPassive || object(of: verb).map({ $0 < verb }) ?? false {
      guard let phrase = asPhrase(of: verb) else { return nil }
      return withoutMarker(phrase, "as")
    }
    guard let object = object(of: verb), object > verb else { return nil }
    if let phrase = asPhrase(of: verb), phrase > object {
      return tree.subtree(of: object) + openClause(phrase)
    }
    return asPhrase(of: object) == nil ? nil : self.phrase(object)
  }

  private func withoutMarker(_ phrase: Int, _ word: String) -> [Int] {
    let marker = tree.children(of: phrase).first {
      tokens.forms[$0].lowercased() == word && $0 < phrase
    }
    return openClause(phrase).filter { $0 > marker ?? -1 }
  }

  /// `called it a disgrace`, `is considered a threat`.
  private func naming(_ verb: Int, _ cue: ReportingCues.Cue, _ isPassive: Bool) -> [Int]? {
    let names = tree.children(of: verb, RelationSet(.xcomp, .obj)).filter {
      $0 > verb && !isInfinitive($0) && !isGerund($0)
    }
    if isPassive {
      guard tree.relations[verb] != .acl, cue.kind == .think || tree.passiveAgent(of: verb) != nil,
        let name = names.first
      else { return nil }
      return openClause(name)
    }
    guard let object = object(of: verb), object > verb else {
      // `the deal that they call a disgrace`; `called the deal “lousy”` with the judgement in apposition.
      guard let name = names.first, !hasMark(name, ["as"]) else { return nil }
      let isRelative = tokens.relations[verb] == "acl:relcl" && tree.relations[name] == .xcomp
      return isRelative || tree.child(of: name, .appos).map { isQuoted[$0] } == true
        ? openClause(name) : nil
    }
    if let name = names.first(where: { $0 > object }), !hasMark(name, ["as"]) {
      return tree.subtree(of: object) + openClause(name)
    }
    // `deems the group responsible`: an adjective behind the noun.
    return tree.children(of: object, .amod).contains { $0 > object } ? phrase(object) : nil
  }

  /// What stands behind a preposition, and the preposition.
  private func phrase(
    with word: String, _ need: ReportingFrame.Need, of verb: Int, from start: Int
  ) -> (parts: [Int], marker: Int)? {
    for child in tree.children(of: verb) where child > verb {
      guard
        let marker = tree.children(of: child).first(where: {
          (tree.relations[$0] == .caseMarker || tree.relations[$0] == .mark) && $0 < child
            && $0 >= start && tokens.forms[$0].lowercased() == word
        })
      else { continue }
      switch tree.relations[child] {
      case .advcl, .xcomp, .ccomp:
        let fits =
          switch need {
          case .gerund, .event: isGerund(child)
          case .infinitive, .anything: true
          case .predicate: false
          }
        guard fits, word != "to" || isGerund(child) else { continue }
        return (openClause(child).filter { $0 > marker }, marker)
      case .obl:
        guard tree.preposition(of: child) == word else { continue }
        let noun = openClause(child).filter { $0 > marker }
        let clause = tree.children(of: verb, RelationSet(.xcomp, .advcl)).first {
          $0 > child && isInfinitive($0)
        }
        switch need {
        case .infinitive:
          if let clause { return (noun + openClause(clause), marker) }
          guard tree.children(of: child, .acl).contains(where: { isInfinitive($0) }) else {
            continue
          }
          return (noun, marker)
        case .predicate:
          guard let name = asPhrase(of: verb) ?? asPhrase(of: child) else { continue }
          return (tree.isInside(name, subtreeOf: child) ? noun : noun + openClause(name), marker)
        case .gerund: guard isGerund(child) else { continue }
        case .event: guard isEvent(child) && !isAnaphor(child) || isGerund(child) else { continue }
        case .anything: guard !isAnaphor(child), !isSpell(child) else { continue }
        }
        return (clause.map { noun + openClause($0) } ?? noun, marker)
      default: continue
      }
    }
    return nil
  }

  private func isSpell(_ noun: Int) -> Bool {
    ["year", "month", "week", "day", "hour", "minute", "decade", "time", "while", "moment"]
      .contains(
        tokens.lemmas[noun])
  }

  /// `accused them of lying`.
  private func object(
    with word: String, _ need: ReportingFrame.Need, _ verb: Int, _ isPassive: Bool
  ) -> [Int]? {
    if isPassive {
      guard let agent = tree.passiveAgent(of: verb) else { return nil }
      if let parts = phrase(with: word, need, of: verb, from: verb + 1)?.parts { return parts }
      // `was accused by the opposition of ignoring it`: the phrase may hang on the agent.
      let inner = tree.children(of: agent, .acl).first {
        $0 > agent && hasMark($0, [word]) && isGerund($0)
      }
      return inner.map { clause in openClause(clause).filter { !hasMarker(word, $0, of: clause) } }
    }
    guard let object = object(of: verb), object > verb else { return nil }
    if let (parts, _) = phrase(with: word, need, of: verb, from: object) {
      let last = parts.max() ?? object
      return tree.subtree(of: object) + tree.subtree(of: verb).filter { $0 > object && $0 <= last }
    }
    // The phrase may hang on the object.
    let inner = tree.children(of: object, RelationSet(.acl, .nmod)).first { child in
      child > object && hasMark(child, [word])
        && (need == .anything && tree.relations[child] == .nmod || isGerund(child))
    }
    return inner == nil ? nil : self.phrase(object)
  }
}
