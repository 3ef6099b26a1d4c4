import StanceOntology

/// Organisations: known ones, acronyms, short forms, and those that speak for a country.
extension NameLinker {
  mutating func organization(_ span: NameSpan) -> Mention? {
    let words = words(span.tokens)
    if words.count == 1, bySurname[nameKey(words)] != nil { return partialName(span, []) }
    let owner = ownerCountry(of: span.tokens)
    let known = span.candidates.filter { $0.entity.kind == .organization }.map(\.entity)
      .filter { isAtHome($0, owner) }
    if let first = known.first {
      registerAcronym(after: span.tokens, first, words)
      if let country = governed(first) {
        return mention(span.tokens, .organization, country, known)
      }
      return mention(span.tokens, .organization, first, Array(known.dropFirst()))
    }
    let joined = words.joined(separator: " ")
    let named = ontology.candidates(named: joined).filter {
      $0.entity.kind == .organization && isAtHome($0.entity, owner)
    }
    if let first = named.first {
      registerAcronym(after: span.tokens, first.entity, words)
      if let country = governed(first.entity) {
        return mention(span.tokens, .organization, country, [first.entity])
      }
      return mention(span.tokens, .organization, first.entity, named.dropFirst().map(\.entity))
    }
    if let country = polity(named: span.tokens) {
      return mention(span.tokens, .organization, country, [EntityID(.organization, nameKey(words))])
    }
    if words.count == 1, let defined = acronyms[words[0].uppercased()] {
      return mention(span.tokens, .organization, defined, [])
    }
    if let whole = organizations.first(where: { isShortForm(words, of: $0.words) }) {
      return mention(span.tokens, .organization, whole.entity, [])
    }
    let key = nameKey(words)
    guard !key.isEmpty else { return nil }
    let entity = EntityID(.organization, key)
    registerAcronym(after: span.tokens, entity, words)
    return mention(span.tokens, .organization, entity, [])
  }

  /// `Foreign Ministry` after `Ministry of …`: no; `Observatory` of `Atlantic Observatory`: its last or
  /// first words, two at least, or the initials of all.
  func isShortForm(_ words: [String], of whole: [String]) -> Bool {
    guard whole.count > words.count else { return false }
    if words.count == 1 {
      if Self.genericBodies.contains(words[0]) {
        return whole.last?.lowercased() == words[0].lowercased()
      }
      let form = words[0].filter { $0 != "." }
      guard form.count >= 3, form == form.uppercased() else { return false }
      let initials = whole.compactMap { $0.first?.isUppercase == true ? $0.first : nil }
      return String(initials) == form
    }
    return whole.starts(with: words) || whole.suffix(words.count).elementsEqual(words)
  }

  private static let genericBodies: Set<String> = [
    "Parliament", "Senate", "Congress", "Assembly", "Council", "Commission", "Court", "Committee",
    "Party", "Union", "Ministry", "Bank", "Front", "Duma", "Knesset", "Agency", "Authority",
  ]

  /// The country of which a body is named: `the Norland House of Deputies`.
  func ownerCountry(of range: Range<Int>) -> EntityID? {
    let head = head(of: range)
    for child in tree.children(of: head) where child < head {
      guard [.amod, .compound, .nmod].contains(tree.relations[child]),
        tokens.upos[child] == .propn || tokens.upos[child] == .adj,
        let found = ontology.candidates(named: tokens.forms[child]).first(where: {
          $0.entity.kind == .country && $0.kind != .city
        })
      else { continue }
      return found.entity
    }
    return nil
  }

  /// Whether a known body may belong to the country beside it.
  func isAtHome(_ body: EntityID, _ owner: EntityID?) -> Bool {
    guard let owner, let home = ontology.organization(body)?.homeCountry else { return true }
    return owner == home
  }

  /// The country for which a ministry or its armed forces act; nil for parliaments, which may differ
  /// from their government, and all others.
  func governed(_ body: EntityID) -> EntityID? {
    guard let known = ontology.organization(body), let home = known.homeCountry else { return nil }
    if known.kind == .agency { return body.key.hasSuffix("-army") ? home : nil }
    guard known.kind == .ministry else { return nil }
    let words = known.name.split(separator: " ")
    let legislative = [
      "Congress", "House", "Senate", "Parliament", "Assembly", "Council", "Duma", "Knesset",
      "Bundestag", "Regional",
    ]
    return words.contains { legislative.contains(String($0)) } ? nil : home
  }

  mutating func registerAcronym(
    after range: Range<Int>, _ entity: EntityID, _ words: [String]
  ) {
    if !organizations.contains(where: { $0.entity == entity }) {
      organizations.append((entity, words))
    }
    let open = range.upperBound
    guard open + 2 < tree.count, tokens.forms[open] == "(", tokens.forms[open + 2] == ")" else {
      return
    }
    let acronym = tokens.forms[open + 1]
    guard acronym.count >= 2, acronym == acronym.uppercased(), words.count > 1 else { return }
    acronyms[acronym] = entity
  }

  /// A ministry, parliament or army named with its country speaks for the country.
  func polity(named range: Range<Int>) -> EntityID? {
    let head = self.head(of: range)
    guard
      range.contains(where: {
        ActorNouns.ofGovernment.contains(tokens.forms[$0].lowercased())
          || ActorNouns.ofGovernment.contains(tokens.lemmas[$0].lowercased())
      })
    else { return nil }
    var places = Array(range)
    if let owner = tree.possessor(of: head) { places.insert(owner, at: 0) }
    let forms = Array(tokens.forms[range])
    for start in forms.indices {
      // `United States Embassy`
      if let match = ontology.longestMatch(forms: forms, from: start), match.count > 1,
        match.count < forms.count,
        let country = match.candidates.first(where: { $0.entity.kind == .country })
      {
        return country.entity
      }
    }
    for token in places where tokens.upos[token] == .propn || tokens.upos[token] == .adj {
      if let found = ontology.candidates(named: tokens.forms[token]).first(where: {
        $0.entity.kind == .country && $0.kind != .city
      }) {
        return found.entity
      }
    }
    return nil
  }
}
