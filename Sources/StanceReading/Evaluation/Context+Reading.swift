import ArticleReading
import LanguageAnalysis
import StanceModel
import StanceOntology

extension Context {
  /// Who fills the holder slots of a cue: every conjunct of the first slot that names somebody.
  func holders(of cue: CueRow, _ token: Int) -> [EntityID] {
    for slot in cue.holders {
      let places =
        cue.partOfSpeech == .adjective && slot == .subject
        ? tree.subject(of: token).map { [$0] } ?? [] : fillers(of: slot, of: token)
      let found = places.flatMap { slot == .subject ? actors(at: $0) : entities(at: $0) }
        .filter { $0.kind != .document }
      if !found.isEmpty { return found + companions(of: token).filter { !found.contains($0) } }
      // `an aim of the Kenyan operation`: whose operation it is.
      if cue.partOfSpeech == .noun, cue.kind == .desire, slot == .preposition("of") {
        let owned = places.flatMap { owners(of: $0) }
        if !owned.isEmpty { return owned }
      }
    }
    return []
  }

  /// `opposed the plan, as did Peru and Chile`: who is said to do the same.
  func companions(of cue: Int) -> [EntityID] {
    let verb = tree.relations[cue] == .obj ? tree.head(of: cue) ?? cue : cue
    guard
      let clause = tree.children(of: verb, .advcl).first(where: {
        $0 > verb && ["do", "have", "be"].contains(lemmas[$0])
          && tree.child(of: $0, .mark).map { lemmas[$0] == "as" } ?? false
      }),
      let first = tree.child(of: clause, RelationSet(.nsubj, .obj)), first > clause
    else { return [] }
    return tree.coordinated(from: first).flatMap { who -> [EntityID] in
      // `his counterparts from Peru and Chile`
      let senders = tree.children(of: who, .nmod).filter {
        tree.preposition(of: $0) == "from" || tree.preposition(of: $0) == "of"
      }.flatMap { tree.coordinated(from: $0) }.compactMap { entity(at: $0) }
      return tokens.upos[who] == .noun && !senders.isEmpty ? senders : entities(at: who)
    }.filter { $0.kind != .document }
  }

  /// The cue as it stands: the head's form with the other words of the row.
  func cueWords(_ cue: CueRow, _ token: Int) -> String {
    if cue.partOfSpeech == .phrase { return words(token..<(token + cue.words.count)) }
    return ([words(token)] + cue.words.dropFirst()).joined(separator: " ")
  }

  /// A reading for each holder and each coordinated target.
  ///
  /// - Parameters:
  ///   - sign: what the cue and what stands above it do to the polarity, 1 or -1.
  ///   - isOwnAct: whether the holder is the one who does what a target without an agent says.
  ///   - doer: who is asked to do it, where that is another.
  func readings(
    _ construction: (any Construction.Type), token: Int, cueWords: String, holders: [EntityID],
    targets: [Int], sign: Int, strength: Int, modality: Modality, isOwnAct: Bool = false,
    doer: EntityID? = nil, confidence factor: Double = 1
  ) -> [Reading] {
    var found: [Reading] = []
    for holder in holders.map({ self.holder($0) }) {
      var seen: Set<Target> = []
      for place in targets.prefix(2).flatMap({ coordinated($0) }) {
        let agent = doer ?? (isOwnAct ? holder : nil)
        let isWish = doer == nil && Self.wishes.contains(lemmas[token])
        guard
          let descent = descend(from: place, agent: agent, outer: sign, isWish: isWish)
        else {
          continue
        }
        var target = shared(own(descent.target, holder, among: holders), among: holders)
        // `the pact between A and B` has its two sides, known or not.
        if fillers(of: .preposition("between"), of: descent.content).isEmpty {
          target = withOneSide(target, of: holder)
        }
        if doer != nil, sign * descent.sign > 0 { target = received(target, by: holder) }
        guard target != .entity(holder), seen.insert(target).inserted else {
          continue
        }
        let polarity = sign * descent.sign
        var confidence =
          construction.precision * factor * nearness(of: holder, to: token) * sureness(at: token)
        if !quotations(around: token).isEmpty { confidence *= 0.95 }
        switch modality {
        // `might warn against it` takes no position; what may be so for itself (`ready to`) does.
        case .possible: confidence *= construction == CopularEvaluation.self ? 0.5 : 0.3
        case .conditional: confidence *= 0.8
        case .denied, .questioned: confidence *= 0.4
        case .asserted, .intended, .future, .past: break
        }
        let first = TraceStep(
          rule: construction.name, span: tree.span(of: token..<(token + 1)), words: words(token),
          effect: "“\(cueWords)” \(sign > 0 ? "supports" : "opposes")")
        found.append(
          Reading(
            construction: construction.name, holder: holder, cue: token, cueWords: cueWords,
            target: target, content: descent.content, polarity: polarity,
            modality: modality, strength: strength, confidence: confidence,
            trace: [first] + descent.trace, path: descent.path))
      }
    }
    return found
  }

  /// Words of wishing, whose subject need not be the one who does it.
  private static let wishes: Set<String> = [
    "want", "wish", "hope", "desire", "seek", "like", "long", "prefer", "reject", "accept",
    "favour",
    "favor",
  ]

  /// What somebody asks another to give, he is to get: `asked Kenya for weapons`.
  private func received(_ target: Target, by holder: EntityID) -> Target {
    guard case .issue(let slug, var roles) = target, issues[slug]?.roles.last == "recipient",
      roles.count == 2, roles[1] == nil, roles[0] != polity(of: holder)
    else { return target }
    roles[1] = polity(of: holder)
    return .issue(slug: slug, roles: roles)
  }

  /// Of an issue between two that names one, the other is whoever takes the position: `is committed to a pact with Oslo`.
  private func withOneSide(_ target: Target, of holder: EntityID) -> Target {
    let own = polity(of: holder)
    guard case .issue(let slug, var roles) = target, issues[slug]?.isSymmetric == true,
      roles.count == 2, (roles[0] == nil) != (roles[1] == nil), !roles.contains(own),
      own.kind == .country || own.kind == .organization,
      let other = roles[0] ?? roles[1], !isOwnSide(other, of: holder),
      !ontology.members(of: other, on: document.article.date).contains(own)
    else { return target }
    roles[roles[0] == nil ? 0 : 1] = own
    return .issue(slug: slug, roles: roles)
  }

  /// Of several who do the same, each is the agent of his own.
  func own(_ target: Target, _ holder: EntityID, among holders: [EntityID]) -> Target {
    guard holders.count > 1, case .issue(let slug, var roles) = target, let first = roles.first,
      let agent = first, holders.contains(where: { $0 == agent || polity(of: $0) == agent })
    else { return target }
    // Between two, the order says nothing.
    if issues[slug]?.isSymmetric == true, roles.contains(polity(of: holder)) { return target }
    roles[0] = polity(of: holder)
    return .issue(slug: slug, roles: roles)
  }

  /// An issue between two that both take a position on it: `A and B signed an agreement`.
  func shared(_ target: Target, among holders: [EntityID]) -> Target {
    guard case .issue(let slug, var roles) = target, issues[slug]?.isSymmetric == true,
      roles.count == 2, roles[1] == nil, let first = roles[0], holders.count > 1,
      let other = holders.map({ polity(of: $0) }).first(where: { $0 != first })
    else { return target }
    roles[1] = other
    return .issue(slug: slug, roles: roles)
  }

  /// A target with the clauses and entities coordinated with it; things listed together are one target.
  private func coordinated(_ target: Int) -> [Int] {
    tree.coordinated(from: target).prefix(4).filter {
      $0 == target || isPredicate($0) || entity(at: $0) != nil || issue(at: $0) != nil
    }
  }

  /// Who thinks what a clause says: the subject of the nearest verb of saying or thinking above it,
  /// otherwise the speaker of the quotation it stands in.
  func opinionHolders(of clause: Int) -> [EntityID] {
    var current = clause
    while let head = tree.head(of: current) {
      if tree.relations[current] == .ccomp || tree.relations[current] == .parataxis
        || tree.relations[current] == .xcomp,
        let cue = cues[head],
        cue.kind == .speech || cue.kind == .belief || cue.kind == .warn
      {
        guard let agent = tree.agent(of: head) else { break }
        let subjects = actors(at: agent)
        if !subjects.isEmpty { return subjects }
        return lastSpeaker(for: agent).map { [$0] } ?? []
      }
      // `warnings from Oslo that it would violate the pact`
      if tree.relations[current] == .acl, isWarningNoun(head) {
        let owners = owners(of: head)
        return owners.isEmpty
          ? fillers(of: .preposition("from"), of: head).flatMap { entities(at: $0) } : owners
      }
      // A clause under another attitude is not said for itself.
      current = head
    }
    if hasUnknownSpeaker(clause) { return [] }
    return speakers(at: clause).last.map { [$0] } ?? []
  }

  /// Whether somebody warns of what the clause says, where it is no more than possible.
  func isWarned(_ clause: Int) -> Bool {
    guard tree.relations[clause] == .ccomp, let head = tree.head(of: clause) else { return false }
    return cues[head]?.kind == .warn && !isNegated(head)
  }

  /// Whether a speaker says of another, in words that judge, what the verb says.
  func isJudged(_ token: Int) -> Bool {
    guard let cue = verdict(at: token), cue.polarity < 0 else { return false }
    let holders = opinionHolders(of: token)
    guard !holders.isEmpty, let agent = tree.agent(of: token) else { return false }
    return !entities(at: agent).contains { entity in
      holders.contains { isOwnSide(entity, of: $0) }
    }
  }

  /// The person who spoke last before a `he` or `she` that says something: a speaker goes on unless another is named.
  private func lastSpeaker(for pronoun: Int) -> EntityID? {
    guard ["he", "she"].contains(lemmas[pronoun]) else { return nil }
    let sentence = tree.sentenceIndices[pronoun]
    let earlier = document.quotations.filter { quotation in
      guard quotation.standing == .statement, let source = quotation.sourceHead, source < pronoun
      else { return false }
      return sentence - tree.sentenceIndices[source] <= 4
    }
    let last = earlier.max { ($0.sourceHead ?? 0) < ($1.sourceHead ?? 0) }
    guard let speaker = last?.speaker, speaker.kind == .person else { return nil }
    if let gender = ontology.person(speaker)?.gender,
      (gender.rawValue == "m") != (lemmas[pronoun] == "he")
    {
      return nil
    }
    return speaker
  }

  /// Whether a subject is the speaker himself or the country or body that he speaks for.
  func isOwnSide(_ subject: EntityID, of speaker: EntityID) -> Bool {
    subject == speaker || subject == polity(of: speaker) || polity(of: subject) == speaker
      || (subject.kind == .organization && isAtHome(subject, polity(of: speaker)))
  }

  private func isAtHome(_ organization: EntityID, _ polity: EntityID) -> Bool {
    polity.kind == .country && ontology.country(of: organization) == polity
  }
}
