import StanceOntology

/// Organisations: known ones, acronyms, short forms, and those that speak for a country.
extension NameLinker {
  mutating func organization(_ span: NameSpan) -> Mention? {
    let words = words(span.tokens)
    if words.last == "bloc", words.count <= 2, words.first != "European" {
      return bloc(span)
    }
    if words.count == 1, bySurname[nameKey(words)] != nil { return partialName(span, []) }
    let owner = ownerCountry(of: span.tokens)
    // A country's name that is part of the body's own name decides nothing (`Korean Central News Agency`).
    let outer = ownerCountry(of: span.tokens, outside: true)
    if let house = legislature(words, owner) { return body(house, others: [], span, words) }
    let known = span.candidates.filter { $0.entity.kind == .organization }.map(\.entity)
      .filter { isAtHome($0, outer) }
    if words.count == 1, owner == nil, Self.legislatures.contains(words[0]),
      let first = known.first,
      let main = mainCountry, let home = ontology.organization(first)?.homeCountry, home != main
    {
      // `the Congress` where the article speaks of another country than the one known by the bare word.
      let own = party(words[0], of: main)
      return mention(span.tokens, .organization, own, known)
    }
    if let first = known.first { return body(first, others: Array(known.dropFirst()), span, words) }
    let joined = words.joined(separator: " ")
    let named = ontology.candidates(named: joined).map(\.entity).filter {
      $0.kind == .organization && isAtHome($0, outer)
    }
    if let first = named.first { return body(first, others: Array(named.dropFirst()), span, words) }
    if let country = polity(named: span.tokens) {
      let own = EntityID(.organization, nameKey(words))
      var whole = mention(span.tokens, .organization, country, [own])
      whole.named = own.description
      return whole
    }
    if owner == nil, let home = mainCountry, let found = domesticBody(words, of: home) {
      return body(found, others: [], span, words)
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

  /// `the bloc`: the union that the tables know by this word, if the document names it, else the last one named before.
  private func bloc(_ span: NameSpan) -> Mention? {
    let known = span.candidates.first?.entity
    let isNamed = blocs.contains { $0.entity == known }
    let last = blocs.last { $0.token < span.tokens.lowerBound }?.entity
    return mention(span.tokens, .organization, isNamed ? known : last ?? known, [])
  }

  /// The unions that the document names, with the first token of each name.
  mutating func findBlocs(_ spans: [NameSpan]) {
    blocs = spans.compactMap { span in
      guard let first = span.candidates.first?.entity, tokens.forms[span.upperToken] != "bloc",
        let known = ontology.organization(first),
        known.kind == .union || Self.regional.contains(first.key)
      else { return nil }
      return (span.tokens.lowerBound, first)
    }
  }

  /// Intergovernmental bodies of a region or of a group of countries, which news calls blocs.
  private static let regional: Set<String> = [
    "ECOWAS", "ASEAN", "mercosur", "EAC", "EAEU", "SADC", "IGAD", "SAARC", "GCC", "BRICS", "SCO",
    "CIS",
  ]

  /// A known body: itself, or the country for which it acts.
  private mutating func body(
    _ entity: EntityID, others: [EntityID], _ span: NameSpan, _ words: [String]
  ) -> Mention {
    registerAcronym(after: span.tokens, entity, words)
    guard let country = governed(entity) else {
      return mention(span.tokens, .organization, entity, others)
    }
    var body = mention(span.tokens, .organization, country, [entity] + others)
    body.named = entity.description
    return body
  }

  /// `the Senate`, `the Congress of the Philippines`: that of the country named with it, else the one so named
  /// last, else that of the country of which the document speaks most.
  private mutating func legislature(_ words: [String], _ owner: EntityID?) -> EntityID? {
    let core = Array(words.prefix { $0 != "of" })
    guard let last = core.last, core.count <= 2, Self.legislatures.contains(last) else {
      return nil
    }
    // `Freedom House`, the `General Assembly`: other bodies.
    guard core.count == 1 || Self.national.contains(core[0]) || isName(core[0], of: owner) else {
      return nil
    }
    let rest = words.dropFirst(core.count + 1).joined(separator: " ")
    guard core.count == words.count || isName(rest, of: owner) else { return nil }
    if owner == nil, let known = houses[last] { return known }
    guard let home = owner ?? mainCountry, let found = domesticBody([last], of: home),
      // The Congress of some countries is a party.
      owner != nil || party(last, of: home) == nil
    else { return nil }
    if owner != nil || houses[last] == nil { houses[last] = found }
    return found
  }

  private func isName(_ words: String, of country: EntityID?) -> Bool {
    ontology.candidates(named: words).contains { $0.entity == country && $0.kind != .city }
  }

  private static let national: Set<String> = [
    "National", "Federal", "State", "Union", "Upper", "Lower",
  ]

  /// `the Ministry of Defence` of a country, by the names that the document gives this country.
  func domesticBody(_ words: [String], of home: EntityID) -> EntityID? {
    guard let label = ontology.label(of: home) else { return nil }
    let joined = words.joined(separator: " ")
    var names = (countryForms[home] ?? []).sorted().map { "\($0) \(joined)" }
    names += ["\(joined) of \(label)", "\(label)'s \(joined)"]
    if let last = words.last, words.count == 1, Self.legislatures.contains(last),
      !Self.chambers.contains(last)
    {
      names.append("Parliament of \(label)")
    }
    return names.lazy.flatMap { ontology.candidates(named: $0) }.map(\.entity).first {
      $0.kind == .organization && ontology.organization($0)?.homeCountry == home
    }
  }

  /// The country that the document names most, if it is the only one or named half as often again as any other.
  private var mainCountry: EntityID? {
    let ranked = countryCounts.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
    }
    guard let first = ranked.first else { return nil }
    return ranked.count == 1 || first.value >= 2 && 2 * first.value >= 3 * ranked[1].value
      ? first.key : nil
  }

  /// `the Congress` for the Norland National Congress, a party of this country.
  private func party(_ word: String, of home: EntityID) -> EntityID? {
    (countryForms[home] ?? []).sorted().lazy
      .flatMap { form in [form, "\(form)n"].map { "\($0) National \(word)" } }
      .flatMap { ontology.candidates(named: $0) }.map(\.entity)
      .first { $0.kind == .organization && ontology.organization($0)?.homeCountry == home }
  }

  /// Parts of a parliament that are not the whole.
  private static let chambers: Set<String> = ["Senate", "House"]
  static let legislatures: Set<String> = [
    "Parliament", "Senate", "Congress", "Assembly", "House", "Duma", "Knesset",
  ]

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
  func ownerCountry(of range: Range<Int>, outside: Bool = false) -> EntityID? {
    let head = head(of: range)
    for child in tree.children(of: head)
    where (child < head || tree.preposition(of: child) == "of")
      && !(outside && range.contains(child))
    {
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
    // `Norland Labour Congress`: a body of its own, with more than a country and a rank before the noun.
    if let last = range.last, tokens.forms[last] == "Congress", range.count > 2,
      range.dropLast().contains(where: {
        tokens.upos[$0] == .propn && !Self.national.contains(tokens.forms[$0])
          && ontology.candidates(named: tokens.forms[$0]).isEmpty
      }),
      ontology.longestMatch(forms: Array(tokens.forms[range]), from: 0).map({ $0.count == 1 })
        ?? false
    {
      return nil
    }
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
    // `the Government of Norland`, where the name ends before `of`.
    for owner in tree.children(of: head, .nmod)
    where owner >= range.upperBound && tree.preposition(of: owner) == "of" {
      let phrase = tree.core(of: owner)
      for start in phrase {
        let match = ontology.longestMatch(
          forms: Array(tokens.forms[start..<phrase.upperBound]), from: 0)
        if let country = match?.candidates.first(where: {
          $0.entity.kind == .country && $0.kind != .city
        }) {
          return country.entity
        }
      }
    }
    return nil
  }
}
