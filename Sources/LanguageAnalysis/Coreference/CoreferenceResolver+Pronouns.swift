import StanceOntology

/// Third-person pronouns.
extension CoreferenceResolver {
  mutating func resolvePronoun(_ index: Int) {
    let head = mentions[index].head
    guard let pronoun = Pronoun(form: tokens.forms[head]) else { return }
    guard pronoun.kind != .firstSingular, pronoun.kind != .firstPlural else { return }
    if pronoun.kind == .thing, tree.isPleonastic(head) || !pronoun.isReflexive && isPlan(head) {
      return
    }
    if pronoun.isReflexive {
      if let subject = tree.subject(of: tree.clause(of: head)), subject != head,
        let found = referentByHead[subject].map({ referents[$0] }), agrees(found, pronoun)
      {
        join(index, to: found)
      }
      return
    }
    if pronoun.kind == .personal, let found = lastSpeaker(for: head, pronoun) {
      join(index, to: found)
      return
    }
    if let found = ownSide(for: head, pronoun) {
      join(index, to: found)
      return
    }
    if let found = learned(for: head, pronoun) ?? best(for: head, pronoun) {
      join(index, to: found)
    }
  }

  /// `signed it`, `calls it a sham`: what is signed or called a thing is a plan or an event, and nobody who acts.
  private func isPlan(_ head: Int) -> Bool {
    guard tree.relations[head] == .obj, let verb = tree.head(of: head) else { return false }
    let lemma = tokens.lemmas[verb].lowercased()
    if Self.settling.contains(lemma) { return true }
    guard Self.naming.contains(lemma) else { return false }
    return tree.children(of: verb, RelationSet(.xcomp, .obl, .obj, .advcl)).contains { predicate in
      let noun = tokens.lemmas[predicate].lowercased()
      return predicate > head && tokens.upos[predicate] == .noun && !ActorNouns.isActor(noun)
        && (tree.relations[predicate] == .xcomp || tree.relations[predicate] == .obj
          || tree.preposition(of: predicate) == "as")
    }
  }

  private static let settling: Set<String> = [
    "sign", "ratify", "veto", "scrap", "repeal", "amend", "adopt", "approve", "implement",
    "postpone", "reject", "block", "pass", "draft", "renegotiate", "welcome",
  ]
  private static let naming: Set<String> = [
    "call", "describe", "brand", "label", "dub", "term", "deem", "denounce", "condemn", "dismiss",
    "hail", "praise", "slam", "decry",
  ]

  /// `Norland said it would leave`: what a country or a body says that *it* will do, it will do itself.
  private func ownSide(for head: Int, _ pronoun: Pronoun) -> Referent? {
    guard pronoun.kind == .thing, tree.relations[head] == .nsubj, let clause = tree.head(of: head),
      tree.relations[clause] == .ccomp, isActing(clause), let verb = tree.head(of: clause),
      verb < head,
      let subject = tree.ownSubject(of: verb), let place = referentByHead[subject]
    else { return nil }
    let found = referents[place]
    let isActor = found.entity.map { $0.kind == .country || $0.kind == .organization } ?? false
    return isActor && agrees(found, pronoun) ? found : nil
  }

  /// What only somebody can do or be: `would leave`, `had fired a rocket`, `was willing`, `supports the bill`.
  private func isActing(_ clause: Int) -> Bool {
    if tokens.upos[clause] == .adj {
      return Self.volitional.contains(tokens.lemmas[clause].lowercased())
    }
    guard tokens.upos[clause] == .verb, !tree.isPassive(clause) else { return false }
    let auxiliaries = tree.children(of: clause, .aux).map { tokens.lemmas[$0].lowercased() }
    return auxiliaries.contains { ["will", "would", "'ll"].contains($0) }
      || auxiliaries.contains("have") && tree.child(of: clause, .obj) != nil
      || Self.attitudes.contains(tokens.lemmas[clause].lowercased())
  }

  private static let volitional: Set<String> = [
    "willing", "ready", "prepared", "committed", "opposed", "determined", "eager", "keen",
    "reluctant", "unwilling", "sceptical", "skeptical", "confident", "hopeful", "grateful",
  ]
  private static let attitudes: Set<String> = [
    "support", "oppose", "reject", "want", "plan", "intend", "hope", "welcome", "condemn", "regret",
    "agree", "accept", "refuse", "back", "seek", "respect", "recognize", "recognise", "favor",
    "favour", "deplore", "deny", "expect", "consider", "believe", "condone", "insist", "demand",
  ]

  /// The likeliest antecedent by the scorer, among those that agree and may be meant where the pronoun stands.
  func learned(for head: Int, _ pronoun: Pronoun) -> Referent? {
    let floor =
      pronoun.kind == .personal ? AntecedentThreshold.person : AntecedentThreshold.thing
    return likeliest(head, atLeast: floor) {
      agrees($0, pronoun) && isPossible($0, for: head, pronoun)
    }
  }

  /// `“…,” he said`: outside quotations and without another candidate in the sentence, the pronoun that
  /// speaks is the last one who spoke.
  func lastSpeaker(for head: Int, _ pronoun: Pronoun) -> Referent? {
    guard speakersByHead.contains(head), reports[head] < 0 else { return nil }
    let near = recent(before: head, sentences: 3)
    let found = near.last { speakersByHead.contains($0.head) }
    guard let found, found.isPerson, agrees(found, pronoun, strictly: true),
      found.entity.map({ !isNamed($0, below: head) }) ?? true
    else { return nil }
    // A new subject outside quotations since then may be meant as well.
    let rival = near.contains { other in
      other.head > found.head && other.isPerson && other.role == 3 && reports[other.head] < 0
        && clusters[other.mention] != clusters[found.mention] && agrees(other, pronoun)
    }
    return rival ? nil : found
  }

  func agrees(_ referent: Referent, _ pronoun: Pronoun, strictly: Bool = false) -> Bool {
    switch pronoun.kind {
    case .personal:
      guard referent.isPerson, !referent.isPlural, referent.entity?.kind != .group else {
        return false
      }
      if let gender = referent.gender { return gender == pronoun.gender }
      return !strictly || referent.entity != nil
    case .thing:
      return referent.isThing && !referent.isPlural
        && (referent.entity.map { $0.kind != .group && $0.kind != .person } ?? true)
    case .plural:
      return referent.isPlural || referent.entity?.kind == .group
        || (referent.isThing && referent.entity?.kind == .organization)
    case .firstSingular, .firstPlural: return false
    }
  }

  /// No sentence of prose has so many referents in reach; a list in one sentence may.
  private static let reach = 100

  /// The best candidate, if it is clearly better than any other.
  func best(for head: Int, _ pronoun: Pronoun) -> Referent? {
    let sentence = tree.sentenceIndices[head]
    let window = pronoun.kind == .personal ? 3 : 1
    var scores: [(referent: Referent, score: Int)] = []
    var places: [Int: Int] = [:]
    for referent in referents.suffix(Self.reach).reversed() {
      if referent.sentence < sentence - window { break }
      guard agrees(referent, pronoun), isPossible(referent, for: head, pronoun) else { continue }
      let score = score(referent, for: head, pronoun)
      let cluster = clusters[referent.mention]
      if let known = places[cluster] {
        // Named again: a little more prominent.
        scores[known].score = max(scores[known].score, score) + 3
      } else {
        places[cluster] = scores.count
        scores.append((referent, score))
      }
    }
    let ranked = scores.sorted {
      $0.score != $1.score ? $0.score > $1.score : $0.referent.head > $1.referent.head
    }
    guard let first = ranked.first else { return nil }
    let margin = pronoun.kind == .personal ? 8 : 12
    if ranked.count > 1, first.score - ranked[1].score < margin { return nil }
    let floor = pronoun.kind == .personal ? 20 : 35
    return first.score >= floor ? first.referent : nil
  }

  func isPossible(_ referent: Referent, for head: Int, _ pronoun: Pronoun) -> Bool {
    guard referent.head != head else { return false }
    if let entity = referent.entity, isNamed(entity, below: head) { return false }
    // A speaker does not speak of himself in the third person; what is outside may be meant inside.
    let voice = voices[head]
    if voice >= 0, quotations[voice].sourceHead == referent.head { return false }
    if voice >= 0, let entity = referent.entity, let source = quotations[voice].sourceHead,
      let speaker = mentionByHead[source], mentions[speaker].entity == entity
    {
      return false
    }
    guard referent.sentence == tree.sentenceIndices[head] else { return true }
    // Not inside the phrase itself (`its capital` for the capital).
    if tree.isInside(head, subtreeOf: referent.head), tree.relations[referent.head] != .root,
      !isRelativeInside(head, referent.head)
    {
      return false
    }
    if pronoun.isPossessive { return true }
    // Principle B: not another argument of the same predicate, nor its subject where that is understood.
    let clause = tree.clause(of: head)
    if isBound(referent, in: clause, head) { return false }
    guard tree.clause(of: referent.head) == clause else { return true }
    return tree.relations[referent.head] == .nmod && tree.relations[head] != .nmod
      || isDeepInside(referent.head, clause)
  }

  /// Whether the name stands in the clause behind a subject, or in the phrase behind a possessive: `He met Doe's
  /// son` is not about Doe (principle C: Chomsky 1981).
  private func isNamed(_ entity: EntityID, below head: Int) -> Bool {
    guard let top = tree.head(of: head),
      tree.relations[head] == .nsubj || tokens.relations[head] == "nmod:poss"
    else { return false }
    let range = tree.subtreeRange(of: top)
    return ((head + 1)..<max(head + 1, min(range.upperBound, head + 60))).contains { token in
      guard let index = mentionByHead[token], mentions[index].entity == entity else { return false }
      return [.person, .organization].contains(mentions[index].type)
        && tree.isInside(token, subtreeOf: top)
    }
  }

  /// Whether a candidate is the understood subject of the pronoun's clause, or of the verb that has this
  /// clause as its object (`to keep it from falling`, `to prevent it being sold`).
  func isBound(_ referent: Referent, in clause: Int, _ head: Int) -> Bool {
    var verb = clause
    if tree.relations[head] == .nsubj {
      guard tree.relations[clause] == .xcomp || tree.relations[clause] == .ccomp,
        !tree.isFinite(clause), let above = tree.head(of: clause)
      else { return false }
      verb = above
    }
    guard let subject = tree.subject(of: verb), subject != head else { return false }
    return tree.coordinated(from: subject).contains(referent.head)
  }

  func isRelativeInside(_ head: Int, _ noun: Int) -> Bool {
    tree.ancestors(of: head).contains { $0 != noun && tree.relations[$0] == .acl }
  }

  func isDeepInside(_ token: Int, _ clause: Int) -> Bool {
    guard let above = tree.head(of: token) else { return false }
    return above != clause && tree.relations[token] == .nmod
  }

  func score(_ referent: Referent, for head: Int, _ pronoun: Pronoun) -> Int {
    let distance = tree.sentenceIndices[head] - referent.sentence
    if pronoun.kind == .thing {
      // Things are taken up all the time; only a subject is likely enough to be one that acts.
      if referent.role < 3, !pronoun.isPossessive || distance > 0 { return 0 }
      if distance > 0, tree.prominence(of: head) < 2 { return 0 }
    }
    var score = [60, 42, 22, 10][min(max(distance, 0), 3)]
    score += [0, 0, 6, 16][min(referent.role, 3)]
    let clause = tree.clause(of: head)
    if distance == 0 {
      if referent.role == 3, governs(referent.head, clause) { score += 18 }
      if pronoun.isPossessive || pronoun.isReflexive, tree.clause(of: referent.head) == clause,
        referent.role == 3
      {
        score += 18
      }
    }
    // A reported clause is about its speaker before others: `Doe said she would`.
    let report = reports[head]
    if report >= 0, quotations[report].kind != .direct,
      quotations[report].sourceHead == referent.head
    {
      score += 14
    }
    // Words inside one quotation belong together; what a quotation names is rarely taken up outside.
    if voices[head] != voices[referent.head] {
      score -= voices[referent.head] < 0 ? 8 : pronoun.kind == .personal ? 20 : 32
    }
    if tree.prominence(of: head) == 3, referent.role == 3 { score += 6 }
    if mentions[referent.mention].type == .pronoun { score += 4 }
    if referent.gender == nil, pronoun.kind == .personal { score -= 12 }
    if pronoun.kind == .thing || pronoun.kind == .plural {
      if referent.entity?.kind == .region { score -= 8 }
      if pronoun.kind == .plural, !referent.isPlural { score -= 12 }
    }
    return score
  }

  /// Whether a subject's clause stands above the pronoun's clause.
  func governs(_ subject: Int, _ clause: Int) -> Bool {
    guard let verb = tree.head(of: subject) else { return false }
    return verb == clause || tree.ancestors(of: clause).contains(verb)
  }
}
