import LanguageAnalysis
import StanceOntology

extension Context {
  /// The heads of the phrases or clauses in a slot of a predicate, in text order.
  func fillers(of slot: Slot, of token: Int) -> [Int] {
    switch slot {
    case .itself: [token]
    case .subject: subjectFillers(token)
    case .object: objectFillers(token)
    case .indirectObject: tree.children(of: token, .iobj)
    case .possessor: tree.possessor(of: token).map { [$0] } ?? []
    case .modifier: modifiers(of: token)
    case .openComplement: complementFillers(token)
    case .clause: tree.children(of: token, RelationSet(.ccomp, .csubj))
    case .adnominalClause: adnominalFillers(token)
    case .adverbialClause:
      tree.children(of: token, .advcl).filter { clause in
        !isAside(clause)
          && tree.child(of: clause, .mark).map {
            tokens.upos[$0] == .adp || tokens.xpos[clause] == "VBG"
              // `would be happy if they left`
              || lemmas[$0] == "if" && tree.child(of: token, .cop) != nil
          } ?? false
      }
    case .quotation: []
    case .preposition(let word): prepositional(word, of: token)
    case .path(let first, let second):
      fillers(of: first, of: token).flatMap { fillers(of: second, of: $0) }
    case .controlled(let controller): controlledFillers(controller, token)
    case .modified: modified(by: token)
    case .only(let slot, let kind):
      fillers(of: slot, of: token).filter { place in
        entities(at: place).contains { kind == nil ? $0.kind != .document : $0.kind == kind }
      }
    case .constant: []
    }
  }

  private func subjectFillers(_ token: Int) -> [Int] {
    if tokens.upos[token] == .verb {
      // `vetoed a Kenyan proposal to talk`: who proposes, not who vetoes, would talk.
      if tree.relations[token] == .acl, let noun = tree.head(of: token),
        tree.child(of: token, .mark) != nil, tree.possessor(of: noun) == nil,
        let owner = modifiers(of: noun).first(where: { entity(at: $0) != nil })
      {
        return [owner]
      }
      if let agent = tree.agent(of: token) { return [agent] }
      guard tree.isPassive(token) else { return [] }
      // `signed between A and B`, `condemned in a statement by A and B`.
      let phrases = tree.children(of: token, RelationSet(.obl, .nmod))
      var inner = phrases.flatMap { tree.children(of: $0, .nmod) }
      // `the agreement signed between A and B` may hang the phrase on the noun.
      if tree.relations[token] == .acl, let noun = tree.head(of: token) {
        inner += tree.children(of: noun, .nmod).filter { $0 > token }
      }
      return (phrases + inner).filter {
        ["by", "between"].contains(tree.preposition(of: $0) ?? "")
      }
    }
    return tree.subject(of: token).map { [$0] } ?? []
  }

  private func objectFillers(_ token: Int) -> [Int] {
    var found = tree.children(of: token, .obj).map { tree.antecedent(ofRelative: $0) ?? $0 }
    if found.isEmpty, tokens.upos[token] == .verb, !tree.isPassive(token) {
      // `trust the court`, `played down the rift`: the only noun behind the verb or its particle.
      found = tree.children(of: token, .iobj)
      if found.isEmpty, let particle = tree.child(of: token, label: "compound:prt") {
        found = tree.children(of: token, RelationSet(.obl, .xcomp)).filter {
          $0 > particle && [.noun, .propn].contains(tokens.upos[$0]) && !isDate($0)
            && tree.child(of: $0, .caseMarker) == nil
        }
      }
    }
    // `the sanctions he has demanded`, `an idea that Oslo supports`: the noun is the object.
    if found.isEmpty, tokens.upos[token] == .verb, !tree.isPassive(token),
      tree.relations[token] == .acl,
      tokens.xpos[token] != "VBN" && tokens.xpos[token] != "VBG"
        || !tree.children(of: token, .aux).isEmpty,
      let noun = tree.head(of: token), let subject = tree.child(of: token, .nsubj), subject > noun,
      tree.antecedent(ofRelative: subject) == nil,
      tree.children(of: token, RelationSet(.ccomp, .xcomp)).isEmpty
    {
      found = [noun]
    }
    if found.isEmpty, tree.isPassive(token), let subject = tree.child(of: token, .nsubj),
      lemmas[subject] == "it",
      let clause = tree.children(of: token, RelationSet(.ccomp, .csubj)).first(where: { $0 > token }
      )
    {
      // `It is accepted by Oslo that …`
      found = [clause]
    }
    if found.isEmpty, tree.isPassive(token) {
      if let subject = tree.child(of: token, RelationSet(.nsubj, .csubj)) {
        found = [tree.antecedent(ofRelative: subject) ?? subject]
      } else if tree.relations[token] == .acl, let noun = tree.head(of: token) {
        found = [noun]
      } else if tree.relations[token] == .conj || tree.relations[token] == .xcomp,
        let subject = tree.subject(of: token)
      {
        found = [subject]
      }
    }
    return found
  }

  /// Modifiers before a noun: adjectives, compounds and names.
  private func modifiers(of token: Int) -> [Int] {
    tree.children(of: token).filter {
      switch tree.relations[$0] {
      case .amod, .compound: true
      case .nmod: tokens.relations[$0] == "nmod:desc" || tokens.relations[$0] == "nmod:unmarked"
      default: false
      }
    }.flatMap { hyphenMates(of: $0) + [$0] }
  }

  /// `the Kenyan-Sudanese pact`: the first of two names that a hyphen joins.
  private func hyphenMates(of second: Int) -> [Int] {
    guard second >= 2, tokens.forms[second - 1] == "-", tree.heads[second - 2] == second,
      entity(at: second) != nil, entity(at: second - 2) != nil
    else { return [] }
    return [second - 2]
  }

  /// The infinitive that the word in a slot controls, or one with a subject of its own (`urged that it be waived`).
  private func controlledFillers(_ controller: Slot, _ token: Int) -> [Int] {
    let hasController =
      !fillers(of: controller, of: token).isEmpty
      || (controller == .object && !fillers(of: .indirectObject, of: token).isEmpty)
    if hasController { return complementFillers(token) }
    return tree.children(of: token, .xcomp).filter {
      tree.child(of: $0, RelationSet(.nsubj, .csubj)) != nil
    }
  }

  private func modified(by token: Int) -> [Int] {
    switch tree.relations[token] {
    case .amod, .acl, .appos, .compound, .flat: return tree.head(of: token).map { [$0] } ?? []
    case .nmod where tokens.relations[token] == "nmod:desc":
      return tree.head(of: token).map { [$0] } ?? []
    default: break
    }
    // `Jane Doe, one of its critics`
    if tree.relations[token] == .nmod, let one = tree.head(of: token), lemmas[one] == "one",
      tree.relations[one] == .appos, let named = tree.head(of: one)
    {
      return [named]
    }
    // `critics like Jane Doe`, `supporters such as`
    let examples = tree.children(of: token, .nmod).filter {
      ["like", "such as", "including"].contains(tree.preposition(of: $0) ?? "")
    }
    return tree.children(of: token, RelationSet(.appos, .flat)) + examples
  }

  private func complementFillers(_ token: Int) -> [Int] {
    let open = tree.children(of: token, .xcomp)
    if !open.isEmpty { return open }
    // Parsers take an infinitive for a clause or a purpose now and then.
    return tree.children(of: token, RelationSet(.ccomp, .advcl)).filter {
      $0 > token && tree.child(of: $0, RelationSet(.nsubj, .csubj)) == nil && !isAside($0)
        && tree.child(of: $0, .mark).map { lemmas[$0] == "to" } ?? (tokens.xpos[$0] == "VBG")
    }
  }

  private func adnominalFillers(_ token: Int) -> [Int] {
    let own = tree.children(of: token, .acl).filter {
      tokens.relations[$0] != "acl:relcl" && $0 > token && isContent($0)
    }
    if !own.isEmpty { return own }
    // `made an effort to stop`: the infinitive may hang on the light verb; `the fact that`: on the noun.
    let clauses = tree.children(of: token, RelationSet(.ccomp, .xcomp, .advcl)).filter {
      $0 > token
    }
    if !clauses.isEmpty { return clauses }
    guard tree.relations[token] == .obj, let verb = tree.head(of: token) else { return [] }
    return tree.children(of: verb, RelationSet(.xcomp, .advcl)).filter {
      $0 > token && tree.child(of: $0, .mark).map { lemmas[$0] == "to" } ?? false
    }
  }

  /// Whether a clause says what its noun is: `the decision to leave`, not `a decision taken by Oslo`, nor `a decision
  /// that Oslo praised` where the parser took the pronoun for a conjunction.
  private func isContent(_ clause: Int) -> Bool {
    if tokens.xpos[clause] == "VBN", tree.children(of: clause, RelationSet(.aux, .mark)).isEmpty {
      return false
    }
    return !tree.children(of: clause, RelationSet(.obj, .nsubj)).contains { lemmas[$0] == "that" }
  }

  /// `called for members to pay`: the infinitive whose subject the phrase names.
  private func clauseWithSubject(_ phrase: Int?, of token: Int) -> Int? {
    let clauses =
      tree.children(of: token, RelationSet(.advcl, .xcomp, .ccomp))
      + (phrase.flatMap { entity(at: $0) == nil ? nil : tree.children(of: $0, .acl) } ?? [])
    return clauses.first { clause in
      guard clause > token, phrase.map({ clause > $0 }) ?? true else { return false }
      let marks = tree.children(of: clause, .mark).map { lemmas[$0] }
      let isActor = phrase.map { entity(at: $0) != nil } ?? false
      return marks.contains("for") || (isActor && marks.contains("to"))
    }
  }

  /// `…, noting that it failed`: a participle behind a comma is no complement.
  private func isAside(_ clause: Int) -> Bool {
    let first = tree.trimmed(tree.subtreeRange(of: clause)).lowerBound
    return tokens.xpos[clause] == "VBG" && tree.child(of: clause, .mark) == nil && first > 0
      && tokens.forms[first - 1] == ","
  }

  private static let making: Set<String> = [
    "sign", "reach", "conclude", "make", "strike", "broker", "agree", "negotiate", "seal", "forge",
    "hold",
  ]

  /// The noun whose relative clause ends with a preposition that governs nothing.
  private func strandedNoun(_ word: String, _ clause: Int) -> Int? {
    guard tokens.relations[clause] == "acl:relcl", let noun = tree.head(of: clause),
      tokens.upos[noun] != .pron,
      let left = tree.children(of: clause).last(where: { lemmas[$0] == word && $0 > clause }),
      tree.children(of: left).isEmpty, tree.relations[left] != .mark,
      tree.child(of: clause, .nsubj).map({ tree.antecedent(ofRelative: $0) == nil }) ?? false
    else { return nil }
    return noun
  }

  /// A day, a month or a year: when something was, not what it is about.
  private func isDate(_ token: Int) -> Bool {
    if let year = Int(tokens.forms[token]) { return (1000...2999).contains(year) }
    // `for five days`
    if ["hour", "day", "week", "month", "year", "decade"].contains(lemmas[token]),
      tree.child(of: token, .nummod) != nil
    {
      return true
    }
    let isName =
      CalendarWords.weekdays.contains(lemmas[token]) || CalendarWords.months.contains(lemmas[token])
    return isName && tokens.upos[token] == .propn
      || ["today", "yesterday", "tomorrow"].contains(lemmas[token])
  }

  private func prepositional(_ word: String, of token: Int) -> [Int] {
    func below(_ head: Int) -> [Int] {
      tree.children(of: head).filter { child in
        guard child > token || tree.relations[child] == .obl, !isDate(child) else { return false }
        switch tree.relations[child] {
        case .obl, .nmod:
          let isFirst =
            tree.preposition(of: child).map { $0 == word || $0.hasPrefix(word + " ") } ?? false
          // `opted out of it`: the last of two.
          return isFirst
            || tree.children(of: child, .caseMarker).last { $0 < child }.map { lemmas[$0] == word }
              ?? false
        case .advcl, .acl, .xcomp, .ccomp:
          guard let mark = tree.child(of: child, RelationSet(.mark, .caseMarker)) else {
            return false
          }
          // `aims at lowering`; `as it lowered` is another `as`.
          return lemmas[mark] == word
            && (tokens.upos[mark] == .adp || tokens.xpos[child] == "VBG"
              || tokens.xpos[mark] == "IN"
                && tree.relations[mark] == .caseMarker)
        default: return false
        }
      }
    }
    var own = below(token)
    // `the pact signed between A and B`: behind the participle of making it.
    if own.isEmpty, tokens.upos[token] == .noun, word == "between" || word == "with" {
      own = tree.children(of: token, .acl).filter {
        $0 > token && tokens.xpos[$0] == "VBN" && Self.making.contains(lemmas[$0])
      }.flatMap(below)
    }
    // `the pact that Oslo withdrew from`: the preposition was left behind.
    if own.isEmpty, word != "in", tree.relations[token] == .acl,
      let noun = strandedNoun(word, token)
    {
      own = [noun]
    }
    if word == "for", let clause = clauseWithSubject(own.first, of: token) { return [clause] }
    if !own.isEmpty { return own }
    // `walked away from it`, `stopped short of doing it`
    for adverb in tree.children(of: token, .advmod) where adverb > token {
      let found = below(adverb)
      if !found.isEmpty { return found }
    }
    if tokens.upos[token] == .verb {
      // A prepositional phrase behind the object is hung on either.
      for object in tree.children(of: token, .obj) {
        let found = below(object)
        if !found.isEmpty { return found }
      }
      // `spoke in favour of it`: the last preposition of a longer cue.
      for oblique in tree.children(of: token, .obl) {
        let found = below(oblique)
        if !found.isEmpty { return found }
      }
    } else if tree.relations[token] == .nmod, tree.preposition(of: token) == "of",
      let outer = tree.head(of: token), tokens.upos[outer] == .noun, entity(at: outer) == nil
    {
      // `a lack of support for it`: the phrase may hang on the outer noun.
      return below(outer).filter { $0 > token }
    } else if let verb = tree.head(of: token), tokens.upos[verb] == .verb,
      tree.relations[token] == .obj || tree.has(token, "nsubj:pass")
    {
      return below(verb).filter { $0 > token }
    }
    return []
  }
}
