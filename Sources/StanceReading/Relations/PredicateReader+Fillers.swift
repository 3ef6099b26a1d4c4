import LanguageAnalysis
import StanceModel
import StanceOntology

/// Between whom a predicate holds.
extension PredicateReader {
  func pairs(_ pattern: RelationPattern, _ token: Int) -> [(
    subject: Filler, object: Filler
  )] {
    var subjects = doer(of: token) ?? fillers(pattern.subjects, token, used: [])
    if subjects.isEmpty, pattern.partOfSpeech == .noun { subjects = carriers(of: token) }
    if pattern.relation == "attacks" {
      // A person who attacks somebody does so in words.
      subjects.removeAll { $0.entity.kind == .person }
    }
    var objects = fillers(pattern.objects, token, used: subjects.map(\.token))
    if pattern.relation == "recognises" {
      // `recognition of Atlantis's claim` recognises the claim.
      objects.removeAll { object in
        context.tree.has(object.token, "nmod:poss")
          && context.tree.head(of: object.token).map { Self.titles.contains(context.lemmas[$0]) }
            ?? false
      }
    }
    if objects.isEmpty, subjects.count > 1 {
      if Self.mutual.contains(pattern.relation) { return [(subjects[0], subjects[1])] }
      // `A and B exchanged fire`
      if pattern.words[0] == "exchange" {
        return [(subjects[0], subjects[1]), (subjects[1], subjects[0])]
      }
    }
    return subjects.prefix(12).flatMap { subject in
      objects.prefix(8).map { (subject, $0) }
    }
  }

  private static let titles: Set<String> = ["claim", "right", "control", "annexation", "rule"]

  /// Who does what a noun without an agent says: the subject of the verb that carries it out.
  func carriers(of noun: Int) -> [Filler] {
    let tree = context.tree
    guard tree.relations[noun] == .obj || tree.has(noun, "nsubj:pass"),
      let verb = tree.head(of: noun), let agent = tree.agent(of: verb), agent != noun,
      Self.carrying.contains(context.lemmas[verb]), isTold(verb)
    else { return [] }
    return named(agent)
  }

  private static let carrying: Set<String> = [
    "launch", "carry", "conduct", "mount", "stage", "pursue", "wage", "begin", "start", "resume",
    "impose", "order", "levy", "make", "place", "continue", "intensify", "hold", "have", "open",
    "form", "sign", "send", "give", "provide", "announce", "extend", "enter", "maintain", "offer",
  ]

  func fillers(_ slots: [Slot], _ token: Int, used: [Int]) -> [Filler] {
    for slot in slots {
      var found: [Filler] = []
      for place in context.fillers(of: slot, of: token) where !used.contains(place) {
        let listed = namedMembers(of: place)
        // What is a subject already is no object, however the tree hangs a list.
        // `Atlantis, a member of the union, and Borduria`: only the first is the member.
        for filler in slot == .modified && context.tree.heads[token] == place
          ? alone(place) : listed.isEmpty ? named(place) : listed.flatMap({ named($0) })
        where slot.admits(filler.entity) && !used.contains(filler.token)
          && !found.contains(where: { $0.entity == filler.entity })
        {
          found.append(filler)
        }
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  func alone(_ place: Int) -> [Filler] {
    guard let entity = entity(at: place), entity.kind != .group else { return named(place) }
    return [(entity, place)]
  }

  /// The entities that a phrase and what is coordinated with it name.
  func named(_ place: Int) -> [Filler] {
    var found: [Filler] = []
    // `is the fourth country to recognise it`: what is said of a predicate is said of its subject.
    if context.tree.child(of: place, .cop) != nil || isOutcome(place),
      let subject = context.tree.subject(of: place), subject != place,
      let entity = context.entity(at: subject), entity.kind != .group
    {
      return [(entity, subject)]
    }
    if context.lemmas[place] == "latter", let last = lastOfPair(before: place) { return [last] }
    for token in spread(place) {
      if let entity = entity(at: token), entity.kind != .document, entity.kind != .group,
        !found.contains(where: { $0.entity == entity })
      {
        found.append((entity, token))
      }
    }
    return found
  }

  /// `became the first to recognise it`
  func isOutcome(_ noun: Int) -> Bool {
    context.tree.relations[noun] == .xcomp
      && context.tree.head(of: noun).map { ["become", "remain"].contains(context.lemmas[$0]) }
        ?? false
  }

  /// Who a phrase stands for; `the Donbas region` is the one that it names, whatever `the region` was before.
  func entity(at token: Int) -> EntityID? {
    if let mention = context.mention(at: token), mention.type == .nominal {
      for child in context.tree.children(of: token, RelationSet(.compound, .amod)) {
        if let name = context.mention(at: child), name.type == .location, let entity = name.entity,
          Self.places.contains(context.lemmas[token])
        {
          return entity
        }
      }
    }
    return context.entity(at: token)
  }

  private static let places: Set<String> = [
    "region", "province", "territory", "peninsula", "island", "enclave", "area",
  ]

  /// `between Atlantis and Borduria after the latter's …`: the second of the pair named last.
  func lastOfPair(before token: Int) -> Filler? {
    let tree = context.tree
    let sentence = tree.sentenceIndices[token]
    var current = token - 1
    while current >= 0, tree.sentenceIndices[current] == sentence {
      if tree.relations[current] == .conj, let entity = context.entity(at: current),
        entity.kind != .group
      {
        return (entity, current)
      }
      current -= 1
    }
    return nil
  }

  /// The regions that a list names after a general word (`four regions – A, B, C and D`), up to the next clause.
  ///
  /// Read off the words rather than the tree, which hangs such lists now here, now there.
  func namedMembers(of noun: Int) -> [Int] {
    let tokens = context.tokens
    guard tokens.xpos[noun] == "NNS", tokens.upos[noun] == .noun,
      context.tree.sentenceIndices[noun] >= 0
    else { return [] }
    let end = context.document.sentences[context.tree.sentenceIndices[noun]].tokens.upperBound
    var found: [Int] = []
    var isOpen = false
    for token in (noun + 1)..<max(noun + 1, end) {
      if tokens.upos[token] == .verb || tokens.upos[token] == .aux || tokens.upos[token] == .sconj {
        break
      }
      if ["–", "—", "-", "--", ":", ",", "("].contains(tokens.forms[token]) { isOpen = true }
      if isOpen, let entity = context.mention(at: token)?.entity, entity.kind == .region {
        found.append(token)
      }
    }
    return found
  }

  /// A phrase, its conjuncts, what it lists after a dash, and what a general noun stands for (`the towns of A and B`).
  func spread(_ token: Int) -> [Int] {
    let tree = context.tree
    var found = tree.coordinated(from: token)
    for place in tree.coordinated(from: token) {
      for child in tree.children(of: place, RelationSet(.appos, .parataxis, .list)) {
        found += tree.coordinated(from: child)
      }
      if context.entity(at: place).map({ $0.kind == .group }) ?? true {
        for child in tree.children(of: place, RelationSet(.nmod, .compound, .amod, .obl)) {
          found += tree.coordinated(from: child)
        }
        // `officials associated with it`
        for clause in tree.children(of: place, .acl)
        where Self.ties.contains(context.lemmas[clause]) {
          for phrase in tree.children(of: clause, .obl) {
            found += [phrase] + (tree.possessor(of: phrase).map { [$0] } ?? [])
          }
        }
      }
    }
    return found
  }

  private static let ties: Set<String> = [
    "associate", "link", "tie", "connect", "affiliate", "base", "own", "back",
  ]
}
