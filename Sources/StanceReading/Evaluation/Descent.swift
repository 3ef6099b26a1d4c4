import ArticleReading
import LanguageAnalysis
import SourceText
import StanceModel
import StanceOntology

/// Where a walk through complements ended: the target, and what the words on the way did to the polarity.
struct Descent {
  var target: Target
  /// The predicate or noun where the walk ended.
  var content: Int
  /// 1 or -1: the product of all that was met on the way.
  var sign: Int
  var path: [Int]
  var trace: [TraceStep]
}

extension Context {
  /// Walks from a complement of a cue to what the position is about, multiplying polarity.
  ///
  /// Negation and implicatives flip (Karttunen 1971; Nairn, Condoravdi and Karttunen 2006), empty nouns and
  /// light verbs are looked through, stances inside the complement count with their own polarity.
  /// - Parameter agent: who does what the complement says where it names nobody.
  /// - Parameter outer: what the cue itself does to the polarity, 1 or -1.
  /// - Parameter isWish: whether the agent only wishes what he may not do himself.
  func descend(from start: Int, agent: EntityID?, outer: Int = 1, isWish: Bool = false) -> Descent?
  {
    var node = start
    var sign = 1
    var path: [Int] = []
    var trace: [TraceStep] = []
    var agent = agent
    // The first `end`, `reduce`, `prevent` on the way, with the polarity that reached it.
    var ending: (node: Int, sign: Int, steps: Int)?
    func step(_ rule: String, _ effect: String) {
      trace.append(
        TraceStep(
          rule: rule, span: tree.span(of: node..<(node + 1)), words: words(node), effect: effect))
    }
    for _ in 0..<8 {
      guard !path.contains(node) else { return nil }
      path.append(node)
      // What is asked or left open is no target: `declined to say whether it would`.
      // What would be good or bad if it came is: `it would be a mistake if they left`.
      if let mark = tree.child(of: node, .mark), ["whether", "if"].contains(lemmas[mark]),
        node != start || lemmas[mark] != "if" || tree.relations[node] != .advcl
      {
        return nil
      }
      if isPredicate(node), isNegated(node) {
        sign = -sign
        step("negation", "flips")
      }
      if isWish, tree.isPassive(node) {
        agent = nil
      } else if let subject = tree.ownSubject(of: node) ?? controller(of: node),
        let entity = entity(at: subject), !tree.isPassive(node)
      {
        agent = entity
      }
      if let match = issue(at: node, agent: agent, isWish: isWish) {
        if match.pattern.sign < 0 { sign = -sign }
        step("issue", "\(match.target.id)\(match.pattern.sign < 0 ? ", contrary" : "")")
        return Descent(target: match.target, content: node, sign: sign, path: path, trace: trace)
      }
      if let next = whole(of: node) {
        step("part of", "looked through")
        node = next
        continue
      }
      if let next = antecedent(of: node) {
        step("coreference", "stands for “\(words(next))”")
        node = next
        continue
      }
      if let (next, flip, rule) = governed(by: node) {
        // To refuse to condemn, or to drop one's opposition, is no support.
        if flip, outer * sign < 0, let cue = cues[node], cue.kind == .attitude, !cue.isExclusion {
          // `condemned the attack on the hospital`: the noun is what is condemned.
          guard cue.partOfSpeech == .noun, Self.deeds.contains(lemmas[node]),
            let proposition = proposition(at: node, agent: agent)
          else { return nil }
          step("target", proposition.id)
          return Descent(target: proposition, content: node, sign: sign, path: path, trace: trace)
        }
        if flip, ending == nil, cues[node]?.kind == .implicative {
          ending = (node, sign, trace.count)
        }
        if flip { sign = -sign }
        step(rule, flip ? "flips" : "keeps")
        node = next
        continue
      }
      if let entity = actor(at: node), !isPredicate(node) {
        step("target", entity.description)
        return Descent(
          target: .entity(entity), content: node, sign: sign, path: path, trace: trace)
      }
      if let ending, ending.node != node,
        let proposition = proposition(at: ending.node, agent: agent)
      {
        // To end what no issue names is a proposition of its own: `reduce corruption` is what is wanted.
        trace.removeLast(trace.count - ending.steps)
        node = ending.node
        step("target", proposition.id)
        return Descent(
          target: proposition, content: node, sign: ending.sign, path: path, trace: trace)
      }
      guard let proposition = proposition(at: node, agent: agent) else { return nil }
      step("target", proposition.id)
      return Descent(target: proposition, content: node, sign: sign, path: path, trace: trace)
    }
    return nil
  }

  /// Who is to do what an open complement says: `needs the state to act`.
  private func controller(of node: Int) -> Int? {
    tree.relations[node] == .xcomp ? tree.subject(of: node) : nil
  }

  /// Nouns of what is done to somebody, rather than thought of him.
  private static let deeds: Set<String> = [
    "attack", "strike", "crackdown", "clampdown", "war", "boycott", "embargo", "veto", "ban",
    "prohibition", "moratorium", "restriction", "curb",
  ]

  private static let crowds: Set<String> = [
    "people", "citizens", "members", "public", "voters", "men", "women", "children", "persons",
    "families", "workers", "students", "customers", "countries", "nations", "regions", "states",
    "things", "others", "sides", "parties",
  ]

  /// The actor that a target names; a crowd without a name is what a proposition is about, not an actor.
  private func actor(at node: Int) -> EntityID? {
    guard let entity = entity(at: node) else { return institution(at: node) }
    if entity.kind == .document || (entity.kind == .group && Self.crowds.contains(entity.key)) {
      return nil
    }
    return entity
  }

  private static let institutions: Set<String> = [
    "alliance", "bloc", "union", "government", "administration", "regime", "organization",
    "organisation", "republic",
  ]

  /// `the NATO alliance` is NATO.
  private func institution(at node: Int) -> EntityID? {
    guard Self.institutions.contains(lemmas[node]) else { return nil }
    return fillers(of: .modifier, of: node).lazy.compactMap { entity(at: $0) }.first {
      $0.kind == .organization || $0.kind == .country
    }
  }

  /// What a quantity is of: `a host of measures`, `most of the aid`, `four of its regions`.
  private func whole(of node: Int) -> Int? {
    guard isQuantity(node) else { return nil }
    return tree.children(of: node, .nmod).first { $0 > node && tree.preposition(of: $0) == "of" }
  }

  /// The noun that a pronoun stands for, where the document's coreference knows it and it names no actor.
  private func antecedent(of node: Int) -> Int? {
    guard tokens.upos[node] == .pron, entity(at: node) == nil else { return nil }
    if let noun = tree.antecedent(ofRelative: node), noun != node { return noun }
    guard let chain = mention(at: node)?.chain, document.chains.indices.contains(chain) else {
      return nil
    }
    let earlier = document.chains[chain].map { document.mentions[$0].head }.filter { $0 < node }
    return earlier.last { tokens.upos[$0] == .noun || tokens.upos[$0] == .propn }
  }

  /// Whether the token heads a clause, rather than names a thing.
  func isPredicate(_ token: Int) -> Bool { tree.isClausal(token) }

  /// What a predicate on the way hands the polarity to: the word, whether it flips, and by which rule.
  private func governed(by node: Int) -> (next: Int, flips: Bool, rule: String)? {
    if let content = enacted(by: node) { return (content, false, "what it enacts") }
    if let purpose = effort(of: node) { return (purpose, false, "effort") }
    guard let cue = cues[node] else {
      return summed(by: node).map { ($0, false, "apposition") } ?? lightObject(of: node)
    }
    switch cue.kind {
    case .shell:
      // The idea of joining, a move to join: what the noun is about.
      guard let next = firstTarget(of: cue, node) else { return nil }
      return (next, false, "shell noun")
    case .light:
      return lightObject(of: node) ?? firstTarget(of: cue, node).map { ($0, false, "light verb") }
    case .implicative, .attitude, .act, .desire, .benefactive, .warn, .demand:
      guard cue.polarity != 0, let next = firstTarget(of: cue, node), next != node else {
        return nil
      }
      // A demand or a wish inside: what is wanted. `Support for Ukraine` ends at Ukraine.
      return (next, cue.polarity < 0, cue.kind.rawValue)
    case .evaluative:
      guard cue.polarity != 0, tree.child(of: node, .cop) != nil, let next = judged(by: node) else {
        return nil
      }
      return (next, cue.polarity < 0, "evaluation")
    case .belief, .speech:
      guard cue.polarity == 0,
        let clause = tree.children(of: node, RelationSet(.ccomp, .xcomp)).first(where: { $0 > node }
        )
      else { return nil }
      return (clause, false, "reported clause")
    }
  }

  /// `left the pact, a move that Oslo welcomed`: the clause that a noun in apposition sums up.
  private func summed(by noun: Int) -> Int? {
    guard tree.relations[noun] == .appos,
      lexicon.rows(head: lemmas[noun]).contains(where: {
        $0.partOfSpeech == .noun && $0.words.count == 1 && ($0.kind == .shell || $0.kind == .desire)
      })
    else { return nil }
    let light: Set<String> = ["make", "take", "have", "give", "do"]
    return tree.ancestors(of: noun).first {
      isPredicate($0) && tokens.upos[$0] == .verb && !light.contains(lemmas[$0])
    }
  }

  private static let enactments: Set<String> = [
    "decree", "law", "bill", "legislation", "order", "resolution", "motion", "measure", "act",
    "proclamation", "statement", "letter", "document", "proposal",
  ]

  /// `a decree recognising A`: the participle or relative clause behind a text says the issue that it decides.
  private func enacted(by node: Int) -> Int? {
    guard Self.enactments.contains(lemmas[node]) else { return nil }
    return tree.children(of: node, .acl).first { $0 > node && issue(at: $0) != nil }
  }

  /// `do more to keep the peace`, `do what it can to help`: what is to be reached.
  private func effort(of node: Int) -> Int? {
    guard lemmas[node] == "do" else { return nil }
    let direct = tree.children(of: node, RelationSet(.advcl, .xcomp))
    let inner = tree.children(of: node, .obj).flatMap {
      tree.children(of: $0, RelationSet(.acl, .advcl, .xcomp))
    }
    return (direct + inner).first { clause in
      clause > node && tree.child(of: clause, .mark).map { lemmas[$0] == "to" } ?? false
    }
  }

  private func lightObject(of node: Int) -> (next: Int, flips: Bool, rule: String)? {
    guard tokens.upos[node] == .verb,
      [
        "have", "take", "make", "give", "do", "hold", "enter", "conduct", "carry", "get", "secure",
        "obtain", "gain", "win",
      ].contains(
        lemmas[node])
    else { return nil }
    guard let object = tree.child(of: node, .obj), tokens.upos[object] == .noun,
      cues[object] != nil || !issues.patterns(head: lemmas[object]).isEmpty
    else { return nil }
    return (object, false, "light verb")
  }

  /// The first filler of a cue's target slots.
  func firstTarget(of cue: CueRow, _ token: Int) -> Int? {
    targets(of: cue, token).first
  }

  /// The fillers of the first of a cue's target slots that has any.
  func targets(of cue: CueRow, _ token: Int) -> [Int] {
    for slot in cue.targets {
      let found = fillers(of: slot, of: token).filter { $0 != token }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// What an evaluation judges: its clause (`it is unrealistic to expect`) or its subject.
  func judged(by predicate: Int) -> Int? {
    let clause = tree.children(of: predicate).first {
      tree.relations[$0] == .csubj
        || (tree.child(of: predicate, .expl) != nil
          && (tree.relations[$0] == .ccomp || tree.relations[$0] == .xcomp
            || tree.relations[$0] == .advcl || tree.relations[$0] == .acl))
    }
    if let clause { return clause }
    guard let subject = tree.subject(of: predicate), subject != predicate else { return nil }
    // `It is unacceptable that …`, where the parser took the pronoun for a subject.
    if lemmas[subject] == "it",
      let clause = tree.children(of: predicate, RelationSet(.ccomp, .xcomp, .csubj, .advcl)).first(
        where: { $0 > predicate })
    {
      return clause
    }
    return subject
  }

  /// The open proposition of a predicate or noun with its arguments; nil for words that name nothing.
  func proposition(at token: Int, agent: EntityID?) -> Target? {
    guard tokens.upos[token] != .punct, tokens.upos[token] != .adp else { return nil }
    let predicate = Self.key(lemmas[token])
    guard !predicate.isEmpty else { return nil }
    // What a pronoun stands for is not known here: it is the same at most within the article.
    if tokens.upos[token] == .pron {
      let article = EntityID(.document, document.article.document).description
      return .proposition(predicate: predicate, arguments: [article, ""])
    }
    func argument(_ token: Int?) -> String {
      guard let token else { return "" }
      return entity(at: token)?.description ?? Self.key(lemmas[token])
    }
    if tokens.upos[token] == .verb {
      let subject = tree.agent(of: token).map { argument($0) } ?? agent?.description ?? ""
      let object = fillers(of: .object, of: token).first ?? tree.child(of: token, .obl)
      return .proposition(predicate: predicate, arguments: [subject, argument(object)])
    }
    let owner =
      tree.possessor(of: token)
      ?? modifiersWithEntity(token)
    let about = tree.children(of: token, .nmod).first { $0 > token }
    return .proposition(predicate: predicate, arguments: [argument(owner), argument(about)])
  }

  private func modifiersWithEntity(_ token: Int) -> Int? {
    fillers(of: .modifier, of: token).first { entity(at: $0) != nil }
      ?? fillers(of: .modifier, of: token).last
  }

  /// A lemma as a part of an id: lower case, letters, digits and hyphens.
  private static func key(_ lemma: String) -> String {
    var key = ""
    for scalar in lemma.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        key.unicodeScalars.append(scalar)
      } else if !key.isEmpty, !key.hasSuffix("-") {
        key += "-"
      }
    }
    while key.hasSuffix("-") { key.removeLast() }
    return key
  }
}
