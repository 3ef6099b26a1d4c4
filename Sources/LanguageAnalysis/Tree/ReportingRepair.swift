/// Mends what parsers of news get wrong around a verb of reporting: its subject is hung on the clause that it
/// reports, or the clause's on it.
///
/// *The rebels left, a senior official said* comes with *official* as a second subject of *left*; commas and
/// closing marks tell better. Each rule moves arcs only where the verb of reporting has no subject of its own
/// or one too many, so that a tree that is right stays as it is.
struct ReportingRepair {
  private let tree: SyntaxTree
  private let cues: ReportingCues
  private var tokens: Tokens { tree.tokens }

  /// An arc to be changed.
  private struct Arc {
    var token: Int
    var head: Int
    var relation: String
  }

  private static let nominal = RelationSet(
    .nsubj, .obj, .appos, .parataxis, .dislocated, .vocative, .list, .dep, .conj, .obl, .nmod)
  private static let clausal = RelationSet(.ccomp, .parataxis, .xcomp)

  /// Mends the trees of a document, and gives them.
  @discardableResult
  static func mend(_ document: inout Document, cues: ReportingCues) -> SyntaxTree {
    let repair = ReportingRepair(tree: SyntaxTree(document), cues: cues)
    var isMended = false
    for verb in 0..<repair.tree.count {
      let arcs =
        repair.titled(verb) + repair.lifted(verb) + repair.resumed(verb) + repair.fronted(verb)
        + repair.interrupted(verb) + repair.tensed(verb) + repair.detached(verb)
        + repair.orphaned(verb)
        + (repair.reports(verb) ? repair.arcs(at: verb) : [])
      guard !arcs.isEmpty else { continue }
      let before = arcs.map { arc in
        Arc(
          token: arc.token, head: document.tokens.heads[arc.token],
          relation: document.tokens.relations[arc.token])
      }
      for arc in arcs {
        document.tokens.heads[arc.token] = arc.head
        document.tokens.relations[arc.token] = arc.relation
      }
      if repair.isTree(document, at: verb, arcs) {
        isMended = true
      } else {
        // Backwards, since two arcs may have moved one token.
        for arc in before.reversed() {
          document.tokens.heads[arc.token] = arc.head
          document.tokens.relations[arc.token] = arc.relation
        }
      }
    }
    return isMended ? SyntaxTree(document) : repair.tree
  }

  /// Whether the sentence is still one tree: repairs know nothing of each other.
  private func isTree(_ document: Document, at verb: Int, _ arcs: [Arc]) -> Bool {
    let place = tree.sentenceIndices[verb]
    guard document.sentences.indices.contains(place) else { return false }
    let sentence = document.sentences[place].tokens
    guard arcs.allSatisfy({ sentence.contains($0.token) }) else { return false }
    var roots = 0
    for token in sentence {
      var current = token
      var steps = 0
      while document.tokens.heads[current] >= 0 {
        current = document.tokens.heads[current]
        steps += 1
        guard sentence.contains(current), steps <= sentence.count else { return false }
      }
      if current == token { roots += 1 }
    }
    return roots == 1
  }

  /// Whether a token is a finite active verb that reports words or thoughts, or a participle of one.
  private func reports(_ verb: Int) -> Bool {
    guard tokens.upos[verb] == .verb, let kind = cues.verbs[tokens.lemmas[verb]]?.kind else {
      return false
    }
    switch kind {
    case .say, .tell, .ask, .think, .deny, .show, .manner: return true
    case .name, .cite, .want, .event: return false
    }
  }

  private func arcs(at verb: Int) -> [Arc] {
    if let arcs = inserted(verb) { return arcs }
    guard tree.isFinite(verb), !tree.isPassive(verb) else { return [] }
    return exchanged(verb) ?? stranded(verb) ?? behind(verb) ?? crowded(verb) ?? trailing(verb)
  }

  // MARK: Rules

  /// `CLAUSE, a senior official said`: the phrase before the verb was hung into the clause.
  private func stranded(_ verb: Int) -> [Arc]? {
    guard tree.child(of: verb, RelationSet(.nsubj, .csubj, .expl)) == nil,
      tree.relations[verb] != .conj, tree.relations[verb] != .xcomp,
      let clause = tree.children(of: verb, Self.clausal).first(where: {
        $0 < verb && tree.isClausal($0)
      })
    else { return nil }
    var found: Int?
    for token in stride(from: before(verb), to: clause, by: -1) {
      guard token > clause, tree.isInside(token, subtreeOf: clause) else { break }
      let range = phrase(token)
      guard isNominal(token), Self.nominal.contains(tree.relations[token]),
        tree.child(of: token, .caseMarker) == nil, range.lowerBound > clause,
        isSetOff(range.lowerBound), isIdle(from: range.upperBound, to: verb)
      else { continue }
      // The outermost phrase, with the names beside it.
      if found.map({ tree.isInside($0, subtreeOf: token) }) ?? true { found = token }
    }
    return found.map { [Arc(token: $0, head: verb, relation: "nsubj")] }
  }

  /// `Hamas, which rules the city, said he was lying`: the phrase before the verb was hung on the clause
  /// behind it, which has a subject of its own.
  private func behind(_ verb: Int) -> [Arc]? {
    guard tree.child(of: verb, RelationSet(.nsubj, .csubj, .expl)) == nil,
      let clause = tree.child(of: verb, .ccomp), clause > verb
    else { return nil }
    let subjects = tree.children(of: clause, RelationSet(.nsubj, .expl))
    guard subjects.count > 1, let first = subjects.first, first < verb,
      subjects.dropFirst().allSatisfy({ $0 > verb }),
      isIdle(from: phrase(first).upperBound, to: verb)
    else { return nil }
    return [Arc(token: first, head: verb, relation: "nsubj")]
  }

  /// `The chairman is to resign, two officials told reporters`: of two subjects the nearer one speaks.
  private func crowded(_ verb: Int) -> [Arc]? {
    let subjects = tree.children(of: verb, .nsubj).filter { $0 < verb }
    guard subjects.count == 2, let clause = tree.child(of: verb, .ccomp),
      subjects[0] < clause, clause < subjects[1],
      tree.child(of: clause, RelationSet(.nsubj, .csubj, .expl)) == nil,
      isSetOff(phrase(subjects[1]).lowerBound)
    else { return nil }
    return [Arc(token: subjects[0], head: clause, relation: "nsubj")]
  }

  /// `The hosts, complained one minister, “have no idea”`: the subjects of verb and clause were exchanged.
  private func exchanged(_ verb: Int) -> [Arc]? {
    guard verb > 0, tokens.forms[verb - 1] == ",",
      let subject = tree.child(of: verb, .nsubj), subject < verb,
      let clause = tree.child(of: verb, .ccomp), clause > verb,
      let other = tree.child(of: clause, .nsubj), other > verb
    else { return nil }
    let first = phrase(subject)
    let second = phrase(other)
    guard second.lowerBound == verb + 1, second.upperBound < clause,
      tokens.forms[second.upperBound] == ",", isIdle(from: first.upperBound, to: verb),
      !first.contains(where: { tokens.forms[$0] == "," })
    else { return nil }
    return [
      Arc(token: subject, head: clause, relation: tokens.relations[other]),
      Arc(token: other, head: verb, relation: "nsubj"),
    ]
  }

  /// `Two soldiers, the army announced, were killed`: the report was hung on the noun that it follows.
  private func inserted(_ verb: Int) -> [Arc]? {
    guard tree.relations[verb] == .acl || tree.relations[verb] == .parataxis,
      let noun = tree.head(of: verb), noun < verb, isNominal(noun), !tree.isClausal(noun),
      tree.child(of: verb, RelationSet(.obj, .ccomp, .xcomp, .mark)) == nil,
      var predicate = tree.head(of: noun), predicate > verb, tree.isClausal(predicate),
      ["VBD", "VBZ", "VBP", "VBN"].contains(tokens.xpos[verb]),
      tree.child(of: verb, .aux).map({ tokens.relations[$0] != "aux:pass" }) ?? true,
      tree.relations[noun] == .nsubj || tree.relations[noun] == .csubj,
      verb + 1 < tree.count, tokens.forms[verb + 1] == ","
    else { return nil }
    // `remains overvalued` may have its subject on the adjective.
    if tree.relations[predicate] == .xcomp, let above = tree.head(of: predicate), above > verb {
      predicate = above
    }
    var arcs = [Arc(token: verb, head: predicate, relation: "parataxis")]
    if let subject = tree.child(of: verb, .nsubj) {
      guard subject < verb, !isRelative(subject),
        isSetOff(phrase(subject).lowerBound)
      else { return nil }
    } else {
      // `Voters, the poll found, trust them`: the subject was taken for an apposition.
      guard let beside = tree.children(of: noun, .appos).last(where: { $0 < verb }),
        phrase(beside).upperBound == verb, isSetOff(phrase(beside).lowerBound)
      else { return nil }
      arcs.append(Arc(token: beside, head: verb, relation: "nsubj"))
    }
    return arcs
  }

  /// `Lee said Yoon must go, describing the decree as treason`: a participle of reporting behind the reported
  /// clause goes on with the report.
  private func trailing(_ verb: Int) -> [Arc] {
    guard isSaying(verb) else { return [] }
    let clauses = tree.children(of: verb, .ccomp).filter { $0 > verb }
      .flatMap { tree.coordinated(from: $0) }
    return clauses.filter { !isSaying($0) }.flatMap { clause in
      tree.children(of: clause, .advcl).filter { participle in
        tokens.xpos[participle] == "VBG" && participle > clause && goesOn(participle)
          && isSetOff(phrase(participle).lowerBound)
      }.map { Arc(token: $0, head: verb, relation: "advcl") }
    }
  }

  private func isSaying(_ verb: Int) -> Bool {
    let kind = cues.verbs[tokens.lemmas[verb]]?.kind
    return kind == .say || kind == .tell || kind == .ask || kind == .deny
  }

  private func goesOn(_ participle: Int) -> Bool {
    let isNaming = cues.verbs[tokens.lemmas[participle]]?.kind == .name
    return (isNaming || isSaying(participle))
      && tree.child(of: participle, RelationSet(.mark, .nsubj)) == nil
  }

  /// `Foreign secretary Jane Doe spoke`, taken for two subjects side by side: the first is the other's title.
  private func titled(_ verb: Int) -> [Arc] {
    let agents = tree.children(of: verb, .obl).filter { tokens.relations[$0] == "obl:agent" }
    // `by Senators Jane Doe and John Roe`
    if agents.count == 2, tokens.xpos[agents[0]].hasSuffix("S"), tokens.upos[agents[1]] == .propn,
      agents[0] + 1 == agents[1], let preposition = tree.child(of: agents[0], .caseMarker)
    {
      return [
        Arc(token: agents[0], head: agents[1], relation: "nmod:desc"),
        Arc(token: preposition, head: agents[1], relation: "case"),
      ]
    }
    let subjects = tree.children(of: verb, .nsubj)
    guard subjects.count == 2,
      tokens.upos[subjects[0]] == .noun || tokens.upos[subjects[0]] == .propn,
      tokens.upos[subjects[1]] == .propn,
      tree.subtreeRange(of: subjects[0]).upperBound == tree.subtreeRange(of: subjects[1]).lowerBound
    else { return [] }
    return [Arc(token: subjects[0], head: subjects[1], relation: "nmod:desc")]
  }

  /// `the member of the presidency, Jane Doe, demanded`: the name was hung on the inner noun; it is the person's.
  private func lifted(_ name: Int) -> [Arc] {
    guard tree.relations[name] == .appos, tokens.upos[name] == .propn,
      tree.child(of: name, .flat).map({ tokens.upos[$0] == .propn }) ?? false,
      let inner = tree.head(of: name), inner < name, tokens.upos[inner] == .noun,
      tree.relations[inner] == .nmod,
      !ActorNouns.people.contains(tokens.lemmas[inner].lowercased()),
      let role = tree.head(of: inner), role < inner,
      ActorNouns.people.contains(tokens.lemmas[role].lowercased()),
      tree.child(of: role, RelationSet(.appos, .flat)) == nil, isSetOff(phrase(name).lowerBound)
    else { return [] }
    return [Arc(token: name, head: role, relation: "appos")]
  }

  /// `The envoy, noting that it worked, voiced support`: the verb was joined to the participle and the noun left
  /// alone.
  private func interrupted(_ verb: Int) -> [Arc] {
    guard tokens.xpos[verb] == "VBD", tree.relations[verb] == .conj,
      tree.child(of: verb, .cc) == nil,
      tree.child(of: verb, RelationSet(.nsubj, .csubj, .expl)) == nil,
      verb > 0, tokens.forms[verb - 1] == ",",
      let participle = tree.head(of: verb), tokens.xpos[participle] == "VBG",
      tree.relations[participle] == .acl, let noun = tree.head(of: participle),
      tree.relations[noun] == .root, isNominal(noun), noun < participle,
      tree.child(of: noun, RelationSet(.cop, .nsubj)) == nil
    else { return [] }
    return [
      Arc(token: verb, head: tokens.heads[noun], relation: "root"),
      Arc(token: noun, head: verb, relation: "nsubj"),
    ]
  }

  /// `Replying, the minister rejected it`: the subject was hung on the participle before it.
  private func fronted(_ verb: Int) -> [Arc] {
    guard tokens.upos[verb] == .verb, tree.isFinite(verb),
      tree.child(of: verb, RelationSet(.nsubj, .csubj, .expl)) == nil,
      tree.relations[verb] != .conj, tree.relations[verb] != .xcomp,
      let participle = tree.children(of: verb, .advcl).first(where: {
        $0 < verb && tokens.xpos[$0] == "VBG" && tree.child(of: $0, RelationSet(.mark, .aux)) == nil
      }),
      let subject = tree.child(of: participle, .nsubj), subject > participle,
      isSetOff(phrase(subject).lowerBound), isIdle(from: phrase(subject).upperBound, to: verb)
    else { return [] }
    return [Arc(token: subject, head: verb, relation: "nsubj")]
  }

  /// `He retorted that nobody negotiates with a gun and scolded the envoy`: a past verb without a subject, joined to
  /// a reported clause in the present, goes on with the report's subject; so does one of asking that is joined to a
  /// clause on a thing, which asks nothing (`said the fee was unfair and urged them to drop it`).
  private func resumed(_ verb: Int) -> [Arc] {
    guard tokens.upos[verb] == .verb, tokens.xpos[verb] == "VBD", isSaying(verb),
      tree.child(of: verb, .nsubj) != nil,
      let clause = tree.child(of: verb, .ccomp), clause > verb
    else { return [] }
    let isOfPresent = isPresent(clause)
    let isOfThing = isOnThing(clause) || isPluperfect(clause)
    guard isOfPresent || isOfThing else { return [] }
    let inner = isOfThing ? ofNoun(clause) : []
    return ([clause] + inner).flatMap { tree.children(of: $0, .conj) }.filter { next in
      tokens.upos[next] == .verb && tokens.xpos[next] == "VBD"
        && (isOfPresent || Self.asking.contains(tokens.lemmas[next]))
        && tree.child(of: next, RelationSet(.nsubj, .csubj, .expl, .aux, .cop, .mark)) == nil
    }.map { Arc(token: $0, head: verb, relation: "conj") }
  }

  private static let asking: Set<String> = [
    "urge", "press", "demand", "call", "appeal", "ask", "vow", "pledge", "warn", "insist", "accuse",
    "criticise", "criticize", "praise", "thank", "promise", "reject", "threaten",
  ]

  /// `there was evidence that engines had ended up there and urged them to stop`: the clause of its noun.
  private func ofNoun(_ clause: Int) -> [Int] {
    tree.children(of: clause, .nsubj).flatMap { tree.children(of: $0, .acl) }.filter {
      tree.child(of: $0, .mark).map { tokens.lemmas[$0] == "that" } ?? false && isOnThing($0)
    }
  }

  /// `said it had shown courage and called for a ban`
  private func isPluperfect(_ clause: Int) -> Bool {
    tree.children(of: clause, .aux).contains { tokens.forms[$0].lowercased() == "had" }
  }

  /// Whether the subject of a clause can neither ask nor judge.
  private func isOnThing(_ clause: Int) -> Bool {
    if tree.child(of: clause, .expl) != nil { return true }
    guard let subject = tree.child(of: clause, .nsubj), tokens.upos[subject] == .noun else {
      return false
    }
    let lemma = tokens.lemmas[subject].lowercased()
    return !ActorNouns.isActor(lemma) && !ActorNouns.groupable.contains(lemma)
      && !ActorNouns.documents.contains(lemma)
  }

  /// `He asked them to pay and vowed to leave`: a past verb without a subject is joined to the verb in the past above,
  /// not to the infinitive.
  private func tensed(_ verb: Int) -> [Arc] {
    guard tree.relations[verb] == .conj, tokens.upos[verb] == .verb, tokens.xpos[verb] == "VBD",
      tree.child(of: verb, RelationSet(.nsubj, .csubj, .expl, .aux, .cop, .mark)) == nil,
      let first = tree.head(of: verb), first < verb, tokens.upos[first] == .verb,
      tokens.xpos[first] == "VB", tree.child(of: first, .aux) == nil,
      let above = tree.ancestors(of: first).first(where: { tokens.upos[$0] == .verb }),
      above < first, tokens.xpos[above] == "VBD"
    else { return [] }
    return [Arc(token: verb, head: above, relation: "conj")]
  }

  /// `the summit where A and B signed it`, `the pact's foe: his government, spooked by it, wants more`: the subject was
  /// taken for an apposition of the noun before it.
  private func orphaned(_ verb: Int) -> [Arc] {
    guard tokens.upos[verb] == .verb, tree.isFinite(verb), verb > 1,
      [.acl, .parataxis, .advcl, .ccomp, .root].contains(tree.relations[verb]),
      tree.child(of: verb, RelationSet(.nsubj, .csubj, .expl, .cop)) == nil
    else { return [] }
    var phrases = [before(verb)]
    while let last = phrases.last, let above = tree.head(of: last), above < verb,
      tree.subtreeRange(of: above).upperBound <= verb
    {
      phrases.append(above)
    }
    let found = phrases.last {
      tree.relations[$0] == .appos && isNominal($0) && tree.child(of: $0, .caseMarker) == nil
    }
    guard let noun = found, let host = tree.head(of: noun), host < noun,
      tree.relations[host] != .nsubj,
      tree.relations[verb] != .acl || tree.head(of: verb) == host,
      isIdle(from: phrase(noun).upperBound, to: verb),
      // `the vote, a farce, ended`
      tree.relations[verb] == .acl || tokens.upos[noun] == .propn
        || tree.children(of: noun, RelationSet(.det, .nmod)).contains(where: { $0 < noun })
    else { return [] }
    return [Arc(token: noun, head: verb, relation: "nsubj")]
  }

  /// `He commented on the pact, calling it void`: the participle of reporting was hung on the noun before the comma.
  private func detached(_ verb: Int) -> [Arc] {
    guard tree.relations[verb] == .acl, tokens.xpos[verb] == "VBG", goesOn(verb), verb > 0,
      tokens.forms[verb - 1] == ",", let noun = tree.head(of: verb), noun < verb,
      tokens.upos[noun] == .noun, tree.relations[noun] != .nsubj,
      !ActorNouns.people.contains(tokens.lemmas[noun].lowercased()),
      let above = tree.ancestors(of: noun).first(where: { tokens.upos[$0] == .verb }),
      above < noun, tree.isFinite(above)
    else { return [] }
    return [Arc(token: verb, head: above, relation: "advcl")]
  }

  private func isPresent(_ clause: Int) -> Bool {
    let present: Set<String> = ["VBZ", "VBP"]
    return present.contains(tokens.xpos[clause])
      || tree.children(of: clause, RelationSet(.aux, .cop)).contains {
        present.contains(tokens.xpos[$0])
      }
  }

  // MARK: What they share

  /// A subtree without the marks around it.
  private func phrase(_ token: Int) -> Range<Int> { tree.trimmed(tree.subtreeRange(of: token)) }

  private func isNominal(_ token: Int) -> Bool {
    [.noun, .propn, .pron, .num].contains(tokens.upos[token])
  }

  private func isRelative(_ token: Int) -> Bool {
    ["WP", "WDT", "WP$"].contains(tokens.xpos[token])
      || ["who", "which", "that"].contains(tokens.lemmas[token].lowercased())
        && tokens.upos[token] == .pron
  }

  /// Whether a comma, a dash or a closing mark stands right before a token.
  private func isSetOff(_ token: Int) -> Bool {
    token > 0 && tokens.upos[token - 1] == .punct
      && ![":", "(", "-", "/", "‘", "“", "`"].contains(tokens.forms[token - 1])
  }

  private func isIdle(from start: Int, to end: Int) -> Bool {
    // A phrase may reach past the verb where the tree is odd.
    guard start <= end else { return false }
    return (start..<end).allSatisfy {
      tokens.upos[$0] == .punct || tokens.upos[$0] == .adv || tokens.upos[$0] == .aux
    }
  }

  /// The last word before a verb that is no adverb, auxiliary or mark.
  private func before(_ verb: Int) -> Int {
    var token = verb - 1
    while token > 0, isIdle(from: token, to: token + 1) { token -= 1 }
    return token
  }
}
