import StanceOntology

/// What titles and appositions tell of people.
extension NameLinker {
  private static let former: Set<String> = ["former", "ex", "then", "late", "ex-", "retired"]

  mutating func learn(_ entity: EntityID, _ titles: [Title], _ mention: Mention) {
    var profile = profiles[entity] ?? EntityProfile()
    if profile.gender == nil {
      let given = people.first { $0.entity == entity }?.names.first
      profile.gender =
        ontology.person(entity)?.gender ?? titles.compactMap(\.gender).first
        ?? given.flatMap { ontology.genderOfGivenName($0) }
    }
    for token in mention.tokens where tokens.upos[token] == .noun && !isDeputy(token) {
      profile.nouns.insert(tokens.lemmas[token].lowercased())
    }
    // `the former ambassador to Norland Jane Doe`: the word may stand before what counts as the title.
    let whole = tree.subtreeRange(of: mention.head).lowerBound
    let isFormer = (min(whole, mention.tokens.lowerBound)..<mention.tokens.upperBound).contains {
      Self.former.contains(tokens.lemmas[$0].lowercased())
    }
    let country =
      countryBefore(mention.tokens.upperBound - 1..<mention.tokens.upperBound)
      ?? ontology.person(entity).flatMap { $0.countries.count == 1 ? $0.countries.first : nil }
    for officeClass in titles.compactMap(\.officeClass)
    where !profile.offices.contains(where: { $0.officeClass == officeClass && $0.of == country }) {
      profile.offices.append((officeClass, country))
    }
    if profile.affiliation == nil, !isFormer {
      let served = ontology.offices(of: entity, on: date).first { $0.speaksFor }?.entity
      profile.affiliation = served ?? (titles.contains { $0.speaksFor == .yes } ? country : nil)
    }
    profiles[entity] = profile
  }

  /// `Vice President`, `deputy minister`: not called by the noun alone.
  private func isDeputy(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    return ["vice", "deputy", "vice-", "acting"].contains(tokens.forms[token - 1].lowercased())
  }

  /// `Jane Doe, the foreign minister of Atlantis,` and `Jane Doe of the Atlantic Institute`.
  mutating func learnAppositions() {
    let heads = Dictionary(
      mentions.enumerated().map { ($0.element.head, $0.offset) }, uniquingKeysWith: { a, _ in a })
    for index in mentions.indices where mentions[index].type == .organization {
      // `a Liberal, Jane Doe,` is she.
      let head = mentions[index].head
      let isIndefinite = tree.children(of: head, .det).contains {
        ["a", "an"].contains(tokens.lemmas[$0].lowercased())
      }
      guard isIndefinite,
        let name = tree.child(of: head, RelationSet(.appos, .flat)).flatMap({ heads[$0] }),
        mentions[name].type == .person, let person = mentions[name].entity
      else { continue }
      if let party = mentions[index].entity { mentions[index].alternatives.insert(party, at: 0) }
      mentions[index].entity = person
      mentions[index].type = .person
    }
    for mention in mentions where mention.type == .person {
      guard let entity = mention.entity else { continue }
      var phrases = tree.children(of: mention.head, .appos)
      if tree.relations[mention.head] == .appos, let above = tree.head(of: mention.head),
        tokens.upos[above] == .noun
      {
        phrases.append(above)
      }
      for phrase in phrases {
        let range = tree.phrase(of: phrase)
        let forms = Array(tokens.forms[range])
        var profile = profiles[entity] ?? EntityProfile()
        let body = range.compactMap { heads[$0] }.compactMap { mentions[$0].entity }.first {
          $0.kind == .country || $0.kind == .organization
        }
        let isFormer = forms.contains { Self.former.contains($0.lowercased()) }
        profile.nouns.insert(tokens.lemmas[phrase].lowercased())
        if profile.affiliation == nil, !isFormer { profile.affiliation = body }
        if !isFormer {
          for position in forms.indices {
            guard let match = ontology.longestTitle(forms: forms, from: position),
              let officeClass = match.title.officeClass
            else { continue }
            if profile.gender == nil { profile.gender = match.title.gender }
            profile.offices.append((officeClass, body))
            break
          }
        }
        profiles[entity] = profile
      }
    }
  }
}
