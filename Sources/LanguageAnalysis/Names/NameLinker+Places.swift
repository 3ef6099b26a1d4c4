import StanceOntology

/// Countries, regions, seats of power and peoples.
extension NameLinker {
  func place(_ span: NameSpan) -> Mention? {
    guard let first = preferred(span) ?? span.candidates.first else {
      guard span.type != nil else { return nil }
      if let half = halved(span) { return mention(span.tokens, .location, half, []) }
      return mention(span.tokens, .location, nil, [])
    }
    let others = span.candidates.map(\.entity).filter { $0 != first.entity }
    switch first.kind {
    case .name, .adjective:
      if first.entity.kind == .organization, let home = governed(first.entity) {
        return mention(span.tokens, .organization, home, [first.entity] + others)
      }
      if first.entity.kind == .person || first.entity.kind == .organization {
        return mention(
          span.tokens, first.entity.kind == .person ? .person : .organization, first.entity, others)
      }
      return mention(span.tokens, .location, chosen(first.entity, span), others)
    case .demonym: return demonym(span, first.entity, others)
    case .metonym:
      let isBuilding = !span.candidates.contains { $0.kind == .city }
      let acts = role.isActor(head(of: span.tokens), isBuilding: isBuilding)
      let entity = acts ? chosen(first.entity, span) : nil
      var seat = mention(
        span.tokens, .location, entity, (entity == nil ? [first.entity] : []) + others)
      if entity == nil { seat.named = city(span) }
      return seat
    case .city:
      var city = mention(span.tokens, .location, nil, span.candidates.map(\.entity))
      city.named = self.city(span)
      return city
    case .familyName:
      return mention(span.tokens, .location, nil, span.candidates.map(\.entity))
    }
  }

  /// The id of the city of this name: the largest, of those in a country that the document names if there are any.
  private func city(_ span: NameSpan) -> String? {
    let name = words(span.tokens).joined(separator: " ")
    return ontology.city(named: name, in: Set(countryCounts.keys)).map { "city:\($0.id)" }
  }

  /// `the North` beside `North Korea`: the one country named in the document whose name begins so.
  private func halved(_ span: NameSpan) -> EntityID? {
    guard span.tokens.count == 1, let form = tokens.forms[span.tokens].first,
      ["North", "South", "East", "West"].contains(form)
    else { return nil }
    let fitting = countryCounts.keys.filter {
      ontology.label(of: $0)?.hasPrefix(form + " ") == true
    }
    return fitting.count == 1 ? fitting.first : nil
  }

  /// The entity, unless the form may be several and neither the table nor the document prefers one.
  func chosen(_ entity: EntityID, _ span: NameSpan) -> EntityID? {
    let rivals = span.candidates.filter {
      $0.kind == span.candidates[0].kind && $0.entity != entity
    }
    guard !rivals.isEmpty, span.tokens.count == 1 else { return entity }
    let form = tokens.forms[span.tokens.lowerBound]
    return ontology.ambiguity(of: form).map { $0.preferred != nil } ?? true ? entity : nil
  }

  /// `the Atlanteans` at a table are their country; `many Atlanteans` are people.
  func demonym(_ span: NameSpan, _ entity: EntityID, _ others: [EntityID]) -> Mention {
    let head = head(of: span.tokens)
    let modifiers = tree.children(of: head)
    if tokens.upos[head] == .adj || tree.relations[head] == .amod
      || tree.relations[head] == .compound
      || tree.relations[head] == .nmod && tokens.relations[head] == "nmod:desc"
    {
      return mention(span.tokens, .location, entity, others)
    }
    let isDefinite = modifiers.contains {
      tree.relations[$0] == .det && tokens.lemmas[$0].lowercased() == "the"
    }
    let isModified = modifiers.contains {
      tree.relations[$0] == .amod || tree.relations[$0] == .nummod || tree.relations[$0] == .acl
    }
    if isDefinite, !isModified, entity.kind == .country {
      return mention(span.tokens, .location, entity, others)
    }
    let form = tokens.forms[span.upperToken].lowercased()
    let key = form.hasSuffix("s") ? form : ActorNouns.plural(of: form)
    return mention(
      span.tokens, .nominal, EntityID(.group, nameKey([key])), [entity] + others)
  }
}
