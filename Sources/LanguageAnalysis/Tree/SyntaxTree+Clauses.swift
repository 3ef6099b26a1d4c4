extension SyntaxTree {
  private static let relativePronouns: Set<String> = ["who", "which", "that", "whom", "whose"]

  private static let finiteTags: Set<String> = ["MD", "VBD", "VBZ", "VBP"]

  /// Whether a token is a finite verb or a modal.
  public func isFiniteVerb(_ token: Int) -> Bool { Self.finiteTags.contains(tokens.xpos[token]) }

  /// Whether the predicate of a clause, its auxiliary or its copula is finite.
  public func isFinite(_ clause: Int) -> Bool {
    isFiniteVerb(clause)
      || children(of: clause, RelationSet(.aux, .cop)).contains { isFiniteVerb($0) }
  }

  /// Whether the verb stands in the passive.
  public func isPassive(_ verb: Int) -> Bool {
    children(of: verb).contains {
      tokens.relations[$0] == "aux:pass" || tokens.relations[$0] == "nsubj:pass"
        || tokens.relations[$0] == "csubj:pass"
    } || isReducedPassive(verb) || isCoordinatedPassive(verb)
  }

  /// `was welcomed by A and condemned by B`: a past participle that shares the auxiliary and the subject.
  private func isCoordinatedPassive(_ verb: Int) -> Bool {
    guard relations[verb] == .conj, tokens.xpos[verb] == "VBN", let first = head(of: verb),
      tokens.xpos[first] == "VBN",
      child(of: verb, RelationSet(.nsubj, .csubj, .aux, .obj, .cop)) == nil
    else { return false }
    return isPassive(first)
  }

  /// A past participle that modifies a noun (`guarantees requested by …`).
  private func isReducedPassive(_ verb: Int) -> Bool {
    tokens.relations[verb] == "acl" && tokens.xpos[verb] == "VBN"
      && child(of: verb, RelationSet(.nsubj, .obj)) == nil
  }

  /// The `by` phrase of a passive verb.
  public func passiveAgent(of verb: Int) -> Int? {
    if let agent = child(of: verb, label: "obl:agent") { return agent }
    guard isPassive(verb) else { return nil }
    if let agent = children(of: verb, .obl).first(where: { preposition(of: $0) == "by" }) {
      return agent
    }
    // `was welcomed and praised by A`: one phrase for both.
    return children(of: verb, .conj).first { isCoordinatedPassive($0) }.flatMap {
      passiveAgent(of: $0)
    }
  }

  /// The grammatical subject in the verb's own clause; a relative pronoun gives its antecedent.
  public func ownSubject(of verb: Int) -> Int? {
    guard let subject = child(of: verb, RelationSet(.nsubj, .csubj)) else { return nil }
    return antecedent(ofRelative: subject) ?? subject
  }

  /// The noun that a relative pronoun stands for.
  public func antecedent(ofRelative pronoun: Int) -> Int? {
    guard Self.relativePronouns.contains(tokens.lemmas[pronoun].lowercased()),
      tokens.upos[pronoun] == .pron || tokens.upos[pronoun] == .det
        || tokens.upos[pronoun] == .sconj
    else { return nil }
    var current = pronoun
    // The pronoun may stand deep in the clause: `whose leader said`, `with whom he spoke`.
    while let head = head(of: current) {
      if relations[current] == .acl || relations[current] == .advcl {
        return relations[current] == .acl ? head : nil
      }
      if relations[current] == .ccomp && tokens.lemmas[pronoun] == "that" { return nil }
      current = head
    }
    return nil
  }

  /// The subject of a predicate, its own or the one it inherits: through coordination, open complements
  /// (the object of a verb that has one, otherwise the subject), participle and purpose clauses,
  /// and the noun that a participle modifies.
  ///
  /// In the passive it is the one acted on; `agent(of:)` gives the one who acts.
  public func subject(of predicate: Int) -> Int? {
    var verb = predicate
    for _ in 0..<32 {
      if let subject = ownSubject(of: verb) { return subject }
      guard let head = head(of: verb) else { return nil }
      switch relations[verb] {
      case .conj: verb = head
      case .xcomp:
        if let controller = controllingObject(of: head) { return controller }
        verb = head
      case .advcl:
        guard isOpenAdverbial(verb) else { return nil }
        // `was quoted by the paper as saying`: the one quoted says it.
        let isQuoted = child(of: verb, .mark).map { tokens.lemmas[$0] == "as" } ?? false
        if !isQuoted, let agent = passiveAgent(of: head) { return agent }
        verb = head
      case .acl:
        if tokens.relations[verb] == "acl:relcl" { return nil }
        if tokens.xpos[verb] == "VBG" || tokens.xpos[verb] == "VBN" {
          return gerundSubject(verb, head)
        }
        // `its ambition to join`: whoever has the ambition.
        if let owner = possessor(of: head) { return owner }
        guard relations[head] == .obj || relations[head] == .obl, let governor = self.head(of: head)
        else { return nil }
        verb = governor
      case .ccomp:
        // A gerund or infinitive as complement, without a subject of its own.
        guard isOpenAdverbial(verb) else { return nil }
        verb = head
      default: return nil
      }
    }
    return nil
  }

  private func gerundSubject(_ verb: Int, _ noun: Int) -> Int? {
    // `the idea of accepting`: the noun does not accept.
    if let mark = child(of: verb, .mark), tokens.lemmas[mark] != "to" {
      return possessor(of: noun)
    }
    return noun
  }

  /// Who does what the predicate says: the subject, or the `by` phrase of a passive.
  public func agent(of predicate: Int) -> Int? {
    if isPassive(predicate) { return passiveAgent(of: predicate) }
    return subject(of: predicate)
  }

  /// Whom the possessive of a noun names (`Russia's opposition`, `its opposition`).
  public func possessor(of noun: Int) -> Int? {
    children(of: noun).first {
      tokens.relations[$0] == "nmod:poss" || tokens.relations[$0] == "nmod:unmarked:poss"
    }
  }

  /// The object that controls an open complement: `told him to go`, `called on Russia to stop`.
  private func controllingObject(of verb: Int) -> Int? {
    if isPassive(verb) { return nil }
    if Self.subjectControl.contains(tokens.lemmas[verb]) { return nil }
    if let object = child(of: verb, RelationSet(.obj, .iobj)) { return object }
    guard Self.obliqueControl.contains(tokens.lemmas[verb]) else { return nil }
    return children(of: verb, .obl).first {
      ["on", "upon", "for", "to", "with"].contains(preposition(of: $0) ?? "")
    }
  }

  private static let subjectControl: Set<String> = ["promise", "vow", "threaten", "use", "take"]
  private static let obliqueControl: Set<String> = [
    "call", "appeal", "plead", "look", "wait", "push", "press", "rely", "say", "count", "depend",
    "bank", "lean", "prevail",
  ]

  /// A clause without a subject and without a finite verb.
  private func isOpenAdverbial(_ verb: Int) -> Bool {
    let tag = tokens.xpos[verb]
    if tag == "VBG" || tag == "VBN" || tag == "VB" {
      return !children(of: verb).contains {
        relations[$0] == .aux
          && isFiniteVerb($0)
      }
    }
    return false
  }

  /// `not only because`, `not just`: what is said holds.
  public func isNotOnly(_ negation: Int) -> Bool {
    negation + 1 < count
      && ["only", "just", "merely", "simply", "solely"].contains(
        tokens.lemmas[negation + 1].lowercased())
  }

  /// The negations of a predicate: `not`, `n't`, `never`, `no longer`, and `no` on its subject or object.
  public func negations(of predicate: Int) -> [Int] {
    children(of: predicate).filter {
      (relations[$0] == .advmod || relations[$0] == .det)
        && Self.negators.contains(tokens.lemmas[$0].lowercased())
        && !isNotOnly($0)
        || relations[$0] == .advmod && tokens.forms[$0].lowercased() == "longer"
          && child(of: $0, .advmod).map { tokens.lemmas[$0] == "no" } == true
    }
  }

  private static let negators: Set<String> = [
    "not", "n't", "never", "no", "neither", "nor", "rarely", "hardly", "seldom", "barely",
    "scarcely",
  ]
}
