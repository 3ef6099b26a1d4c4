import LanguageAnalysis
import StanceModel
import StanceOntology

extension Context {
  /// The place that a mention of a city or of an unknown place names; cities are no actors and have no entity.
  func city(_ mention: Mention) -> EntityID? {
    guard mention.type == .location, tokens.upos.indices.contains(mention.head) else { return nil }
    if let named = mention.named, named.hasPrefix("city:") {
      return place(mention)
    }
    // A seat of power that acts for its country is a city all the same where it is told where it lies.
    if let entity = mention.entity {
      return entity.kind == .country && ontology.city(named: words(mention.tokens)) != nil
        && ontology.candidates(named: words(mention.tokens)).allSatisfy({ $0.kind != .name })
        ? place(mention) : nil
    }
    return tokens.upos[mention.head] == .propn ? place(mention) : nil
  }

  private func place(_ mention: Mention) -> EntityID {
    EntityID(.region, words: tokens.forms[mention.tokens])
  }
}

/// Reads what lies in which country and which body belongs to which, from places and names side by side:
/// *Batumi, Georgia*, *the Supreme Court of Brazil*.
struct PlaceReader {
  let context: Context

  func relations() -> [RelationReading] {
    var found: [RelationReading] = []
    var starts: [Int: Mention] = [:]
    for mention in context.document.mentions where mention.type == .location {
      starts[mention.tokens.lowerBound] = mention
    }
    for mention in context.document.mentions {
      switch mention.type {
      case .location: found += listed(mention, starts) + inside(mention, starts) + capital(mention)
      case .organization: found += body(mention)
      case .person, .nominal, .pronoun: continue
      }
    }
    return found
  }

  private func isPlace(_ mention: Mention) -> Bool {
    context.tree.sentenceIndices.indices.contains(mention.head)
      && context.tree.sentenceIndices[mention.head] >= 0
  }

  /// `Batumi, Georgia`; `Aspen, Colorado`.
  private func listed(_ mention: Mention, _ starts: [Int: Mention]) -> [RelationReading] {
    let comma = mention.tokens.upperBound
    guard isPlace(mention), comma + 1 < context.tokens.count, context.tokens.forms[comma] == ",",
      let outer = starts[comma + 1], isPlace(outer),
      let whole = outer.entity ?? state(outer, beside: mention),
      context.tokens.upos[outer.head] == .propn,
      whole.kind == .country || whole.kind == .region
    else { return [] }
    let part: EntityID
    if let entity = mention.entity, entity.kind == .region {
      // A region of a country; two regions are a list.
      guard whole.kind == .country else { return [] }
      part = entity
    } else if let city = context.city(mention) {
      part = city
    } else {
      return []
    }
    // `in Paris, Germany and Spain`: a list has a conjunction, and another country's city says nothing.
    let end = outer.tokens.upperBound
    if end < context.tokens.count {
      let next = context.tokens.forms[end].lowercased()
      if ["and", "or", "'s", "’s", "&"].contains(next) { return [] }
      if next == ",", end + 1 < context.tokens.count,
        starts[end + 1] != nil || context.lemmas[end + 1] == "and"
      {
        return []
      }
    }
    if let known = countries(of: part, mention), whole.kind == .country, !known.contains(whole) {
      return []
    }
    if whole.kind == .region, let home = context.ontology.country(of: whole),
      let known = countries(of: part, mention), !known.contains(home)
    {
      return []
    }
    return [reading(part, whole, mention.tokens.lowerBound..<outer.tokens.upperBound, mention)]
  }

  /// `Biarritz in southwestern France`.
  private func inside(_ mention: Mention, _ starts: [Int: Mention]) -> [RelationReading] {
    guard isPlace(mention), let city = context.city(mention) else { return [] }
    var token = mention.tokens.upperBound
    if token < context.tokens.count, context.tokens.forms[token] == "," { token += 1 }
    guard token < context.tokens.count, context.lemmas[token] == "in" else { return [] }
    token += 1
    // `in the north of`, `in southwestern`
    while token < context.tokens.count, starts[token] == nil,
      ["the", "of", "central", "mainland"].contains(context.lemmas[token])
        || ["north", "south", "east", "west"].contains(where: {
          context.lemmas[token].hasPrefix($0)
        })
    {
      token += 1
    }
    guard let outer = starts[token], isPlace(outer), let whole = outer.entity,
      whole.kind == .country,
      context.tokens.upos[outer.head] == .propn,
      countries(of: city, mention)?.contains(whole) ?? true
    else { return [] }
    return [reading(city, whole, mention.tokens.lowerBound..<outer.tokens.upperBound, mention)]
  }

  /// `New York` behind a place, and `Tuscany`, which no table has, in apposition to one: no city.
  private func state(_ outer: Mention, beside inner: Mention) -> EntityID? {
    let candidates = context.ontology.candidates(named: context.words(outer.tokens))
    if let region = candidates.first(where: { $0.entity.kind == .region }) { return region.entity }
    guard candidates.isEmpty, context.tree.relations[outer.head] == .appos,
      context.tree.heads[outer.head] == inner.head
    else { return nil }
    return context.city(outer)
  }

  /// The countries that the tables know a place of this name in; nil where they know none.
  private func countries(of place: EntityID, _ mention: Mention) -> Set<EntityID>? {
    if context.ontology.contains(place), place.kind == .region {
      var known = Set(context.ontology.claims(on: place).map(\.claimant))
      if let parent = context.ontology.country(of: place) ?? context.ontology.parent(of: place) {
        known.insert(parent)
      }
      return known.isEmpty ? nil : known
    }
    let cities = context.ontology.candidates(named: context.words(mention.tokens)).filter {
      $0.kind == .city || $0.kind == .metonym
    }
    return cities.isEmpty ? nil : Set(cities.map(\.entity))
  }

  /// `Bern, the Swiss capital`; `the capital of Chile, Santiago`.
  private func capital(_ mention: Mention) -> [RelationReading] {
    let tree = context.tree
    guard isPlace(mention), let city = context.city(mention) else { return [] }
    var nouns = tree.children(of: mention.head, RelationSet(.appos, .parataxis))
    if let head = tree.head(of: mention.head),
      [.appos, .flat, .nmod, .compound].contains(tree.relations[mention.head])
        || tree.relations[mention.head] == .nsubj && tree.child(of: head, .cop) != nil
    {
      nouns.append(head)
    }
    for noun in nouns where Self.settlements.contains(context.lemmas[noun]) {
      let phrase = tree.phrase(of: noun)
      let owners = context.document.mentions.filter {
        phrase.contains($0.head) && $0.head != mention.head && $0.type != .person
          && $0.tokens != mention.tokens
      }
      guard
        let whole = owners.compactMap(\.entity).first(where: { $0.kind == .country })
          ?? owners.compactMap(\.entity).first(where: { $0.kind == .region })
      else { continue }
      let wide =
        min(
          phrase.lowerBound, mention.tokens.lowerBound)..<max(
          phrase.upperBound, mention.tokens.upperBound)
      return [reading(city, whole, wide, mention)]
    }
    return []
  }

  private static let settlements: Set<String> = [
    "capital", "city", "town", "village", "port", "municipality", "suburb",
    "state", "province", "region", "district", "county", "island",
  ]

  /// Words in the names of bodies of a state, and others that have one owner.
  private static let bodies: Set<String> = [
    "parliament", "congress", "senate", "house", "assembly", "court", "guard", "guards", "corps",
    "force", "forces", "agency", "administration", "office", "authority", "service", "bureau",
    "commission", "council", "police", "bank", "directorate", "department",
  ]

  /// `Iran's Quds Force`, `the Congress of the Philippines`: a body named with its country.
  private func body(_ mention: Mention) -> [RelationReading] {
    let tree = context.tree
    guard isPlace(mention), let body = mention.entity, body.kind == .organization else { return [] }
    let known = context.ontology.organization(body)
    let isOfState =
      known.map {
        [.agency, .ministry, .court].contains($0.kind)
          || $0.kind == .armedGroup && $0.homeCountry != nil
      }
      ?? Self.bodies.contains(context.tokens.forms[mention.head].lowercased())
    guard isOfState else { return [] }
    let beside = context.document.mentions.filter { other in
      guard other.entity?.kind == .country, other.tokens != mention.tokens,
        other.type == .location, isPlace(other)
      else { return false }
      if mention.tokens.contains(other.head) { return true }
      // `Iran's main news agency KCNA`: the owner may stand on the noun that the name is added to.
      let nouns =
        [mention.head]
        + ([.appos, .flat, .compound].contains(tree.relations[mention.head])
          ? [tree.heads[mention.head]] : [])
      return nouns.contains(tree.heads[other.head])
        && (tree.has(other.head, "nmod:poss")
          || other.head < mention.head
            && [.amod, .compound].contains(tree.relations[other.head])
          || other.head > mention.head && tree.preposition(of: other.head) == "of")
    }
    let owners = beside + inName(mention)
    guard let owner = owners.first, let country = owner.entity, country != known?.id else {
      return []
    }
    if let home = known?.homeCountry, home != country { return [] }
    let wide =
      min(
        owner.tokens.lowerBound, mention.tokens.lowerBound)..<max(
        owner.tokens.upperBound, mention.tokens.upperBound)
    return [reading(body, country, wide, mention)]
  }

  /// A country's name that is part of the body's own: `the Supreme Court of the United States`.
  private func inName(_ mention: Mention) -> [Mention] {
    let forms = Array(context.tokens.forms[mention.tokens])
    for start in forms.indices {
      guard let match = context.ontology.longestMatch(forms: forms, from: start),
        match.count < forms.count,
        let country = match.candidates.first(where: {
          $0.entity.kind == .country && ($0.kind == .name || $0.kind == .adjective)
        })
      else { continue }
      let lower = mention.tokens.lowerBound + start
      let range = lower..<(lower + match.count)
      return [
        Mention(tokens: range, head: range.upperBound - 1, type: .location, entity: country.entity)
      ]
    }
    return []
  }

  private func reading(
    _ part: EntityID, _ whole: EntityID, _ tokens: Range<Int>, _ mention: Mention
  ) -> RelationReading {
    RelationReading(
      relation: "part-of", subject: part, object: whole, year: nil, tokens: tokens,
      at: mention.head, construction: "place")
  }
}
