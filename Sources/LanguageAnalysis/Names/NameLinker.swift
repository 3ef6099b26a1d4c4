import StanceOntology

/// Links the names of a document to entities.
///
/// Full names come first, in the whole document; then surnames and acronyms are read by them. What the
/// ontology does not know gets an id made of its longest form in the document. Where a name may mean
/// several and nothing decides, its mention has no entity and lists them as alternatives.
struct NameLinker {
  let tree: SyntaxTree
  let sentences: [Sentence]
  let ontology: Ontology
  let date: String?
  let role: ActorRole

  private(set) var mentions: [Mention] = []
  private(set) var profiles: [EntityID: EntityProfile] = [:]
  /// The number of times that each country is named in any way.
  private(set) var countryCounts: [EntityID: Int] = [:]

  /// A person known by a full name in this document.
  private struct Known {
    var entity: EntityID
    var names: [String]
    var titles: [Title]
    var firstToken: Int
  }
  private var people: [Known] = []
  private var bySurname: [String: [Int]] = [:]
  private var organizations: [(entity: EntityID, words: [String])] = []
  private var acronyms: [String: EntityID] = [:]

  private var tokens: Tokens { tree.tokens }

  init(tree: SyntaxTree, sentences: [Sentence], ontology: Ontology, date: String?) {
    self.tree = tree
    self.sentences = sentences
    self.ontology = ontology
    self.date = date
    role = ActorRole(tree: tree)
  }

  /// Links the names; afterwards `mentions` and `profiles` are filled.
  mutating func link(_ spans: [NameSpan]) {
    countCountries(spans)
    var linked = [Mention?](repeating: nil, count: spans.count)
    let kinds = spans.map { kind(of: $0) }
    let titles = spans.indices.map {
      kinds[$0] == .person ? self.titles(before: spans[$0].tokens) : []
    }
    linkFullNames(spans, kinds, titles, &linked)
    for index in spans.indices where kinds[index] == .organization {
      linked[index] = organization(spans[index])
    }
    for index in spans.indices where linked[index] == nil {
      switch kinds[index] {
      case .person: linked[index] = partialName(spans[index], titles[index])
      case .organization: break
      default: linked[index] = place(spans[index])
      }
    }
    for index in spans.indices {
      guard let mention = linked[index] else { continue }
      if let entity = mention.entity, mention.type == .person {
        learn(entity, titles[index], mention)
      }
      mentions.append(mention)
    }
    learnAppositions()
  }

  // MARK: What kind of name

  private func kind(of span: NameSpan) -> MentionType {
    guard let first = preferred(span) else { return span.type ?? .organization }
    switch first.entity.kind {
    case .person: return .person
    case .organization: return .organization
    default: return .location
    }
  }

  /// The reading that fits best; nil where the encoder's type contradicts a doubtful one.
  private func preferred(_ span: NameSpan) -> Ontology.Candidate? {
    guard let first = span.candidates.first else { return nil }
    guard let type = span.type, span.tokens.count == 1 else { return first }
    func fits(_ candidate: Ontology.Candidate) -> Bool {
      switch candidate.entity.kind {
      case .person: type == .person
      case .organization: type == .organization
      case .country, .region: type == .location || candidate.kind != .city && type == .organization
      case .group, .document: false
      }
    }
    if fits(first) { return first }
    let form = tokens.forms[span.tokens.lowerBound]
    let ambiguity = ontology.ambiguity(of: form)
    if ambiguity?.preferred == first.entity.description, ambiguity?.isGivenName != true {
      return first
    }
    if let other = span.candidates.first(where: fits), ambiguity?.preferred == nil { return other }
    if first.kind == .city || first.kind == .familyName || ambiguity?.isGivenName == true {
      return span.candidates.first(where: fits)
    }
    return first
  }

  private mutating func countCountries(_ spans: [NameSpan]) {
    for span in spans {
      guard let first = span.candidates.first, first.entity.kind == .country, first.kind != .city
      else { continue }
      countryCounts[first.entity, default: 0] += 1
    }
  }

  // MARK: People

  private mutating func linkFullNames(
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

  private func isFullName(_ range: Range<Int>) -> Bool {
    // Two surnames of a list or a title left in front are no full name.
    range.filter { tokens.upos[$0] != .punct }.count > 1
  }

  private func words(_ range: Range<Int>) -> [String] {
    range.filter { tokens.upos[$0] != .punct || tokens.forms[$0] == "-" }
      .map { tokens.forms[$0] }
  }

  private mutating func know(_ entity: EntityID, _ range: Range<Int>, _ titles: [Title]) {
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
  private func choose(_ people: [EntityID], _ titles: [Title], _ range: Range<Int>)
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

  private func isPreferred(_ person: EntityID, _ range: Range<Int>) -> Bool {
    let form = range.map { tokens.forms[$0] }.joined(separator: " ")
    return ontology.ambiguity(of: form)?.preferred == person.description
  }

  /// A surname, a given name after `Sir`, or another part of a name.
  private func partialName(_ span: NameSpan, _ titles: [Title]) -> Mention? {
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
    if !candidates.isEmpty, let found = familyName(candidates, span, titles) { return found }
    guard span.type == .person || !titles.isEmpty else { return nil }
    return mention(span.tokens, .person, EntityID(.person, key), candidates)
  }

  /// The one of several people of a surname: by title, else the last one named.
  private func nearest(_ found: [Int], before token: Int, _ titles: [Title]) -> EntityID? {
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

  private func gendered(_ person: Known) -> Gender? {
    ontology.person(person.entity)?.gender ?? person.titles.compactMap(\.gender).first
      ?? person.names.first.flatMap { ontology.genderOfGivenName($0) }
  }

  /// A surname that no full name in the document explains.
  private func familyName(_ candidates: [EntityID], _ span: NameSpan, _ titles: [Title]) -> Mention?
  {
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
    guard isAtHome || isPreferred(one, span.tokens) else {
      return span.type == .person
        ? mention(
          span.tokens, .person, EntityID(.person, nameKey(words(span.tokens))), candidates) : nil
    }
    return mention(span.tokens, .person, one, others)
  }

  /// The titles directly before a name.
  private func titles(before range: Range<Int>) -> [Title] {
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
  private func countryBefore(_ range: Range<Int>) -> EntityID? {
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

  // MARK: Organisations

  private mutating func organization(_ span: NameSpan) -> Mention? {
    let words = words(span.tokens)
    let known = span.candidates.filter { $0.entity.kind == .organization }.map(\.entity)
    if let first = known.first {
      registerAcronym(after: span.tokens, first, words)
      return mention(span.tokens, .organization, first, Array(known.dropFirst()))
    }
    let joined = words.joined(separator: " ")
    let named = ontology.candidates(named: joined).filter {
      $0.entity.kind == .organization
    }
    if let first = named.first {
      registerAcronym(after: span.tokens, first.entity, words)
      return mention(span.tokens, .organization, first.entity, named.dropFirst().map(\.entity))
    }
    if let country = polity(named: span.tokens) {
      return mention(span.tokens, .organization, country, [EntityID(.organization, nameKey(words))])
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

  /// `Foreign Ministry` after `Ministry of …`: no; `Observatory` of `Atlantic Observatory`: its last or
  /// first words, two at least, or the initials of all.
  private func isShortForm(_ words: [String], of whole: [String]) -> Bool {
    guard whole.count > words.count else { return false }
    if words.count == 1 {
      let form = words[0].filter { $0 != "." }
      guard form.count >= 3, form == form.uppercased() else { return false }
      let initials = whole.compactMap { $0.first?.isUppercase == true ? $0.first : nil }
      return String(initials) == form
    }
    return whole.starts(with: words) || whole.suffix(words.count).elementsEqual(words)
  }

  private mutating func registerAcronym(
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
  private func polity(named range: Range<Int>) -> EntityID? {
    let head = self.head(of: range)
    guard
      range.contains(where: {
        ActorNouns.ofGovernment.contains(tokens.forms[$0].lowercased())
          || ActorNouns.ofGovernment.contains(tokens.lemmas[$0].lowercased())
      })
    else { return nil }
    var places = Array(range)
    if let owner = tree.possessor(of: head) { places.insert(owner, at: 0) }
    for token in places where tokens.upos[token] == .propn || tokens.upos[token] == .adj {
      if let found = ontology.candidates(named: tokens.forms[token]).first(where: {
        $0.entity.kind == .country && $0.kind != .city
      }) {
        return found.entity
      }
    }
    return nil
  }

  // MARK: Places

  private func place(_ span: NameSpan) -> Mention? {
    guard let first = preferred(span) ?? span.candidates.first else {
      guard span.type != nil else { return nil }
      return mention(span.tokens, .location, nil, [])
    }
    let others = span.candidates.map(\.entity).filter { $0 != first.entity }
    switch first.kind {
    case .name, .adjective:
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
      return mention(
        span.tokens, .location, entity, (entity == nil ? [first.entity] : []) + others)
    case .city, .familyName:
      return mention(span.tokens, .location, nil, span.candidates.map(\.entity))
    }
  }

  /// The entity, unless the form may be several and neither the table nor the document prefers one.
  private func chosen(_ entity: EntityID, _ span: NameSpan) -> EntityID? {
    let rivals = span.candidates.filter {
      $0.kind == span.candidates[0].kind && $0.entity != entity
    }
    guard !rivals.isEmpty, span.tokens.count == 1 else { return entity }
    let form = tokens.forms[span.tokens.lowerBound]
    return ontology.ambiguity(of: form).map { $0.preferred != nil } ?? true ? entity : nil
  }

  /// `the Atlanteans` at a table are their country; `many Atlanteans` are people.
  private func demonym(_ span: NameSpan, _ entity: EntityID, _ others: [EntityID]) -> Mention {
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
    if isDefinite && !isModified { return mention(span.tokens, .location, entity, others) }
    let form = tokens.forms[span.upperToken].lowercased()
    let key = form.hasSuffix("s") ? form : ActorNouns.plural(of: form)
    return mention(
      span.tokens, .nominal, EntityID(.group, nameKey([key])), [entity] + others)
  }

  // MARK: Mentions

  private func mention(
    _ range: Range<Int>, _ type: MentionType, _ entity: EntityID?, _ others: [EntityID]
  ) -> Mention {
    let wide = type == .person ? extended(range) : range
    var seen: Set<EntityID> = []
    return Mention(
      tokens: wide, head: head(of: wide, preferring: range), type: type, entity: entity,
      alternatives: others.filter { $0 != entity && seen.insert($0).inserted })
  }

  private func head(of range: Range<Int>) -> Int { head(of: range, preferring: range) }

  /// The token of the range whose head stands outside.
  private func head(of range: Range<Int>, preferring name: Range<Int>) -> Int {
    name.first { !range.contains(tree.heads[$0]) && tokens.upos[$0] != .punct }
      ?? range.first { !range.contains(tree.heads[$0]) && tokens.upos[$0] != .punct }
      ?? name.lowerBound
  }

  /// A person's name with the titles before it.
  private func extended(_ range: Range<Int>) -> Range<Int> {
    let nameHead = head(of: range)
    var start = range.lowerBound
    let sentence = tree.sentenceIndices[start]
    guard sentence >= 0 else { return range }
    let floor = sentences[sentence].tokens.lowerBound
    while start > floor {
      let token = start - 1
      let hangs =
        tree.isInside(token, subtreeOf: nameHead)
        || (tree.heads[nameHead] == token && titleBearing.contains(tree.relations[nameHead]))
        || (titleBearing.contains(tree.relations[nameHead])
          && tree.heads[nameHead] >= 0 && tree.heads[nameHead] < start
          && tree.isInside(token, subtreeOf: tree.heads[nameHead]))
      guard hangs, joinsTitle(token, nameHead) else { break }
      start = token
    }
    while start < range.lowerBound,
      tokens.upos[start] == .adp || tokens.upos[start] == .punct || tokens.upos[start] == .cconj
    { start += 1 }
    return start..<range.upperBound
  }

  private var titleBearing: RelationSet { RelationSet(.flat, .compound, .appos) }

  private func joinsTitle(_ token: Int, _ nameHead: Int) -> Bool {
    switch tokens.upos[token] {
    case .propn, .noun, .adj: return true
    case .adp:
      return !(tree.relations[token] == .caseMarker && tree.heads[token] == nameHead)
        && ["of", "for"].contains(tokens.lemmas[token].lowercased())
    case .punct: return tokens.forms[token] == "-"
    case .cconj: return tree.heads[token] != nameHead
    default: return false
    }
  }

  // MARK: What titles tell

  private mutating func learn(_ entity: EntityID, _ titles: [Title], _ mention: Mention) {
    var profile = profiles[entity] ?? EntityProfile()
    if profile.gender == nil {
      let given = people.first { $0.entity == entity }?.names.first
      profile.gender =
        ontology.person(entity)?.gender ?? titles.compactMap(\.gender).first
        ?? given.flatMap { ontology.genderOfGivenName($0) }
    }
    let country =
      countryBefore(mention.tokens.upperBound - 1..<mention.tokens.upperBound)
      ?? ontology.person(entity).flatMap { $0.countries.count == 1 ? $0.countries.first : nil }
    for officeClass in titles.compactMap(\.officeClass)
    where !profile.offices.contains(where: { $0.officeClass == officeClass && $0.of == country }) {
      profile.offices.append((officeClass, country))
    }
    if profile.affiliation == nil {
      let served = ontology.offices(of: entity, on: date).first { $0.speaksFor }?.entity
      profile.affiliation = served ?? (titles.contains { $0.speaksFor == .yes } ? country : nil)
    }
    profiles[entity] = profile
  }

  /// `Jane Doe, the foreign minister of Atlantis,` and `Jane Doe of the Atlantic Institute`.
  private mutating func learnAppositions() {
    let heads = Dictionary(
      mentions.enumerated().map { ($0.element.head, $0.offset) }, uniquingKeysWith: { a, _ in a })
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
        if profile.affiliation == nil { profile.affiliation = body }
        if !forms.contains(where: { ["former", "ex", "then"].contains($0.lowercased()) }) {
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

extension NameSpan {
  /// The last token.
  fileprivate var upperToken: Int { tokens.upperBound - 1 }
}
