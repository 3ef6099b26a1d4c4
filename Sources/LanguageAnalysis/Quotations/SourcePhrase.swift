extension SyntaxTree {
  private static let beyondSource = RelationSet(
    .parataxis, .advcl, .list, .dislocated, .discourse, .vocative, .nsubj, .csubj, .cop, .aux,
    .expl,
    .mark, .ccomp, .orphan, .reparandum)

  /// The whole phrase of a source: titles, appositions, conjuncts, postmodifiers and restrictive clauses, without
  /// what a comma or a dash sets off as an aside and without the clause in which the cue stands.
  func sourcePhrase(of noun: Int, cue: Range<Int>?) -> Range<Int> {
    balanced(ownPhrase(of: noun, cue: cue))
  }

  /// With the bracket that closes one opened inside: `the Commission on Freedom (CIRF)`.
  private func balanced(_ phrase: Range<Int>) -> Range<Int> {
    guard phrase.upperBound < count, tokens.forms[phrase.upperBound] == ")",
      phrase.last(where: { tokens.forms[$0] == "(" || tokens.forms[$0] == ")" })
        .map({ tokens.forms[$0] == "(" }) == true
    else { return phrase }
    return phrase.lowerBound..<(phrase.upperBound + 1)
  }

  private func ownPhrase(of noun: Int, cue: Range<Int>?) -> Range<Int> {
    let range = subtreeRange(of: noun)
    return run(around: noun) { child in
      if let cue, child != noun, range.contains(cue.lowerBound),
        isInside(cue.lowerBound, subtreeOf: child)
      {
        return true
      }
      let isOwn = heads[child] == noun
      switch relations[child] {
      case .caseMarker: return isOwn
      case .cc: return isOwn && child < noun && tokens.relations[child] != "cc:preconj"
      case .acl:
        let first = subtreeRange(of: child).lowerBound
        // `accused by the party of ignoring it`: that belongs to the verb.
        if isOwn, tokens.xpos[child] == "VBG", self.child(of: child, .mark) != nil { return true }
        let isSetOff = isComma(first) || isComma(first - 1)
        return isSetOff && (tokens.relations[child] == "acl:relcl" || tokens.xpos[child] == "VBG")
      case .advmod:
        return isOwn
          && (child > noun || Self.connectives.contains(tokens.lemmas[child].lowercased()))
      case .nmod, .obl: return isOwn && child > noun && endsWithDay(child, range)
      case .conj: return isOwn && self.child(of: child, .nsubj) != nil
      default: return isOwn && Self.beyondSource.contains(relations[child])
      }
    }
  }

  private static let connectives: Set<String> = [
    "also", "then", "meanwhile", "however", "instead", "later", "earlier", "thus",
  ]
  private static let times: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
    "yesterday", "tonight", "january", "february", "march", "april", "june", "july", "august",
    "september", "october", "november", "december", "week", "month", "year", "interview",
  ]

  /// `Doe on Monday said`: the day belongs to the saying.
  private func endsWithDay(_ noun: Int, _ phrase: Range<Int>) -> Bool {
    isTime(noun) && !Self.spells.contains(tokens.lemmas[noun].lowercased())
      && subtreeRange(of: noun).upperBound == phrase.upperBound
  }

  private static let spells: Set<String> = ["week", "month", "year"]

  /// Whether a phrase says on which day, in which month or in which interview.
  func isTime(_ noun: Int) -> Bool {
    let isMay =
      tokens.lemmas[noun] == "May" && tokens.upos[noun] == .propn
      && preposition(of: noun) == "in"
    guard isMay || Self.times.contains(tokens.lemmas[noun].lowercased()) else { return false }
    return ["on", "in", "during", "after", "before", nil].contains(preposition(of: noun))
  }

  private func isComma(_ token: Int) -> Bool {
    token >= 0 && [",", "—", "–", "--", "(", "-"].contains(tokens.forms[token])
  }
}
