import LanguageAnalysis
import StanceModel
import StanceOntology

/// An issue read from a predicate and its arguments.
struct IssueMatch {
  var pattern: IssuePattern
  var roles: [EntityID?]

  var target: Target { .issue(slug: pattern.issue, roles: roles) }
}

/// An issue at its place in the text.
struct CarriedIssue {
  var place: Int
  var match: IssueMatch
}

extension Context {
  /// The issue that a predicate carries, by the most specific pattern that fits.
  ///
  /// - Parameters:
  ///   - agent: who fills the first role where the sentence names nobody (the holder of a plan).
  ///   - isWish: whether the agent only wishes it, so that whoever did it before comes first.
  func issue(at token: Int, agent: EntityID? = nil, isWish: Bool = false) -> IssueMatch? {
    guard let match = plainIssue(at: token) ?? takenUp(token, among: carried) else { return nil }
    return isWish
      ? withAgent(agent, completed(match, at: token, among: carried))
      : completed(withAgent(agent, match), at: token, among: carried)
  }

  private func plainIssue(at token: Int) -> IssueMatch? {
    var patterns = names(of: token).flatMap { issues.patterns(head: $0) }
    if patterns.isEmpty, lemmas[token].hasSuffix("s") {
      patterns = issues.patterns(head: String(lemmas[token].dropLast()))
    }
    guard let pattern = patterns.first(where: { fits($0, token) }) else { return nil }
    return IssueMatch(pattern: pattern, roles: fillers(of: pattern, token))
  }

  private func withAgent(_ agent: EntityID?, _ match: IssueMatch) -> IssueMatch {
    guard let filler = agent.map({ polity(of: $0) }), !match.roles.contains(filler) else {
      return match
    }
    var match = match
    if match.roles.first == .some(nil) {
      match.roles[0] = filler
    } else if issues[match.pattern.issue]?.isSymmetric == true, match.roles.count == 2,
      match.roles[1] == nil
    {
      match.roles[1] = filler
    }
    return match
  }

  private func fits(_ pattern: IssuePattern, _ token: Int) -> Bool {
    let upos = tokens.upos[token]
    switch pattern.partOfSpeech {
    case .verb: guard upos == .verb else { return false }
    case .noun: guard upos == .noun || upos == .propn else { return false }
    case .adjective: guard upos == .adj else { return false }
    case .phrase: return false
    }
    guard pattern.words.dropFirst().allSatisfy({ hasDependent($0, of: token) }) else {
      return false
    }
    return pattern.needs.allSatisfy { isMet($0, token) }
      && !pattern.without.contains { isMet($0, token) }
  }

  private func hasDependent(_ word: String, of token: Int) -> Bool {
    if hasWord(word, near: token) { return true }
    return tree.children(of: token).contains { child in
      child < token && matches(word, child)
    }
  }

  private func isMet(_ condition: IssuePattern.Condition, _ token: Int) -> Bool {
    let places: [Int]
    if let slot = condition.slot {
      places = fillers(of: slot, of: token).flatMap { tree.coordinated(from: $0) }
    } else {
      places = dependents(of: token)
    }
    return places.contains { place in
      condition.alternatives.contains { matches($0, place) }
        // `obj:troop` also holds for `US troops`, where a quantity heads the phrase (`thousands of troops`).
        || condition.slot != nil && isQuantity(place)
          && tree.children(of: place, .nmod).contains { inner in
            condition.alternatives.contains { matches($0, inner) }
          }
    }
  }

  /// Whether a noun or number only says how much of something there is.
  func isQuantity(_ token: Int) -> Bool {
    tokens.upos[token] == .num || Self.quantities.contains(lemmas[token])
  }

  private static let quantities: Set<String> = [
    "thousand", "hundred", "number", "dozen", "million", "billion", "lot", "majority", "share",
    "amount", "part", "kind", "form", "series", "set", "package", "round", "host", "range",
    "variety", "most", "more", "much", "many", "all", "some", "one", "any", "none", "half", "rest",
    "bulk", "type", "sort", "level", "degree", "piece", "list", "inch", "metre", "meter",
    "kilometre", "kilometer", "mile", "acre", "hectare", "shred", "scrap", "strip", "sliver",
    "euro",
    "dollar", "pound", "yuan", "rouble", "ruble", "tonne", "ton",
  ]

  private func matches(_ word: String, _ token: Int) -> Bool {
    guard word.hasPrefix("@") else {
      // Some plurals are their own lemma in the treebanks: `troops`.
      return isWord(word, token) || lemmas[token] == word + "s"
    }
    guard let entity = entity(at: token) else { return false }
    return word == "@actor" ? entity.kind != .document : word == "@" + entity.kind.rawValue
  }

  /// The arguments and modifiers of a predicate down to the third level, without clauses of their own.
  private func dependents(of token: Int) -> [Int] {
    // `condemned the crackdown on protesters`: the phrase behind an object may hang on the verb.
    var found = behindObject(token)
    var level = [token] + found
    for _ in 0..<3 {
      var next: [Int] = []
      for head in level {
        for child in tree.children(of: head) {
          switch tree.relations[child] {
          case .acl, .advcl, .parataxis, .ccomp, .csubj, .punct, .discourse: continue
          case .conj where head == token: continue
          default: next.append(child)
          }
        }
      }
      found += next
      level = next
    }
    return found
  }

  /// The phrase right behind an object, where the parser hung it on the verb.
  private func behindObject(_ token: Int) -> [Int] {
    guard tree.relations[token] == .obj || tree.relations[token] == .obl,
      tokens.upos[token] == .noun, let verb = tree.head(of: token)
    else { return [] }
    let end = tree.subtreeRange(of: token).upperBound
    return tree.children(of: verb, .obl).filter {
      tree.subtreeRange(of: $0).lowerBound == end && tree.preposition(of: $0) != nil
    }
  }

  private func fillers(of pattern: IssuePattern, _ token: Int) -> [EntityID?] {
    var used: [EntityID] = []
    var roles: [EntityID?] = []
    let isSymmetric = issues[pattern.issue]?.isSymmetric == true
    var first: Slot?
    for slots in pattern.roles {
      var filler: EntityID?
      // `A and its allies restored ties with B`: of two sides, the other stands elsewhere, if it is named.
      let ordered =
        isSymmetric ? slots.filter { $0 != first } + slots.filter { $0 == first } : slots
      search: for slot in ordered {
        if case .constant(let entity) = slot {
          filler = entity
          break search
        }
        for place in fillers(of: slot.open, of: token) {
          for entity in places(place) where !used.contains(entity) && slot.admits(entity) {
            filler = entity
            first = first ?? slot
            break search
          }
        }
      }
      if filler == nil, !slots.isEmpty {
        filler = forces(slots, token, used) ?? deepFiller(slots, token, used)
      }
      if let filler { used.append(filler) }
      roles.append(filler)
    }
    return roles
  }

  /// The country whose forces are meant: `A's troops` are linked as one name, so that no modifier stands apart.
  private func forces(_ slots: [Slot], _ token: Int, _ used: [EntityID]) -> EntityID? {
    for slot in slots {
      let places: [Int]
      switch slot {
      case .path(let first, let inner) where inner.open == .modifier:
        places = fillers(of: first, of: token)
      case .modifier, .only(.modifier, _): places = [token]
      default: continue
      }
      for place in places where mention(at: place)?.named?.hasPrefix("organization:") ?? false {
        if let country = entity(at: place).map({ holder($0) }), !used.contains(country),
          slot.admits(country)
        {
          return country
        }
      }
    }
    return nil
  }

  /// A filler that stands deeper than its slot says, behind the same preposition: `the lion's share of aid to A`.
  private func deepFiller(_ slots: [Slot], _ token: Int, _ used: [EntityID]) -> EntityID? {
    let words = Set(slots.compactMap(\.lastPreposition))
    guard !words.isEmpty else { return nil }
    for place in dependents(of: token) where place > token {
      guard let preposition = tree.preposition(of: place), words.contains(preposition) else {
        continue
      }
      let found = places(place).first { entity in
        !used.contains(entity)
          && slots.contains { $0.lastPreposition == preposition && $0.admits(entity) }
      }
      if let found { return found }
    }
    return nil
  }

  /// An issue with its open roles filled as the text filled them shortly before; in a headline or a first sentence,
  /// as it fills them soon after.
  private func completed(_ match: IssueMatch, at token: Int, among carried: [CarriedIssue])
    -> IssueMatch
  {
    guard match.roles.contains(nil), match.roles.count > 1 else { return match }
    var match = match
    for other in earlierIssues(before: token, sentences: 8, among: carried)
      + soonAfter(token, among: carried)
    where other.match.pattern.issue == match.pattern.issue {
      let roles = other.match.roles
      let isCompatible = zip(match.roles, roles).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
      guard isCompatible else { continue }
      for (role, filler) in roles.enumerated()
      where match.roles[role] == nil && !isNamed(match.pattern.roles[role], token) {
        if let filler, !match.roles.contains(filler) { match.roles[role] = filler }
      }
      if !match.roles.contains(nil) { break }
    }
    return match
  }

  /// Whether the sentence names a filler that is no entity we know (`sanctions against the firms`): it is not the
  /// one of before.
  private func isNamed(_ slots: [Slot], _ token: Int) -> Bool {
    slots.contains { slot in
      fillers(of: slot.open, of: token).contains {
        // `new sanctions` names nobody.
        slot.open.last != .modifier || tokens.upos[$0] == .propn || entity(at: $0) != nil
      }
    }
  }

  private func earlierIssues(before token: Int, sentences: Int, among carried: [CarriedIssue])
    -> [CarriedIssue]
  {
    let first = tree.sentenceIndices[token] - sentences
    // They are in text order: only those in reach are looked at.
    var low = 0
    var high = carried.count
    while low < high {
      let middle = (low + high) / 2
      if carried[middle].place < token { low = middle + 1 } else { high = middle }
    }
    return carried[..<low].reversed().prefix { tree.sentenceIndices[$0.place] >= first }
  }

  private func soonAfter(_ token: Int, among carried: [CarriedIssue]) -> [CarriedIssue] {
    guard tree.sentenceIndices[token] < 2 else { return [] }
    return carried.prefix { tree.sentenceIndices[$0.place] < 5 }.filter { $0.place > token }
  }

  /// The issues that nouns and verbs carry, in text order, each with what the ones before add to it.
  func issuesInOrder() -> [CarriedIssue] {
    var found: [CarriedIssue] = []
    for place in 0..<tokens.count {
      guard let match = plainIssue(at: place) ?? takenUp(place, among: found) else { continue }
      let known = completed(withAgent(doer(of: place), match), at: place, among: found)
      found.append(CarriedIssue(place: place, match: known))
    }
    return found
  }

  /// Who does what a noun names, as the verb above it says: `A announced a withdrawal`.
  private func doer(of noun: Int) -> EntityID? {
    guard tokens.upos[noun] == .noun, tree.relations[noun] == .obj, let verb = tree.head(of: noun),
      let cue = cues[verb],
      [.light, .speech].contains(cue.kind) || Self.ordering.contains(cue.name)
    else { return nil }
    return tree.agent(of: verb).flatMap { entity(at: $0) }.flatMap {
      $0.kind == .document ? nil : $0
    }
  }

  private static let ordering: Set<String> = [
    "order", "authorise", "authorize", "approve", "plan", "decide", "agree",
  ]

  private static let agreements: Set<String> = [
    "deal", "agreement", "pact", "accord", "treaty", "memorandum",
  ]

  /// Nouns of any plan or step: what they take up has the same noun.
  private static let general: Set<String> = [
    "plan", "proposal", "decision", "move", "measure", "step", "idea", "bill", "law", "policy",
    "project", "programme", "program", "process", "effort", "action", "case", "return", "end",
    "call", "order", "use", "work", "force", "offer", "right", "power", "issue", "question",
    "suspension", "halt", "pause", "stop", "cessation", "removal", "lifting", "relief", "supply",
    "sale", "purchase", "delivery", "shipment", "increase", "cut", "reduction", "production",
    "access", "ban", "support", "status", "presence", "role", "build-up", "demand", "request",
  ]

  /// Modifiers that tell when a thing is from, or how it is looked on, not which one it is.
  private static let temporal: Set<String> = [
    "era", "former", "original", "current", "existing", "recent", "latest", "old", "historic",
    "landmark", "controversial", "proposed", "planned", "entire", "whole", "same", "deadly",
    "initial", "final", "so-called", "disputed",
  ]

  /// What a bare definite noun takes up again: `the pact` after `a nuclear deal with A`, `the raid` after `an attack on B`.
  private func takenUp(_ token: Int, among carried: [CarriedIssue]) -> IssueMatch? {
    guard tokens.upos[token] == .noun, isDefinite(token) else { return nil }
    let lemma = lemmas[token]
    let isAgreement = Self.agreements.contains(lemma)
    let patterns = issues.patterns(head: lemma)
    guard isAgreement || !patterns.isEmpty else { return nil }
    let named =
      Self.general.contains(lemma)
      ? [] : Set(patterns.filter { $0.partOfSpeech == .noun && $0.sign > 0 }.map(\.issue))
    // `the tariff plan` takes up no peace plan; `a bad deal` may be any deal.
    let modifiers = tree.children(of: token, RelationSet(.amod, .compound)).filter {
      cues[$0]?.kind != .evaluative && !Self.temporal.contains(lemmas[$0])
    }.map { lemmas[$0] }
    return earlierIssues(before: token, sentences: isAgreement ? 12 : 6, among: carried).first {
      let (place, match) = ($0.place, $0.match)
      let words = [place] + dependents(of: place)
      // `to end the war`: what the verb before is about is not taken up by its own object.
      if words.contains(token) { return false }
      guard modifiers.allSatisfy({ word in words.contains { lemmas[$0] == word } }) else {
        return false
      }
      // `the troops` after `send troops`; not `the war` after `end the war`
      let isSame =
        lemmas[place] == lemma
        || patterns.contains {
          $0.issue == match.pattern.issue && $0.partOfSpeech == .noun && $0.sign > 0
        }
        || match.pattern.sign > 0 && match.pattern.words.contains(lemma)
      return isSame && (lemmas[place] == lemma || !isAgreement && acted(on: lemma, by: place))
        || isAgreement && match.pattern.words.contains { Self.agreements.contains($0) }
        || match.pattern.sign > 0 && named.contains(match.pattern.issue)
    }?.match
  }

  /// `the troops` after `send troops`, `the deployment of troops`
  private func acted(on lemma: String, by place: Int) -> Bool {
    tree.children(of: place).contains {
      lemmas[$0] == lemma
        && ([.obj, .compound].contains(tree.relations[$0]) || tree.preposition(of: $0) == "of")
    } || fillers(of: .object, of: place).contains { lemmas[$0] == lemma }
  }

  /// `the pact`, `this pact`, `This is a pact`
  private func isDefinite(_ noun: Int) -> Bool {
    if tree.children(of: noun).contains(where: { ["the", "this", "that"].contains(lemmas[$0]) }) {
      return true
    }
    return tree.child(of: noun, .cop) != nil
      && tree.child(of: noun, .nsubj).map { ["this", "that", "it"].contains(lemmas[$0]) } ?? false
  }

  /// Who a phrase in a role names, as the country or body that a person speaks for: itself and its conjuncts,
  /// otherwise an entity that modifies it (`eastern Ukraine's towns`).
  private func places(_ token: Int) -> [EntityID] {
    let own = entities(at: token).map { polity(of: $0) }
    if !own.isEmpty { return own }
    for child in tree.children(of: token) {
      switch tree.relations[child] {
      case .amod, .compound, .nmod, .flat, .appos:
        if let entity = entity(at: child) { return [polity(of: entity)] }
      default: continue
      }
    }
    return []
  }
}

extension Slot {
  /// The preposition that the slot ends with.
  fileprivate var lastPreposition: String? {
    switch self {
    case .preposition(let word): word
    case .only(let slot, _): slot.lastPreposition
    case .path(_, let inner): inner.lastPreposition
    default: nil
    }
  }

  /// The slot at the end of a path.
  fileprivate var last: Slot {
    switch self {
    case .path(_, let inner): inner.last
    case .only(let slot, _): slot.last
    default: self
    }
  }

  /// The slot without its kind: a role's filler may stand inside the phrase, and is tested by `admits`.
  var open: Slot {
    switch self {
    case .only(let slot, _): slot.open
    case .path(let first, let inner): .path(first, inner.open)
    default: self
    }
  }

  /// Whether an entity of this kind may fill the slot.
  func admits(_ entity: EntityID) -> Bool {
    switch self {
    case .only(_, let kind): kind == nil ? entity.kind != .document : entity.kind == kind
    case .path(_, let inner): inner.admits(entity)
    default: true
    }
  }
}
