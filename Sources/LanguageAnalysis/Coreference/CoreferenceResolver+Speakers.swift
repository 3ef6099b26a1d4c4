import StanceOntology

/// `I` and `we` in quotations.
extension CoreferenceResolver {
  /// `I` in a quotation is its speaker; `we` is whom the speaker speaks for.
  mutating func resolveSpeakers() {
    for index in mentions.indices where mentions[index].type == .pronoun {
      let head = mentions[index].head
      guard let pronoun = Pronoun(form: tokens.forms[head]), voices[head] >= 0 || reports[head] >= 0
      else { continue }
      guard pronoun.kind == .firstSingular || pronoun.kind == .firstPlural else { continue }
      let quotation = quotations[voices[head] >= 0 ? voices[head] : reports[head]]
      guard quotation.kind != .indirect, let source = quotation.sourceHead, source != head,
        let speaker = mentionByHead[source], let entity = mentions[speaker].entity
      else { continue }
      if pronoun.kind == .firstSingular {
        guard entity.kind != .group else { continue }
        mentions[index].entity = entity
        clusters[index] = clusters[speaker]
      } else {
        // A member of parliament rarely speaks for all of it.
        let side = side(of: entity)
        let whole = ontology.isLegislature(side) ? entity : side
        mentions[index].entity = whole
        // Of one who speaks for nobody known, it is not told who the others are: no chain.
        clusters[index] = cluster(of: whole.kind == .person ? nil : whole)
      }
    }
    for index in mentions.indices where mentions[index].type == .nominal {
      guard let country = ownCountry(mentions[index].head) else { continue }
      mentions[index].entity = country
      clusters[index] = cluster(of: country)
    }
  }

  /// The country that `our country`, `my nation` stands for: the speaker's.
  private func ownCountry(_ head: Int) -> EntityID? {
    guard ActorNouns.polities.contains(tokens.lemmas[head].lowercased()),
      let owner = tree.possessor(of: head), let kind = Pronoun(form: tokens.forms[owner])?.kind,
      kind == .firstPlural || kind == .firstSingular,
      let speaker = mentionByHead[owner].flatMap({ mentions[$0].entity })
    else { return nil }
    let country = side(of: speaker)
    return country.kind == .country ? country : nil
  }

  /// The country or organisation that somebody speaks for; himself where none is known.
  func side(of entity: EntityID) -> EntityID {
    guard entity.kind == .person else { return entity }
    return profiles[entity]?.affiliation
      ?? ontology.offices(of: entity, on: date).first { $0.speaksFor }?.entity ?? entity
  }
}
