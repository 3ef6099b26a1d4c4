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
        mentions[index].entity = entity
        clusters[index] = clusters[speaker]
      } else {
        let whole = side(of: entity)
        mentions[index].entity = whole
        clusters[index] = cluster(of: whole)
      }
    }
    // `our country`
    for index in mentions.indices where mentions[index].type == .nominal {
      guard ActorNouns.polities.contains(tokens.lemmas[mentions[index].head].lowercased()),
        let owner = tree.possessor(of: mentions[index].head).flatMap({ mentionByHead[$0] }),
        Pronoun(form: tokens.forms[mentions[owner].head])?.kind == .firstPlural
          || Pronoun(form: tokens.forms[mentions[owner].head])?.kind == .firstSingular,
        let speaker = mentions[owner].entity
      else { continue }
      let country = side(of: speaker)
      guard country.kind == .country else { continue }
      mentions[index].entity = country
      clusters[index] = cluster(of: country)
    }
  }

  /// The country or organisation that somebody speaks for; himself where none is known.
  func side(of entity: EntityID) -> EntityID {
    guard entity.kind == .person else { return entity }
    return profiles[entity]?.affiliation
      ?? ontology.offices(of: entity, on: date).first { $0.speaksFor }?.entity ?? entity
  }
}
