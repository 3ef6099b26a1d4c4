import StanceOntology

/// Definite phrases: `the president`, `the government`, `the alliance`.
extension CoreferenceResolver {
  mutating func resolveNominal(_ index: Int) {
    let head = mentions[index].head
    // `the president` is the person so called before the country for which an unnamed president stood.
    if !tokens.xpos[head].hasSuffix("S"), isDefinite(head),
      let found = officeHolder(index, head), found.entity?.kind == .person
    {
      join(index, to: found)
      return
    }
    if let found = learnedNominal(index, atLeast: AntecedentThreshold.sureNominal) {
      join(index, to: found)
      return
    }
    resolveNominalByRules(index)
    if mentions[index].entity == nil, clusters[index] < 0,
      let found = learnedNominal(index, atLeast: AntecedentThreshold.nominal)
    {
      join(index, to: found)
    }
  }

  /// The likeliest antecedent of a definite phrase, if it is of the kind that the noun names.
  func learnedNominal(_ index: Int, atLeast floor: Float) -> Referent? {
    let head = mentions[index].head
    let lemma = tokens.lemmas[head].lowercased()
    let isPlural = tokens.xpos[head].hasSuffix("S")
    guard isDefinite(head) || tree.possessor(of: head) != nil else { return nil }
    return likeliest(head, atLeast: floor) { referent in
      guard referent.isPlural == isPlural || referent.entity?.kind == .group else { return false }
      guard !tree.isInside(referent.head, subtreeOf: head),
        !tree.isInside(head, subtreeOf: referent.head) || tree.relations[head] == .appos
      else { return false }
      if isPerson(lemma) {
        return referent.isPerson && mayBear(lemma, referent) && mayHold(index, head, referent)
      }
      if ActorNouns.polities.contains(lemma) || ActorNouns.governments.contains(lemma) {
        return referent.entity.map { $0.kind == .country || $0.kind == .region }
          ?? referent.isThing
      }
      if ActorNouns.organizations.contains(lemma) {
        return referent.entity.map {
          $0.kind == .group || $0.kind == .organization && suits($0, lemma)
        } ?? referent.isThing
      }
      return true
    }
  }

  /// Whether a noun for a man or a woman agrees with a person.
  private func mayBear(_ lemma: String, _ referent: Referent) -> Bool {
    guard let gender = referent.gender else { return true }
    return gender == .male
      ? !ActorNouns.female.contains(lemma) : !ActorNouns.male.contains(lemma)
  }

  /// Whether one whose offices are known may be called by a noun that names an office.
  private func mayHold(_ index: Int, _ head: Int, _ referent: Referent) -> Bool {
    guard let entity = referent.entity, entity.kind == .person,
      let office = nominals.office(at: head, in: mentions[index].tokens)
    else { return true }
    let profile = profiles[entity]
    let named = (profile?.offices ?? []).map(\.officeClass)
    let known = date == nil ? [] : ontology.offices(of: entity, on: date).map(\.officeClass)
    let isCalled = profile?.nouns.contains(tokens.lemmas[head].lowercased()) ?? false
    return isCalled || (named + known).isEmpty || (named + known).contains(office)
  }

  mutating func resolveNominalByRules(_ index: Int) {
    let head = mentions[index].head
    guard !tokens.xpos[head].hasSuffix("S") else { return }
    let lemma = tokens.lemmas[head].lowercased()
    let modified = tree.children(of: head).contains {
      [.acl, .nmod, .nummod].contains(tree.relations[$0])
        || tree.relations[$0] == .amod || tree.relations[$0] == .compound
    }
    if let body = ownBody(head, lemma) {
      mentions[index].entity = body
      clusters[index] = cluster(of: body)
      return
    }
    if ActorNouns.ofGovernment.contains(lemma) || ActorNouns.governments.contains(lemma),
      let owner = tree.possessor(of: head), let known = mentionByHead[owner],
      let entity = mentions[known].entity
    {
      // `her government`, `the country's military`
      let side = side(of: entity)
      if side.kind == .country || ActorNouns.governments.contains(lemma) {
        mentions[index].entity = side
      }
      return
    }
    guard isDefinite(head) else { return }
    if ActorNouns.territories.contains(lemma) {
      if let found = territory(before: head) { join(index, to: found) }
      return
    }
    if let found = sameLastWord(head, lemma) {
      join(index, to: found)
      return
    }
    if !ActorNouns.polities.contains(lemma), let found = sameHead(head, lemma) {
      join(index, to: found)
      return
    }
    if let found = bearer(of: lemma, before: head) {
      join(index, to: found)
      return
    }
    if let found = officeHolder(index, head) {
      join(index, to: found)
      return
    }
    let isGovernment =
      ActorNouns.governments.contains(lemma) || ["military", "army", "state"].contains(lemma)
    if isGovernment, !modified, let country = governing(before: head) {
      mentions[index].entity = country
      return
    }
    let isCountry = ActorNouns.polities.contains(lemma)
    if isCountry, let country = country(head) {
      mentions[index].entity = country
      clusters[index] = cluster(of: country)
      return
    }
    guard !modified else { return }
    guard isCountry || ActorNouns.organizations.contains(lemma) else { return }
    let candidates = recent(before: head, sentences: 2).filter { referent in
      referent.entity.map { $0.kind == .organization && suits($0, lemma) } ?? false
    }
    if let found = only(candidates, for: head) { join(index, to: found) }
  }

  /// `his country`, `her party`: what the person whose it is serves or leads.
  private func ownBody(_ head: Int, _ lemma: String) -> EntityID? {
    guard let owner = tree.possessor(of: head), tokens.upos[owner] == .pron,
      // `his former party`, `his neighbouring country` are others.
      tree.children(of: head, RelationSet(.amod, .compound)).allSatisfy({
        ["own", "home", "native"].contains(tokens.lemmas[$0].lowercased())
      }), let known = mentionByHead[tree.antecedent(ofRelative: owner) ?? owner],
      let person = mentions[known].entity
    else { return nil }
    // `the bosses of Reform, whose party …`
    if person.kind == .organization, tree.antecedent(ofRelative: owner) != nil,
      ActorNouns.organizations.contains(lemma), suits(person, lemma)
    {
      return person
    }
    guard person.kind == .person else { return nil }
    if ActorNouns.polities.contains(lemma) {
      let country = side(of: person)
      return country.kind == .country ? country : ontology.person(person)?.countries.first
    }
    guard ActorNouns.organizations.contains(lemma) else { return nil }
    let bodies =
      [profiles[person]?.affiliation]
      + ontology.offices(of: person, on: date).map { Optional($0.entity) }
    return bodies.lazy.compactMap { $0 }.first { $0.kind == .organization && suits($0, lemma) }
  }

  /// The country that `the country`, `the island nation` stands for: the likeliest of those not named in
  /// its clause, else the one that the text speaks of most.
  private func country(_ head: Int) -> EntityID? {
    let others = named(inClauseOf: head)
    let isKingdom = tokens.lemmas[head].lowercased() == "kingdom"
    func isOther(_ referent: Referent) -> Bool {
      guard let entity = referent.entity, entity.kind == .country else { return false }
      return !others.contains(entity) && (!isKingdom || ontology.isKingdom(entity))
    }
    let ranked = likelihoods(of: head, allowing: isOther)
    if let first = ranked.first, ranked.count == 1 || first.likelihood > 2 * ranked[1].likelihood {
      return first.referent.entity
    }
    if let found = only(recent(before: head, sentences: 2).filter(isOther), for: head) {
      return found.entity
    }
    return prevailingCountry(before: head, besides: others)
  }

  /// The region that `the region`, `the peninsula` stands for: the last one named.
  private func territory(before head: Int) -> Referent? {
    recent(before: head, sentences: 6).last { referent in
      referent.entity?.kind == .region && !tree.isInside(referent.head, subtreeOf: head)
    }
  }

  /// `the embassy` after `US Embassy`, `the court` after `Supreme Court`.
  private func sameLastWord(_ head: Int, _ lemma: String) -> Referent? {
    guard ActorNouns.organizations.contains(lemma), modifiers(of: head).isEmpty else { return nil }
    return recent(before: head, sentences: 12).last { referent in
      let mention = mentions[referent.mention]
      guard mention.type == .organization || mention.type == .location, mention.tokens.count > 1,
        let last = mention.tokens.last
      else { return false }
      return tokens.forms[last].lowercased() == lemma
    }
  }

  /// The countries that the phrase's own clause names beside it, in whatever way.
  func named(inClauseOf head: Int) -> Set<EntityID> {
    let range = tree.subtreeRange(of: tree.clause(of: head))
    return Set(
      range.lazy.filter { $0 != head }.compactMap { mentionByHead[$0] }.map { mentions[$0] }
        .filter { $0.type != .pronoun }.compactMap(\.entity))
  }

  /// The last person whom a title or an apposition called by this noun (`the archbishop`).
  func bearer(of lemma: String, before head: Int) -> Referent? {
    guard isPerson(lemma) else { return nil }
    return recent(before: head, sentences: 8).last { referent in
      referent.isPerson && referent.entity.flatMap { profiles[$0] }?.nouns.contains(lemma) == true
    }
  }

  func isDefinite(_ head: Int) -> Bool {
    tree.children(of: head).contains {
      tree.relations[$0] == .det
        && ["the", "this", "that"].contains(tokens.lemmas[$0].lowercased())
    }
  }

  /// The same noun with the modifiers of the earlier phrase or fewer: `the Doe administration`, `the
  /// administration`.
  func sameHead(_ head: Int, _ lemma: String) -> Referent? {
    let modifiers = modifiers(of: head)
    let found = recent(before: head, sentences: 6).last { referent in
      mentions[referent.mention].type == .nominal
        && tokens.lemmas[referent.head].lowercased() == lemma && !referent.isPlural
    }
    guard let found, let entity = found.entity, entity.kind != .group else { return nil }
    let earlier = self.modifiers(of: found.head)
    // `the president` is not the vice president named before.
    guard earlier.subtracting(modifiers).isDisjoint(with: ["vice", "deputy", "former", "acting"])
    else { return nil }
    return modifiers.isSubset(of: earlier) ? found : nil
  }

  func modifiers(of head: Int) -> Set<String> {
    Set(
      tree.children(of: head).filter {
        [.amod, .compound, .nmod, .nummod, .acl].contains(tree.relations[$0])
      }.map { tokens.lemmas[$0].lowercased() })
  }

  /// `the president`, `the foreign minister`: the last person whom the document gives that office.
  func officeHolder(_ index: Int, _ head: Int) -> Referent? {
    let range = mentions[index].tokens
    guard let office = nominals.office(at: head, in: range) else { return nil }
    var seen: [EntityID] = []
    var found: Referent?
    for referent in recent(before: head, sentences: 60).reversed() where referent.isPerson {
      guard let entity = referent.entity, !seen.contains(entity) else { continue }
      seen.append(entity)
      let holds =
        profiles[entity]?.offices.contains { $0.officeClass == office } == true
        || ontology.offices(of: entity, on: date).contains { $0.officeClass == office }
      guard holds else { continue }
      // Two of the same office: only a near one counts.
      if found != nil { return nil }
      if tree.sentenceIndices[head] - referent.sentence > 12 { return nil }
      found = referent
    }
    return found
  }

  /// The country whose government is meant by `the government`: the last one that acts in this or the
  /// sentence before, else the one that the text speaks of most by far.
  func governing(before head: Int) -> EntityID? {
    let near = recent(before: head, sentences: 1).filter {
      $0.entity?.kind == .country
    }
    let countries = Set(near.compactMap(\.entity))
    if countries.count == 1 { return countries.first }
    if let subject = near.last(where: { $0.role == 3 }), near.filter({ $0.role == 3 }).count == 1 {
      return subject.entity
    }
    // A person's office tells as well: `Prime Minister Doe said that the government`.
    let served = recent(before: head, sentences: 0).filter { $0.isPerson && $0.role == 3 }
      .compactMap { $0.entity.flatMap { profiles[$0]?.affiliation } }.filter { $0.kind == .country }
    if Set(served).count == 1 { return served.first }
    return countries.isEmpty ? prevailingCountry(before: head, besides: []) : nil
  }

  /// The country that the document names twice as often as any other up to a token, in whatever way.
  func prevailingCountry(before head: Int, besides others: Set<EntityID>) -> EntityID? {
    let ranked = countryCounts.filter { !others.contains($0.key) }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    guard let first = ranked.first, first.value >= 2 else { return nil }
    return ranked.count == 1 || first.value >= 2 * ranked[1].value ? first.key : nil
  }

  /// The referents of the token's sentence so far and of some sentences before it.
  func recent(before head: Int, sentences count: Int) -> ArraySlice<Referent> {
    let first = tree.sentenceIndices[head] - count
    var low = 0
    var high = referents.count
    while low < high {
      let middle = (low + high) / 2
      if referents[middle].sentence < first { low = middle + 1 } else { high = middle }
    }
    return referents[low...]
  }

  func suits(_ entity: EntityID, _ lemma: String) -> Bool {
    guard let known = ontology.organization(entity) else {
      // A name that says so itself: `Atlantic Workers' Party`.
      return entity.key.split(separator: "-").contains { $0 == lemma }
        || [
          "group", "organisation", "organization", "company", "firm", "network", "broadcaster",
          "airline", "agency", "newspaper",
        ].contains(lemma)
    }
    switch known.kind {
    case .alliance: return ["alliance", "bloc", "organisation", "organization"].contains(lemma)
    case .union: return ["bloc", "union", "organisation", "organization"].contains(lemma)
    case .intergovernmental:
      return ["organisation", "organization", "body", "bloc", "agency", "group"].contains(lemma)
    case .party: return ["party", "group", "movement"].contains(lemma)
    case .armedGroup:
      return ["group", "movement", "militia", "organisation", "organization", "party"].contains(
        lemma)
    case .company:
      return ["company", "firm", "broadcaster", "network", "newspaper", "airline", "bank"].contains(
        lemma)
    case .court: return lemma == "court"
    case .agency: return ["agency", "body", "watchdog", "commission"].contains(lemma)
    case .ministry: return ["ministry", "department"].contains(lemma)
    case .ngo:
      return ["group", "organisation", "organization", "charity", "association"].contains(lemma)
    }
  }

  /// The candidate of the nearest sentence if there is only one entity there that is not an argument of
  /// the same clause.
  func only(_ candidates: some Sequence<Referent>, for head: Int) -> Referent? {
    let clause = tree.clause(of: head)
    let free = candidates.filter {
      $0.sentence != tree.sentenceIndices[head] || tree.clause(of: $0.head) != clause
    }
    guard let nearest = free.map(\.sentence).max() else { return nil }
    let near = free.filter { $0.sentence == nearest }
    if Set(near.compactMap(\.entity)).count == 1 { return near.last }
    let subjects = near.filter { $0.role == 3 }
    return Set(subjects.compactMap(\.entity)).count == 1 ? subjects.last : nil
  }
}
