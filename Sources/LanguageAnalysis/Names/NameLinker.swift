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

  var mentions: [Mention] = []
  var profiles: [EntityID: EntityProfile] = [:]
  /// The number of times that each country is named in any way.
  var countryCounts: [EntityID: Int] = [:]
  /// The forms by which the document names them (`Hungary`, `Hungarian`).
  var countryForms: [EntityID: Set<String>] = [:]

  /// A person known by a full name in this document.
  struct Known {
    var entity: EntityID
    var names: [String]
    var titles: [Title]
    var firstToken: Int
  }
  var people: [Known] = []
  var bySurname: [String: [Int]] = [:]
  var organizations: [(entity: EntityID, words: [String])] = []
  var acronyms: [String: EntityID] = [:]
  /// The words of people's names of two words or more.
  var namedInFull: Set<String> = []
  /// The unions that the document names, and where.
  var blocs: [(token: Int, entity: EntityID)] = []
  /// The bodies that `the House`, `the Senate` stand for in this document.
  var houses: [String: EntityID] = [:]

  var tokens: Tokens { tree.tokens }

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
    findBlocs(spans)
    for span in spans where span.type == .person && span.tokens.count > 1 {
      namedInFull.formUnion(tokens.forms[span.tokens])
    }
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

  func kind(of span: NameSpan) -> MentionType {
    guard let first = preferred(span) else { return span.type ?? .organization }
    switch first.entity.kind {
    case .person: return .person
    case .organization: return .organization
    default: return .location
    }
  }

  /// The reading that fits best; nil where the encoder's type contradicts a doubtful one.
  func preferred(_ span: NameSpan) -> Ontology.Candidate? {
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
    // `Jordan said` is the country, unless somebody of that name was named in full.
    if ambiguity?.preferred == first.entity.description,
      ambiguity?.isGivenName != true
        || first.entity.kind == .country && !namedInFull.contains(form)
    {
      return first
    }
    if let other = span.candidates.first(where: fits), ambiguity?.preferred == nil { return other }
    // The tables know one bearer, and the tagger saw a name: `Doe` of `the Doe administration`.
    if first.kind == .familyName, type == .organization,
      span.candidates.allSatisfy({ $0.entity == first.entity })
    {
      return first
    }
    if first.kind == .city || first.kind == .familyName || ambiguity?.isGivenName == true {
      return span.candidates.first(where: fits)
    }
    return first
  }

  mutating func countCountries(_ spans: [NameSpan]) {
    for span in spans {
      guard let first = span.candidates.first, first.entity.kind == .country, first.kind != .city
      else { continue }
      countryCounts[first.entity, default: 0] += 1
      countryForms[first.entity, default: []].insert(words(span.tokens).joined(separator: " "))
    }
  }

  func mention(
    _ range: Range<Int>, _ type: MentionType, _ entity: EntityID?, _ others: [EntityID]
  ) -> Mention {
    let wide = type == .person ? extended(range) : range
    var seen: Set<EntityID> = []
    return Mention(
      tokens: wide, head: head(of: wide, preferring: range), type: type, entity: entity,
      alternatives: others.filter { $0 != entity && seen.insert($0).inserted })
  }

  func head(of range: Range<Int>) -> Int { head(of: range, preferring: range) }

  /// The token of the range whose head stands outside.
  func head(of range: Range<Int>, preferring name: Range<Int>) -> Int {
    name.first { !range.contains(tree.heads[$0]) && tokens.upos[$0] != .punct }
      ?? range.first { !range.contains(tree.heads[$0]) && tokens.upos[$0] != .punct }
      ?? name.lowerBound
  }

  /// A person's name with the titles before it.
  func extended(_ range: Range<Int>) -> Range<Int> {
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

  var titleBearing: RelationSet { RelationSet(.flat, .compound, .appos) }

  func joinsTitle(_ token: Int, _ nameHead: Int) -> Bool {
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
}

extension NameSpan {
  /// The last token.
  var upperToken: Int { tokens.upperBound - 1 }
}
