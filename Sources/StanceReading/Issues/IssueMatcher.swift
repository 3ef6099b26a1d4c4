import LanguageAnalysis
import StanceModel
import StanceOntology

/// An issue read from a predicate and its arguments.
struct IssueMatch {
  var pattern: IssuePattern
  var roles: [EntityID?]

  var target: Target { .issue(slug: pattern.issue, roles: roles) }
}

extension Context {
  /// The issue that a predicate carries, by the most specific pattern that fits.
  ///
  /// - Parameter agent: who fills the first role where the sentence names nobody (the holder of a plan).
  func issue(at token: Int, agent: EntityID? = nil) -> IssueMatch? {
    if let match = plainIssue(at: token, agent: agent) { return completed(match, at: token) }
    return takenUp(token)
  }

  private func plainIssue(at token: Int, agent: EntityID? = nil) -> IssueMatch? {
    var patterns = names(of: token).flatMap { issues.patterns(head: $0) }
    if patterns.isEmpty, lemmas[token].hasSuffix("s") {
      patterns = issues.patterns(head: String(lemmas[token].dropLast()))
    }
    for pattern in patterns where fits(pattern, token) {
      var roles = fillers(of: pattern, token)
      if let agent, issues[pattern.issue]?.isSymmetric == true, roles.count == 2,
        roles[0] != nil, roles[1] == nil, roles[0] != polity(of: agent)
      {
        roles[1] = polity(of: agent)
      }
      if let agent, roles.first == .some(nil) {
        let filler = polity(of: agent)
        if !roles.contains(filler) { roles[0] = filler }
      }
      return IssueMatch(pattern: pattern, roles: roles)
    }
    return nil
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
    for slots in pattern.roles {
      var filler: EntityID?
      search: for slot in slots {
        if case .constant(let entity) = slot {
          filler = entity
          break search
        }
        for place in fillers(of: slot.open, of: token) {
          for entity in places(place) where !used.contains(entity) && slot.admits(entity) {
            filler = entity
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

  /// The country whose forces are the object: `A's troops` are linked as one name, so that no modifier stands apart.
  private func forces(_ slots: [Slot], _ token: Int, _ used: [EntityID]) -> EntityID? {
    for case .path(let first, let inner) in slots where inner.open == .modifier {
      for place in fillers(of: first, of: token) {
        if let named = entity(at: place), named.kind == .organization {
          let country = holder(named)
          if !used.contains(country), inner.admits(country) { return country }
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

  /// An issue with its open roles filled as the text filled them shortly before.
  private func completed(_ match: IssueMatch, at token: Int) -> IssueMatch {
    guard match.roles.contains(nil), match.roles.count > 1 else { return match }
    var match = match
    for (_, earlier) in earlierIssues(before: token, sentences: 8)
    where earlier.pattern.issue == match.pattern.issue {
      let isCompatible = zip(match.roles, earlier.roles).allSatisfy {
        $0 == nil || $1 == nil || $0 == $1
      }
      guard isCompatible else { continue }
      for (role, filler) in earlier.roles.enumerated()
      where match.roles[role] == nil && !isNamed(match.pattern.roles[role], token) {
        if let filler, !match.roles.contains(filler) { match.roles[role] = filler }
      }
      return match
    }
    return match
  }

  /// Whether the sentence names a filler that is no entity we know (`sanctions against the firms`): it is not the
  /// one of before.
  private func isNamed(_ slots: [Slot], _ token: Int) -> Bool {
    slots.contains { !fillers(of: $0.open, of: token).isEmpty }
  }

  /// The issues that nouns and verbs carry in the sentences before a token, the nearest first.
  private func earlierIssues(before token: Int, sentences: Int) -> [(
    place: Int, match: IssueMatch
  )] {
    let sentence = tree.sentenceIndices[token]
    guard sentence >= 0 else { return [] }
    let first = max(0, sentence - sentences)
    let start = document.sentences[first].tokens.lowerBound
    var found: [(place: Int, match: IssueMatch)] = []
    for place in stride(from: token - 1, through: start, by: -1)
    where names(of: place).contains(where: { !issues.patterns(head: $0).isEmpty }) {
      if let match = plainIssue(at: place) { found.append((place, match)) }
    }
    return found
  }

  private static let agreements: Set<String> = [
    "deal", "agreement", "pact", "accord", "treaty", "memorandum",
  ]

  /// What a bare definite noun takes up again: `the pact` after `a nuclear deal with A`.
  private func takenUp(_ token: Int) -> IssueMatch? {
    guard tokens.upos[token] == .noun,
      tree.children(of: token).contains(where: { ["the", "this", "that"].contains(lemmas[$0]) })
    else { return nil }
    let isAgreement = Self.agreements.contains(lemmas[token])
    guard isAgreement || !issues.patterns(head: lemmas[token]).isEmpty else { return nil }
    // `the tariff plan` takes up no peace plan.
    let modifiers = tree.children(of: token, RelationSet(.amod, .compound)).map { lemmas[$0] }
    return earlierIssues(before: token, sentences: isAgreement ? 12 : 6).first { place, match in
      let words = [place] + dependents(of: place)
      guard modifiers.allSatisfy({ word in words.contains { lemmas[$0] == word } }) else {
        return false
      }
      return words.contains { lemmas[$0] == lemmas[token] }
        || isAgreement && match.pattern.words.contains { Self.agreements.contains($0) }
    }?.match
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
