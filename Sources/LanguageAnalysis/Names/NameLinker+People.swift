import StanceOntology

/// People: full names, surnames, titles.
extension NameLinker {
  mutating func linkFullNames(
    _ spans: [NameSpan], _ kinds: [MentionType], _ titles: [[Title]], _ linked: inout [Mention?]
  ) {
    var unknown: [Int] = []
    for index in spans.indices where kinds[index] == .person {
      let span = spans[index]
      let people = span.candidates.filter { $0.entity.kind == .person && $0.kind == .name }
      if !people.isEmpty {
        let (entity, others) = choose(people.map(\.entity), titles[index], span.tokens)
        linked[index] = mention(span.tokens, .person, entity, others)
        if let entity { know(entity, span.tokens, titles[index]) }
      } else if let known = knownInside(span.tokens) {
        linked[index] = mention(span.tokens, .person, known, [])
        know(known, span.tokens, titles[index])
      } else if span.tokens.count > 1, isFullName(span.tokens) {
        unknown.append(index)
      }
    }
    // One person, one id: names that share first and last word take the longest one's.
    var longest: [String: [String]] = [:]
    func shared(_ words: [String]) -> String { nameKey([words.first ?? "", words.last ?? ""]) }
    for index in unknown {
      let words = words(spans[index].tokens)
      if words.count > longest[shared(words)]?.count ?? 0 { longest[shared(words)] = words }
    }
    for index in unknown {
      let words = words(spans[index].tokens)
      let key = nameKey(longest[shared(words)] ?? words)
      guard !key.isEmpty else { continue }
      let entity = EntityID(.person, key)
      linked[index] = mention(spans[index].tokens, .person, entity, [])
      know(entity, spans[index].tokens, titles[index])
    }
  }

  /// `Sayyid Jane Mary Doe` for the one Jane Doe of the tables: the first word behind a title, and the last.
  private func knownInside(_ range: Range<Int>) -> EntityID? {
    let words = words(range)
    guard words.count > 2, let last = words.last else { return nil }
    let isTitled = ontology.longestTitle(forms: Array(words.prefix(1)), from: 0) != nil
    let found = Set(
      ontology.candidates(named: "\(words[isTitled ? 1 : 0]) \(last)")
        .filter { $0.entity.kind == .person && $0.kind == .name && !$0.isGenerated }
        .map(\.entity))
    return found.count == 1 ? found.first : nil
  }

  func isFullName(_ range: Range<Int>) -> Bool {
    // Two surnames of a list or a title left in front are no full name.
    range.filter { tokens.upos[$0] != .punct }.count > 1
  }

  func words(_ range: Range<Int>) -> [String] {
    range.filter { tokens.upos[$0] != .punct || tokens.forms[$0] == "-" }
      .map { tokens.forms[$0] }
  }

  mutating func know(_ entity: EntityID, _ range: Range<Int>, _ titles: [Title]) {
    let position: Int
    if let found = people.firstIndex(where: { $0.entity == entity }) {
      position = found
      people[found].titles += titles
    } else {
      position = people.count
      people.append(
        Known(entity: entity, names: words(range), titles: titles, firstToken: range.lowerBound))
    }
    var names = ontology.person(entity)?.familyNames ?? []
    let last = words(range)
    if let surname = last.last { names.append(surname) }
    if last.count > 2 { names.append(last.suffix(2).joined(separator: " ")) }
    if let hyphen = last.lastIndex(of: "-"), hyphen > 0 {
      names.append(last[(hyphen - 1)...].joined(separator: " "))
    }
    for name in names {
      let key = nameKey([name])
      guard !key.isEmpty else { continue }
      if bySurname[key]?.contains(position) != true { bySurname[key, default: []].append(position) }
    }
  }

  /// The person meant, by title, country and the date's offices; and the others that it may be.
  func choose(_ people: [EntityID], _ titles: [Title], _ range: Range<Int>)
    -> (EntityID?, [EntityID])
  {
    guard people.count > 1, let first = people.first else { return (people.first, []) }
    let classes = titles.compactMap(\.officeClass)
    let country = countryBefore(range)
    let ranked = people.map { person -> (EntityID, Int) in
      var score = 0
      let offices = ontology.offices(of: person, on: date)
      if !classes.isEmpty, offices.contains(where: { classes.contains($0.officeClass) }) {
        score += 4
      }
      let home = ontology.person(person)?.countries ?? []
      if let country, home.contains(country) { score += 3 }
      if !offices.isEmpty, date != nil { score += 1 }
      if home.contains(where: { countryCounts[$0] != nil }) { score += 1 }
      if person == first, isPreferred(person, range) { score += 2 }
      return (person, score)
    }
    let best = ranked.map(\.1).max() ?? 0
    let winners = ranked.filter { $0.1 == best }.map(\.0)
    if winners.count == 1, best > 0 {
      return (winners.first, people.filter { $0 != winners.first })
    }
    return (nil, people)
  }

  func isPreferred(_ person: EntityID, _ range: Range<Int>) -> Bool {
    let form = range.map { tokens.forms[$0] }.joined(separator: " ")
    return ontology.ambiguity(of: form)?.preferred == person.description
  }

  /// A surname, a given name after `Sir`, or another part of a name.
  func partialName(_ span: NameSpan, _ titles: [Title]) -> Mention? {
    let words = words(span.tokens)
    let key = nameKey(words)
    guard !key.isEmpty else { return nil }
    let knightly = titles.contains {
      [
        "sir", "dame", "lady", "king", "queen", "prince", "princess",
        "pope", "lord",
      ].contains($0.id)
    }
    if let found = bySurname[key], !found.isEmpty {
      if let one = nearest(found, before: span.tokens.lowerBound, titles) {
        return mention(
          span.tokens, .person, one, found.map { people[$0].entity }.filter { $0 != one })
      }
    }
    if knightly || span.type == .person {
      let given = people.filter { nameKey([$0.names.first ?? ""]) == key }
      if let only = given.first, given.count == 1,
        knightly || span.candidates.isEmpty
      {
        return mention(span.tokens, .person, only.entity, [])
      }
    }
    let candidates = span.candidates.filter { $0.entity.kind == .person }.map(\.entity)
    // `Norwing` after `Norwing Airlines` is the firm.
    if candidates.isEmpty, titles.isEmpty, words.count == 1,
      let firm = organizations.first(where: { $0.words.count > 1 && $0.words.first == words[0] })
    {
      return mention(span.tokens, .organization, firm.entity, [])
    }
    if !candidates.isEmpty, let found = familyName(candidates, span, titles) { return found }
    guard span.type == .person || !titles.isEmpty else { return nil }
    return mention(span.tokens, .person, EntityID(.person, key), candidates)
  }

  /// The one of several people of a surname: by title, else the last one named.
  func nearest(_ found: [Int], before token: Int, _ titles: [Title]) -> EntityID? {
    if found.count == 1 { return people[found[0]].entity }
    let genders = titles.compactMap(\.gender)
    let classes = titles.compactMap(\.officeClass)
    var fitting = found
    if let gender = genders.first {
      fitting = fitting.filter { gendered(people[$0]) == gender || gendered(people[$0]) == nil }
    }
    if !classes.isEmpty {
      let titled = fitting.filter { person in
        people[person].titles.contains { $0.officeClass.map { classes.contains($0) } == true }
          || ontology.offices(of: people[person].entity, on: date).contains {
            classes.contains($0.officeClass)
          }
      }
      if !titled.isEmpty { fitting = titled }
    }
    if fitting.count == 1 { return people[fitting[0]].entity }
    let before = fitting.filter { people[$0].firstToken < token }
    // Two of one surname already named: nothing tells which.
    return before.count == 1 ? people[before[0]].entity : nil
  }

  func gendered(_ person: Known) -> Gender? {
    ontology.person(person.entity)?.gender ?? person.titles.compactMap(\.gender).first
      ?? person.names.first.flatMap { ontology.genderOfGivenName($0) }
  }

  /// A surname that no full name in the document explains.
  func familyName(_ candidates: [EntityID], _ span: NameSpan, _ titles: [Title]) -> Mention? {
    var fitting = candidates
    let classes = titles.compactMap(\.officeClass)
    let country = countryBefore(span.tokens)
    if !classes.isEmpty {
      let titled = fitting.filter { person in
        ontology.offices(of: person, on: date).contains { classes.contains($0.officeClass) }
      }
      let all = titled.isEmpty ? fitting : titled
      let atHome = country.map { home in
        all.filter { ontology.person($0)?.countries.contains(home) == true }
      }
      if let atHome, !atHome.isEmpty { fitting = atHome } else { fitting = all }
      if fitting.count == 1, let one = fitting.first, !titled.isEmpty || atHome?.isEmpty == false {
        return mention(span.tokens, .person, one, candidates.filter { $0 != one })
      }
    }
    let (one, others) = choose(fitting, titles, span.tokens)
    guard let one else {
      return span.type == .person || !titles.isEmpty
        ? mention(
          span.tokens, .person, EntityID(.person, nameKey(words(span.tokens))), candidates) : nil
    }
    // Alone, a surname of the tables is only a person whose country is a matter of the article.
    let home = ontology.person(one)?.countries ?? []
    let isAtHome = home.contains { countryCounts[$0] != nil }
    let isHeadNow =
      span.type == .person && candidates.count == 1
      && ontology.offices(of: one, on: date).contains {
        $0.officeClass == "head-of-state" || $0.officeClass == "head-of-government"
      }
    guard isAtHome || isHeadNow || isPreferred(one, span.tokens) else {
      return span.type == .person
        ? mention(
          span.tokens, .person, EntityID(.person, nameKey(words(span.tokens))), candidates) : nil
    }
    return mention(span.tokens, .person, one, others)
  }

  /// The titles directly before a name.
  func titles(before range: Range<Int>) -> [Title] {
    let start = extended(range).lowerBound
    guard start < range.lowerBound else { return [] }
    let forms = Array(tokens.forms[start..<range.lowerBound])
    var found: [Title] = []
    var position = 0
    var isFormer = false
    while position < forms.count {
      if let match = ontology.longestTitle(forms: forms, from: position) {
        if match.title.kind == .modifier, match.title.id == "former" { isFormer = true }
        if match.title.kind != .modifier { found.append(match.title) }
        position += match.count
      } else {
        position += 1
      }
    }
    if isFormer {
      for index in found.indices { found[index].officeClass = nil }
    }
    return found
  }

  /// The country named in the title before a name, or owning it (`France's President Doe`).
  func countryBefore(_ range: Range<Int>) -> EntityID? {
    let start = extended(range).lowerBound
    var token = range.lowerBound - 1
    var sawPossessive = false
    let sentence = tree.sentenceIndices[range.lowerBound]
    let floor = sentence >= 0 ? sentences[sentence].tokens.lowerBound : 0
    while token >= floor, token >= start - 4 {
      if token < start {
        // Outside the title only a possessor counts.
        if tokens.xpos[token] == "POS" {
          sawPossessive = true
        } else if !sawPossessive {
          return nil
        }
      }
      if tokens.upos[token] == .propn || tokens.upos[token] == .adj,
        let candidate = ontology.candidates(named: tokens.forms[token]).first(where: {
          $0.entity.kind == .country && $0.kind != .city
        })
      {
        return candidate.entity
      }
      token -= 1
    }
    return nil
  }
}
