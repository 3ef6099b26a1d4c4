import StanceOntology

/// Links noun phrases without a name: officials, governments, office-holders and groups.
struct NominalLinker {
  let tree: SyntaxTree
  let ontology: Ontology
  let date: String?
  /// The names' mentions by the head.
  let nameByHead: [Int?]
  let names: [Mention]
  /// Whether a token is inside a name.
  let isNamed: [Bool]
  /// Lemmas of nouns that somebody is quoted by in this document and that name no thing or body.
  let speaking: Set<String>
  /// The names of people in text order.
  private let people: [Mention]

  private var tokens: Tokens { tree.tokens }

  init(
    tree: SyntaxTree, ontology: Ontology, date: String?, names: [Mention],
    speaking: Set<String> = []
  ) {
    self.speaking = speaking
    people = names.filter { $0.type == .person }.sorted { $0.head < $1.head }
    self.tree = tree
    self.ontology = ontology
    self.date = date
    self.names = names
    var byHead = [Int?](repeating: nil, count: tree.count)
    var named = [Bool](repeating: false, count: tree.count)
    for (index, mention) in names.enumerated() {
      if byHead[mention.head] == nil { byHead[mention.head] = index }
      for token in mention.tokens { named[token] = true }
    }
    nameByHead = byHead
    isNamed = named
  }

  /// Mentions of actors that are not names; those that only coreference can tell have no entity.
  func mentions() -> [Mention] {
    var found: [Mention] = []
    for token in 0..<tree.count where !isNamed[token] {
      guard tokens.upos[token] == .noun || tokens.upos[token] == .propn else {
        if let mention = quantity(token) { found.append(mention) }
        continue
      }
      if let mention = quantity(token) {
        found.append(mention)
        continue
      }
      let lemma = tokens.lemmas[token].lowercased()
      guard isActorNoun(lemma) || isRuling(token, lemma), !isModifier(token) else { continue }
      if let mention = mention(token, lemma) { found.append(mention) }
    }
    return found
  }

  private func isActorNoun(_ lemma: String) -> Bool {
    ActorNouns.isActor(lemma) || ActorNouns.territories.contains(lemma)
      || ActorNouns.groupable.contains(lemma) || speaking.contains(lemma)
  }

  private func isPerson(_ lemma: String) -> Bool {
    ActorNouns.people.contains(lemma) || speaking.contains(lemma)
  }

  /// `a number of senators`, `some of the protesters`: those behind the `of`.
  private func quantity(_ token: Int) -> Mention? {
    let relation = tree.relations[token]
    guard relation == .nsubj || relation == .obl || relation == .root || relation == .conj,
      ActorNouns.quantities.contains(tokens.lemmas[token].lowercased())
    else { return nil }
    for child in tree.children(of: token, .nmod) where child > token {
      guard tree.preposition(of: child) == "of" else { continue }
      let lemma = tokens.lemmas[child].lowercased()
      var entity: EntityID?
      if nameByHead[child].map({ names[$0].entity?.kind == .group }) == true {
        entity = nameByHead[child].flatMap { names[$0].entity }
      } else if isPerson(lemma) || ActorNouns.groupable.contains(lemma) {
        entity = groupKey(lemma)
        let apposition = tree.child(of: token, .appos) ?? tree.child(of: child, .appos)
        if let name = apposition.flatMap({ nameByHead[$0] }) {
          entity = names[name].entity ?? entity
        }
      }
      guard let entity else { return nil }
      return Mention(
        tokens: tree.phrase(of: token), head: token, type: .nominal, entity: entity)
    }
    return nil
  }

  /// Whether a phrase acts, owns or speaks where it stands, rather than being spoken of.
  private func isActing(_ token: Int) -> Bool {
    guard tree.child(of: token, .cop) == nil else { return false }
    return tree.prominence(of: token) == 3 || tokens.relations[token] == "nmod:poss"
      || tree.preposition(of: token) == "by" || tree.preposition(of: token) == "according to"
  }

  private func isModifier(_ token: Int) -> Bool {
    let relation = tree.relations[token]
    return relation == .compound || relation == .flat || relation == .fixed
      || tokens.relations[token] == "nmod:desc"
  }

  private func mention(_ token: Int, _ lemma: String) -> Mention? {
    let range = tree.core(of: token)
    var mention = Mention(tokens: range, head: token, type: .nominal)
    // `the president, Jane Doe`: the name says who it is.
    if let name = tree.children(of: token, RelationSet(.appos, .flat)).compactMap({ nameByHead[$0] }
    ).first,
      names[name].type == .person || names[name].type == .organization
    {
      mention.entity = names[name].entity
      return mention
    }
    let isPlural = tokens.xpos[token].hasSuffix("S") || lemma == "people" || lemma == "police"
    let owners = modifiers(of: token)
    let country = owners.lazy.compactMap { polity($0) }.first
    if lemma == "leader", !isPlural, let of = country {
      // Which office a leader holds the word does not say: the one the article has named, or the country.
      if let named = isIndefinite(token) || isFormer(range) ? nil : leader(of: of, before: token) {
        mention.entity = named
        mention.alternatives = [of]
      } else if !isFormer(range) {
        mention.entity = of
      }
      return mention
    }
    // `the representative of Norland`, `the speaker for Norland`: who spoke in a meeting speaks for it.
    if ["representative", "delegate", "speaker"].contains(lemma), !isPlural, !isFormer(range),
      let sender = sender(of: token)
    {
      mention.entity = sender
      return mention
    }
    if !isPlural, let office = office(at: token, in: range), let of = country {
      if !isIndefinite(token), !isFormer(range),
        let holder = ontology.holder(ofOffice: office, entity: of, on: date), date != nil
      {
        guard suits(lemma, holder) else { return mention }
        mention.entity = holder
        mention.alternatives = [of]
      } else if !isFormer(range), office != "legislator", office != "opposition", office != "mayor",
        office != "regional-head", office != "party-leader"
      {
        mention.entity = of
      }
      return mention
    }
    // `the UN chief` speaks for it.
    if ["chief", "boss", "head"].contains(lemma), !isPlural, !isFormer(range),
      // `the NATO chief of staff`
      !tree.children(of: token, .nmod).contains(where: {
        tree.preposition(of: $0) == "of" && nameByHead[$0] == nil
      }),
      let body = owners.first(where: { $0.kind == .organization })
    {
      mention.entity = body
      return mention
    }
    // `delegates of the Democratic Party`: more is told of them than a nationality.
    if ActorNouns.spokespeople.contains(lemma),
      let body = owners.last, body.kind == .organization, polity(body) == nil
    {
      mention.entity = body
      return mention
    }
    if ActorNouns.ofGovernment.contains(lemma) || isRuling(token, lemma), let country {
      mention.entity = country
      if isPlural, let key = groupKey(lemma) { mention.alternatives = [key] }
      return mention
    }
    if ActorNouns.spokespeople.contains(lemma), let owner = owners.first,
      owner.kind == .organization
    {
      mention.entity = owner
      return mention
    }
    if ActorNouns.organizations.contains(lemma), !isPlural,
      let name = tree.children(of: token, .compound).compactMap({ nameByHead[$0] }).last,
      names[name].type == .organization
    {
      // `the Norland alliance`, where Norland is the alliance's name.
      mention.entity = names[name].entity
      return mention
    }
    if isPlural,
      isPerson(lemma)
        || ActorNouns.groupable.contains(lemma) && isActing(token)
    {
      mention.entity = groupKey(lemma)
      return mention
    }
    if ActorNouns.collectives.contains(lemma) {
      // `its opposition to the plan` is an attitude.
      let isAttitude = tree.children(of: token, .nmod).contains {
        ["to", "towards", "over"].contains(tree.preposition(of: $0) ?? "")
      }
      guard !isAttitude, isActing(token) else { return nil }
      mention.entity = groupKey(lemma)
      return mention
    }
    // One of many, of whom nothing more is told.
    if isPerson(lemma), isIndefinite(token), isActing(token) {
      mention.entity = groupKey(lemma)
      return mention
    }
    return mention
  }

  /// The country or body that the phrase right behind a speaker names.
  private func sender(of speaker: Int) -> EntityID? {
    tree.children(of: speaker, .nmod).lazy.compactMap { place -> EntityID? in
      guard place > speaker, ["of", "for"].contains(self.tree.preposition(of: place) ?? ""),
        let entity = self.entity(at: place), self.polity(entity) != nil, entity.kind != .person
      else { return nil }
      return entity
    }.first
  }

  /// `the presidential palace`, `the transitional council`: bodies that govern where they stand.
  private func isRuling(_ token: Int, _ lemma: String) -> Bool {
    guard ["palace", "council", "command", "court"].contains(lemma) else { return false }
    return tree.children(of: token, RelationSet(.amod, .compound)).contains {
      [
        "presidential", "royal", "transitional", "military", "national", "governing", "ruling",
        "interim", "revolutionary",
      ].contains(tokens.lemmas[$0].lowercased())
    }
  }

  private func groupKey(_ lemma: String) -> EntityID? {
    let key = nameKey([ActorNouns.plural(of: lemma)])
    return key.isEmpty ? nil : EntityID(.group, key)
  }

  private func isIndefinite(_ token: Int) -> Bool {
    tree.children(of: token).contains {
      tree.relations[$0] == .det
        && ["a", "an", "another", "some", "one", "any"].contains(tokens.lemmas[$0].lowercased())
        || tree.relations[$0] == .nummod && tokens.lemmas[$0].lowercased() == "one"
    }
  }

  private func isFormer(_ range: Range<Int>) -> Bool {
    range.contains {
      [
        "former", "ex", "then", "late", "ousted", "deposed", "next", "future", "previous", "deputy",
        "vice", "shadow", "honorary", "exiled", "designate",
      ]
      .contains(tokens.lemmas[$0].lowercased())
    } || isPrefixed(range)
  }

  /// `vice-president`, `ex-minister`: the prefix is a word of its own before the phrase.
  private func isPrefixed(_ range: Range<Int>) -> Bool {
    range.contains { token in
      token >= 2 && tokens.forms[token - 1] == "-"
        && ["vice", "ex", "deputy", "co"].contains(tokens.lemmas[token - 2].lowercased())
    }
  }

  /// Whether a title that is a man's or a woman's can be this person's.
  private func suits(_ lemma: String, _ person: EntityID) -> Bool {
    guard let gender = ontology.person(person)?.gender?.rawValue else { return true }
    if ["queen", "empress", "princess", "chairwoman"].contains(lemma) { return gender == "f" }
    if ["king", "emperor", "prince", "chairman"].contains(lemma) { return gender == "m" }
    return true
  }

  /// The entities that modify a noun, nearest kind first: adjective and compound, possessor, `of` phrase.
  private func modifiers(of token: Int) -> [EntityID] {
    var found: [EntityID] = []
    for child in tree.children(of: token) {
      let relation = tree.relations[child]
      guard relation == .amod || relation == .compound || relation == .nmod else { continue }
      if relation == .nmod, child > token,
        !["of", "for", "from", "at", "with"].contains(tree.preposition(of: child) ?? "")
      {
        // `the government in Kyiv`
        if tree.preposition(of: child) == "in", tree.possessor(of: token) == nil,
          ActorNouns.ofGovernment.contains(tokens.lemmas[token].lowercased()),
          !ActorNouns.sentAbroad.contains(tokens.lemmas[token].lowercased()),
          let index = nameByHead[child], names[index].type == .location
        {
          found += [names[index].entity ?? names[index].alternatives.first].compactMap { $0 }
        }
        continue
      }
      if let entity = entity(at: child) { found.append(entity) }
      // `US defence officials`: the country may hang on the inner noun.
      if relation == .compound || relation == .amod || relation == .nmod, nameByHead[child] == nil {
        for inner in tree.children(of: child, RelationSet(.amod, .compound, .nmod)) {
          if let entity = entity(at: inner), entity.kind != .person { found.append(entity) }
        }
      }
    }
    return found
  }

  /// A name's entity; a metonym beside a government noun counts although it is no actor itself.
  private func entity(at token: Int) -> EntityID? {
    guard let index = nameByHead[token] else { return nil }
    let mention = names[index]
    if let entity = mention.entity {
      // Many of a people: `Atlantean` before a noun is the country.
      return entity.kind == .group ? mention.alternatives.first : entity
    }
    return mention.type == .location ? mention.alternatives.first { $0.kind != .person } : nil
  }

  /// The country or union that a modifier makes a government of: itself, or the one that the person governs.
  private func polity(_ entity: EntityID) -> EntityID? {
    switch entity.kind {
    case .country, .region: return entity
    case .organization:
      guard let known = ontology.organization(entity) else { return nil }
      return known.kind == .union || known.kind == .intergovernmental || known.kind == .alliance
        ? entity
        : known.kind == .ministry || known.kind == .agency ? known.homeCountry ?? entity : nil
    case .person:
      return ontology.offices(of: entity, on: date).first { $0.speaksFor }?.entity
    case .group, .document: return nil
    }
  }

  /// The head of state or government that the document named last before a token.
  private func leader(of country: EntityID, before token: Int) -> EntityID? {
    let leading: Set<String> = ["head-of-state", "head-of-government"]
    var (low, high) = (0, people.count)
    while low < high {
      let middle = (low + high) / 2
      if people[middle].head < token { low = middle + 1 } else { high = middle }
    }
    return people[..<low].suffix(64).reversed().lazy.compactMap(\.entity).first { person in
      ontology.offices(of: person, on: date).contains {
        $0.entity == country && leading.contains($0.officeClass)
      }
    }
  }

  /// The class of the office that a noun names, with the words before it (`foreign minister`).
  func office(at token: Int, in range: Range<Int>) -> String? {
    let start = max(range.lowerBound, token - 3)
    for first in start...token {
      let forms = Array(tokens.forms[first..<min(range.upperBound, token + 1)])
      guard let match = ontology.longestTitle(forms: forms, from: 0), match.count == forms.count
      else { continue }
      if let office = match.title.officeClass { return office }
    }
    return nil
  }
}
