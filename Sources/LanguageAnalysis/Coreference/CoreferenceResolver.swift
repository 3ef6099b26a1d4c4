import StanceOntology

/// Joins mentions that refer to the same, and says who pronouns and definite phrases stand for.
///
/// The multi-pass sieve of Raghunathan et al. (2010) and Lee et al. (2013), reduced for news: names are
/// already linked, so what remains are speakers (`I`, `we`), definite phrases and third-person pronouns,
/// the sure ones first, from left to right. Nothing is joined whose gender, number or kind conflicts, and
/// where two candidates are about as good, nothing is joined: a reference left open costs less than a wrong
/// one.
struct CoreferenceResolver {
  let tree: SyntaxTree
  let sentences: [Sentence]
  let ontology: Ontology
  let date: String?
  let profiles: [EntityID: EntityProfile]
  let quotations: [Quotation]
  /// Nouns by which people are quoted, beside those that `ActorNouns` lists.
  let speaking: Set<String>
  /// Tells the office that a noun names.
  let nominals: NominalLinker

  /// The learned scorer, if the encoder gave what it compares, and its phrases by the tokens they stand for.
  let ranker: AntecedentRanker?
  let phraseByWord: [Int: Int]

  var mentions: [Mention]
  /// The cluster of each mention.
  var clusters: [Int]
  var nextCluster = 0
  var entityClusters: [EntityID: Int] = [:]
  /// How often each country was named so far, in whatever way.
  var countryCounts: [EntityID: Int] = [:]
  /// In the order of their heads.
  var referents: [Referent] = []
  /// An index into them.
  var referentByHead: [Int: Int] = [:]
  /// The innermost quotation around a token that is said word for word, or -1.
  var voices: [Int]
  /// The innermost quotation of any kind around a token, or -1.
  var reports: [Int]
  var mentionByHead: [Int: Int] = [:]
  /// Verbs of saying outside quotations, by their subject: where `he said` stands.
  var speakersByHead: Set<Int> = []

  var tokens: Tokens { tree.tokens }

  init(
    tree: SyntaxTree, sentences: [Sentence], ontology: Ontology, date: String?,
    profiles: [EntityID: EntityProfile], mentions: [Mention], quotations: [Quotation],
    ranker: AntecedentRanker? = nil, speaking: Set<String> = []
  ) {
    self.ranker = ranker
    self.speaking = speaking
    var byWord: [Int: Int] = [:]
    for (index, phrase) in (ranker?.phrases ?? []).enumerated() {
      byWord[phrase.phrase.word] = index
    }
    phraseByWord = byWord
    self.tree = tree
    self.sentences = sentences
    self.ontology = ontology
    self.date = date
    self.profiles = profiles
    self.quotations = quotations
    nominals = NominalLinker(tree: tree, ontology: ontology, date: date, names: [])
    self.mentions = mentions
    clusters = [Int](repeating: -1, count: mentions.count)
    voices = [Int](repeating: -1, count: tree.count)
    reports = [Int](repeating: -1, count: tree.count)
    for (index, quotation) in quotations.enumerated() where quotation.standing == .statement {
      for range in quotation.content {
        for token in range.clamped(to: 0..<tree.count) {
          reports[token] = index
          if quotation.kind == .direct { voices[token] = index }
        }
      }
      if let source = quotation.sourceHead, let cue = quotation.cue, !cue.isEmpty,
        quotation.kind != .indirect
          || ["say", "add", "tell", "argue", "warn"].contains(
            tree.tokens.lemmas[cue.lowerBound])
      {
        speakersByHead.insert(source)
      }
    }
    for (index, mention) in mentions.enumerated() where mentionByHead[mention.head] == nil {
      mentionByHead[mention.head] = index
    }
  }

  /// Resolves; afterwards `mentions` have entities and chains.
  mutating func resolve() {
    // By head, so that a possessive comes before the phrase that it stands in.
    for index in mentions.indices.sorted(by: {
      (mentions[$0].head, $0) < (mentions[$1].head, $1)
    }) {
      let mention = mentions[index]
      switch mention.type {
      case .pronoun: resolvePronoun(index)
      case .nominal where mention.entity == nil: resolveNominal(index)
      default: break
      }
      if clusters[index] < 0 {
        clusters[index] = cluster(of: standsFor(index) ? nil : mentions[index].entity)
      }
      addReferent(index)
    }
    resolveSpeakers()
  }

  /// The chains of two mentions or more, in text order, and the mentions with their chains.
  func chains() -> (chains: [[Int]], mentions: [Mention]) {
    var byCluster: [Int: [Int]] = [:]
    for (index, cluster) in clusters.enumerated() where cluster >= 0 {
      byCluster[cluster, default: []].append(index)
    }
    let chains = byCluster.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    var linked = mentions
    for (number, chain) in chains.enumerated() {
      for index in chain { linked[index].chain = number }
    }
    return (chains, linked)
  }

  mutating func cluster(of entity: EntityID?) -> Int {
    if let entity, let known = entityClusters[entity] { return known }
    let new = nextCluster
    nextCluster += 1
    if let entity { entityClusters[entity] = new }
    return new
  }

  /// Whether a phrase names people who act for a country or a body without being it: `the US president` whose
  /// name is not known.
  private func standsFor(_ index: Int) -> Bool {
    let mention = mentions[index]
    guard mention.type == .nominal, let kind = mention.entity?.kind else { return false }
    return kind != .person && kind != .group
      && isPerson(tokens.lemmas[mention.head].lowercased())
  }

  func isPerson(_ lemma: String) -> Bool {
    ActorNouns.people.contains(lemma) || speaking.contains(lemma)
  }

  mutating func join(_ mention: Int, to referent: Referent) {
    mentions[mention].entity = referent.entity
    clusters[mention] = clusters[referent.mention]
  }

  // MARK: Referents

  mutating func addReferent(_ index: Int) {
    let mention = mentions[index]
    if let entity = mention.entity, entity.kind == .country {
      countryCounts[entity, default: 0] += 1
    }
    guard let referent = referent(index, mention) else { return }
    if referentByHead[referent.head] == nil { referentByHead[referent.head] = referents.count }
    referents.append(referent)
  }

  func referent(_ index: Int, _ mention: Mention) -> Referent? {
    let head = mention.head
    // An adjective or a name before a noun is no phrase of its own.
    if mention.type == .location,
      tree.relations[head] == .amod || tree.relations[head] == .compound
    {
      return nil
    }
    let plural = isPlural(mention)
    var one = Referent(
      mention: index, head: head, sentence: tree.sentenceIndices[head], entity: mention.entity,
      gender: nil, isPerson: false, isThing: false, isPlural: plural,
      role: tree.prominence(of: head))
    switch mention.type {
    case .person: one.isPerson = true
    case .organization: one.isThing = true
    case .location: one.isThing = mention.entity != nil
    case .nominal:
      let lemma = tokens.lemmas[head].lowercased()
      one.isPerson = mention.entity?.kind == .person || isPerson(lemma)
      one.isThing = !one.isPerson
      if ActorNouns.male.contains(lemma) { one.gender = .male }
      if ActorNouns.female.contains(lemma) { one.gender = .female }
    case .pronoun:
      guard let pronoun = Pronoun(form: tokens.forms[head]), clusters[index] >= 0 else {
        return nil
      }
      guard mention.entity != nil || pronoun.kind == .personal else { return nil }
      one.isPerson = pronoun.kind == .personal
      one.isThing = pronoun.kind == .thing
      one.gender = pronoun.gender
    }
    if one.isPerson, let entity = mention.entity {
      one.gender = profiles[entity]?.gender ?? ontology.person(entity)?.gender ?? one.gender
    }
    return one
  }

  func isPlural(_ mention: Mention) -> Bool {
    if mention.type == .pronoun {
      return Pronoun(form: tokens.forms[mention.head])?.kind == .plural
    }
    if mention.type == .nominal {
      return tokens.xpos[mention.head].hasSuffix("S")
        || mention.entity?.kind == .group
          && tokens.lemmas[mention.head].lowercased() == "people"
    }
    // `European countries` is one name of many.
    return mention.type == .location && tokens.upos[mention.head] == .noun
      && tokens.xpos[mention.head].hasSuffix("S")
  }
}
