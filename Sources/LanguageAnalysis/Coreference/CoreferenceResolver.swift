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

  private(set) var mentions: [Mention]
  /// The cluster of each mention.
  private var clusters: [Int]
  private var nextCluster = 0
  private var entityClusters: [EntityID: Int] = [:]
  private var referents: [Referent] = []
  /// The innermost quotation around a token that is said word for word, or -1.
  private var voices: [Int]
  /// The innermost quotation of any kind around a token, or -1.
  private var reports: [Int]
  private var mentionByHead: [Int: Int] = [:]
  /// Verbs of saying outside quotations, by their subject: where `he said` stands.
  private var speakersByHead: Set<Int> = []

  private var tokens: Tokens { tree.tokens }

  init(
    tree: SyntaxTree, sentences: [Sentence], ontology: Ontology, date: String?,
    profiles: [EntityID: EntityProfile], mentions: [Mention], quotations: [Quotation]
  ) {
    self.tree = tree
    self.sentences = sentences
    self.ontology = ontology
    self.date = date
    self.profiles = profiles
    self.quotations = quotations
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
      if clusters[index] < 0 { clusters[index] = cluster(of: mentions[index].entity) }
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

  private mutating func cluster(of entity: EntityID?) -> Int {
    if let entity, let known = entityClusters[entity] { return known }
    let new = nextCluster
    nextCluster += 1
    if let entity { entityClusters[entity] = new }
    return new
  }

  private mutating func join(_ mention: Int, to referent: Referent) {
    mentions[mention].entity = referent.entity
    clusters[mention] = clusters[referent.mention]
  }

  // MARK: Referents

  private mutating func addReferent(_ index: Int) {
    let mention = mentions[index]
    guard let referent = referent(index, mention) else { return }
    referents.append(referent)
  }

  private func referent(_ index: Int, _ mention: Mention) -> Referent? {
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
      one.isPerson = mention.entity?.kind == .person || ActorNouns.people.contains(lemma)
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

  private func isPlural(_ mention: Mention) -> Bool {
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

  // MARK: Third-person pronouns

  private mutating func resolvePronoun(_ index: Int) {
    let head = mentions[index].head
    guard let pronoun = Pronoun(form: tokens.forms[head]) else { return }
    guard pronoun.kind != .firstSingular, pronoun.kind != .firstPlural else { return }
    if pronoun.kind == .thing, tree.isPleonastic(head) { return }
    if pronoun.isReflexive {
      if let subject = tree.subject(of: tree.clause(of: head)), subject != head,
        let found = referents.last(where: { $0.head == subject }), agrees(found, pronoun)
      {
        join(index, to: found)
      }
      return
    }
    if pronoun.kind == .personal, let found = lastSpeaker(for: head, pronoun) {
      join(index, to: found)
      return
    }
    if let found = best(for: head, pronoun) { join(index, to: found) }
  }

  /// `“…,” he said`: outside quotations and without another candidate in the sentence, the pronoun that
  /// speaks is the last one who spoke.
  private func lastSpeaker(for head: Int, _ pronoun: Pronoun) -> Referent? {
    guard speakersByHead.contains(head), reports[head] < 0 else { return nil }
    let sentence = tree.sentenceIndices[head]
    let found = referents.last { referent in
      speakersByHead.contains(referent.head) && sentence - referent.sentence <= 3
    }
    guard let found, found.isPerson, agrees(found, pronoun, strictly: true) else { return nil }
    // A new subject outside quotations since then may be meant as well.
    let rival = referents.contains { other in
      other.head > found.head && other.isPerson && other.role == 3 && reports[other.head] < 0
        && clusters[other.mention] != clusters[found.mention] && agrees(other, pronoun)
    }
    return rival ? nil : found
  }

  private func agrees(_ referent: Referent, _ pronoun: Pronoun, strictly: Bool = false) -> Bool {
    switch pronoun.kind {
    case .personal:
      guard referent.isPerson, !referent.isPlural, referent.entity?.kind != .group else {
        return false
      }
      if let gender = referent.gender { return gender == pronoun.gender }
      return !strictly || referent.entity != nil
    case .thing:
      return referent.isThing && !referent.isPlural
        && (referent.entity.map { $0.kind != .group && $0.kind != .person } ?? true)
    case .plural:
      return referent.isPlural || referent.entity?.kind == .group
        || (referent.isThing && referent.entity?.kind == .organization)
    case .firstSingular, .firstPlural: return false
    }
  }

  /// The best candidate, if it is clearly better than any other.
  private func best(for head: Int, _ pronoun: Pronoun) -> Referent? {
    let sentence = tree.sentenceIndices[head]
    let window = pronoun.kind == .personal ? 3 : 1
    var scores: [(referent: Referent, score: Int)] = []
    for referent in referents.reversed() {
      if referent.sentence < sentence - window { break }
      guard agrees(referent, pronoun), isPossible(referent, for: head, pronoun) else { continue }
      let score = score(referent, for: head, pronoun)
      if let known = scores.firstIndex(where: {
        clusters[$0.referent.mention] == clusters[referent.mention]
      }) {
        // Named again: a little more prominent.
        scores[known].score = max(scores[known].score, score) + 3
      } else {
        scores.append((referent, score))
      }
    }
    let ranked = scores.sorted {
      $0.score != $1.score ? $0.score > $1.score : $0.referent.head > $1.referent.head
    }
    guard let first = ranked.first else { return nil }
    let margin = pronoun.kind == .personal ? 8 : 12
    if ranked.count > 1, first.score - ranked[1].score < margin { return nil }
    let floor = pronoun.kind == .personal ? 20 : 35
    return first.score >= floor ? first.referent : nil
  }

  private func isPossible(_ referent: Referent, for head: Int, _ pronoun: Pronoun) -> Bool {
    guard referent.head != head else { return false }
    // A speaker does not speak of himself in the third person; what is outside may be meant inside.
    let voice = voices[head]
    if voice >= 0, quotations[voice].sourceHead == referent.head { return false }
    if voice >= 0, let entity = referent.entity, let source = quotations[voice].sourceHead,
      let speaker = mentionByHead[source], mentions[speaker].entity == entity
    {
      return false
    }
    guard referent.sentence == tree.sentenceIndices[head] else { return true }
    // Not inside the phrase itself (`its capital` for the capital).
    if tree.isInside(head, subtreeOf: referent.head), tree.relations[referent.head] != .root,
      !isRelativeInside(head, referent.head)
    {
      return false
    }
    if pronoun.isPossessive { return true }
    // Principle B: not another argument of the same predicate, nor its subject where that is understood.
    let clause = tree.clause(of: head)
    if isBound(referent, in: clause, head) { return false }
    guard tree.clause(of: referent.head) == clause else { return true }
    return tree.relations[referent.head] == .nmod && tree.relations[head] != .nmod
      || isDeepInside(referent.head, clause)
  }

  /// Whether a candidate is the understood subject of the pronoun's clause, or of the verb that has this
  /// clause as its object (`to keep it from falling`, `to prevent it being sold`).
  private func isBound(_ referent: Referent, in clause: Int, _ head: Int) -> Bool {
    var verb = clause
    if tree.relations[head] == .nsubj {
      guard tree.relations[clause] == .xcomp || tree.relations[clause] == .ccomp,
        !isFinite(clause), let above = tree.head(of: clause)
      else { return false }
      verb = above
    }
    guard let subject = tree.subject(of: verb), subject != head else { return false }
    return tree.coordinated(from: subject).contains(referent.head)
  }

  private func isFinite(_ clause: Int) -> Bool {
    ["VBD", "VBZ", "VBP"].contains(tokens.xpos[clause])
      || tree.children(of: clause, RelationSet(.aux, .cop)).contains {
        ["MD", "VBD", "VBZ", "VBP"].contains(tokens.xpos[$0])
      }
  }

  private func isRelativeInside(_ head: Int, _ noun: Int) -> Bool {
    tree.ancestors(of: head).contains { $0 != noun && tree.relations[$0] == .acl }
  }

  private func isDeepInside(_ token: Int, _ clause: Int) -> Bool {
    guard let above = tree.head(of: token) else { return false }
    return above != clause && tree.relations[token] == .nmod
  }

  private func score(_ referent: Referent, for head: Int, _ pronoun: Pronoun) -> Int {
    let distance = tree.sentenceIndices[head] - referent.sentence
    if pronoun.kind == .thing {
      // Things are taken up all the time; only a subject is likely enough to be one that acts.
      if referent.role < 3, !pronoun.isPossessive || distance > 0 { return 0 }
      if distance > 0, tree.prominence(of: head) < 2 { return 0 }
    }
    var score = [60, 42, 22, 10][min(max(distance, 0), 3)]
    score += [0, 0, 6, 16][min(referent.role, 3)]
    let clause = tree.clause(of: head)
    if distance == 0 {
      if referent.role == 3, governs(referent.head, clause) { score += 18 }
      if pronoun.isPossessive || pronoun.isReflexive, tree.clause(of: referent.head) == clause,
        referent.role == 3
      {
        score += 18
      }
    }
    // A reported clause is about its speaker before others: `Doe said she would`.
    let report = reports[head]
    if report >= 0, quotations[report].kind != .direct,
      quotations[report].sourceHead == referent.head
    {
      score += 14
    }
    // Words inside one quotation belong together; what a quotation names is rarely taken up outside.
    if voices[head] != voices[referent.head] {
      score -= voices[referent.head] < 0 ? 8 : pronoun.kind == .personal ? 20 : 32
    }
    if tree.prominence(of: head) == 3, referent.role == 3 { score += 6 }
    if mentions[referent.mention].type == .pronoun { score += 4 }
    if referent.gender == nil, pronoun.kind == .personal { score -= 12 }
    if pronoun.kind == .thing || pronoun.kind == .plural {
      if referent.entity == nil { score += 0 }
      if referent.entity?.kind == .region { score -= 8 }
      if pronoun.kind == .plural, !referent.isPlural { score -= 12 }
    }
    return score
  }

  /// Whether a subject's clause stands above the pronoun's clause.
  private func governs(_ subject: Int, _ clause: Int) -> Bool {
    guard let verb = tree.head(of: subject) else { return false }
    return verb == clause || tree.ancestors(of: clause).contains(verb)
  }

  // MARK: Definite phrases

  private mutating func resolveNominal(_ index: Int) {
    let head = mentions[index].head
    guard !tokens.xpos[head].hasSuffix("S") else { return }
    let lemma = tokens.lemmas[head].lowercased()
    let modified = tree.children(of: head).contains {
      [.acl, .nmod, .nummod].contains(tree.relations[$0])
        || tree.relations[$0] == .amod || tree.relations[$0] == .compound
    }
    if ActorNouns.governments.contains(lemma), let owner = tree.possessor(of: head),
      let known = mentionByHead[owner], let entity = mentions[known].entity
    {
      // `her government`, `his administration`
      mentions[index].entity = side(of: entity)
      return
    }
    guard isDefinite(head) else { return }
    if !ActorNouns.polities.contains(lemma), let found = sameHead(head, lemma) {
      join(index, to: found)
      return
    }
    if let found = bearer(of: lemma, before: head) {
      join(index, to: found)
      return
    }
    if let found = officeHolder(index, head) {
      join(index, to: found)
      return
    }
    if ActorNouns.governments.contains(lemma), !modified, let country = governing(before: head) {
      mentions[index].entity = country
      return
    }
    guard !modified || lemma == "country" else { return }
    let isCountry = ActorNouns.polities.contains(lemma)
    guard isCountry || ActorNouns.organizations.contains(lemma) else { return }
    let others = isCountry ? named(inClauseOf: head) : []
    let candidates = recent(before: head, sentences: 2).filter { referent in
      guard let entity = referent.entity else { return false }
      if isCountry { return entity.kind == .country && !others.contains(entity) }
      return entity.kind == .organization && suits(entity, lemma)
    }
    if let found = only(candidates, for: head) { join(index, to: found) }
  }

  /// The countries that the phrase's own clause names beside it, in whatever way.
  private func named(inClauseOf head: Int) -> Set<EntityID> {
    let clause = tree.clause(of: head)
    let range = tree.subtreeRange(of: clause)
    return Set(
      mentions.filter { range.contains($0.head) && $0.head != head && $0.type != .pronoun }
        .compactMap(\.entity))
  }

  /// The last person whom a title or an apposition called by this noun (`the archbishop`).
  private func bearer(of lemma: String, before head: Int) -> Referent? {
    guard ActorNouns.people.contains(lemma) else { return nil }
    let found = referents.last { referent in
      referent.isPerson && tree.sentenceIndices[head] - referent.sentence <= 8
        && referent.entity.flatMap { profiles[$0] }?.nouns.contains(lemma) == true
    }
    return found
  }

  private func isDefinite(_ head: Int) -> Bool {
    tree.children(of: head).contains {
      tree.relations[$0] == .det
        && ["the", "this", "that"].contains(tokens.lemmas[$0].lowercased())
    }
  }

  /// The same noun with the modifiers of the earlier phrase or fewer: `the Doe administration`, `the
  /// administration`.
  private func sameHead(_ head: Int, _ lemma: String) -> Referent? {
    let modifiers = modifiers(of: head)
    let found = referents.last { referent in
      mentions[referent.mention].type == .nominal
        && tokens.lemmas[referent.head].lowercased() == lemma
        && !referent.isPlural && tree.sentenceIndices[head] - referent.sentence <= 6
    }
    guard let found, let entity = found.entity, entity.kind != .group else { return nil }
    return modifiers.isSubset(of: self.modifiers(of: found.head)) ? found : nil
  }

  private func modifiers(of head: Int) -> Set<String> {
    Set(
      tree.children(of: head).filter {
        [.amod, .compound, .nmod, .nummod, .acl].contains(tree.relations[$0])
      }.map { tokens.lemmas[$0].lowercased() })
  }

  /// `the president`, `the foreign minister`: the last person whom the document gives that office.
  private func officeHolder(_ index: Int, _ head: Int) -> Referent? {
    let range = mentions[index].tokens
    let linker = NominalLinker(tree: tree, ontology: ontology, date: date, names: [])
    guard let office = linker.office(at: head, in: range) else { return nil }
    var seen: [EntityID] = []
    var found: Referent?
    for referent in referents.reversed() where referent.isPerson {
      guard let entity = referent.entity, !seen.contains(entity) else { continue }
      seen.append(entity)
      let holds =
        profiles[entity]?.offices.contains { $0.officeClass == office } == true
        || date != nil
          && ontology.offices(of: entity, on: date).contains { $0.officeClass == office }
      guard holds else { continue }
      // Two of the same office: only a near one counts.
      if found != nil { return nil }
      if tree.sentenceIndices[head] - referent.sentence > 12 { return nil }
      found = referent
    }
    return found
  }

  /// The country whose government is meant by `the government`: the last one that acts in this or the
  /// sentence before, else the one that the text speaks of most by far.
  private func governing(before head: Int) -> EntityID? {
    let near = recent(before: head, sentences: 1).filter {
      $0.entity?.kind == .country
    }
    let countries = Set(near.compactMap(\.entity))
    if countries.count == 1 { return countries.first }
    if let subject = near.last(where: { $0.role == 3 }), near.filter({ $0.role == 3 }).count == 1 {
      return subject.entity
    }
    // A person's office tells as well: `Prime Minister Doe said that the government`.
    let served = recent(before: head, sentences: 0).filter { $0.isPerson && $0.role == 3 }
      .compactMap { $0.entity.flatMap { profiles[$0]?.affiliation } }.filter { $0.kind == .country }
    if Set(served).count == 1 { return served.first }
    guard countries.isEmpty else { return nil }
    var counts: [EntityID: Int] = [:]
    for referent in referents {
      if let entity = referent.entity, entity.kind == .country {
        counts[entity, default: 0] += 1
      }
    }
    let ranked = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    guard let first = ranked.first, first.value >= 2 else { return nil }
    return ranked.count == 1 || first.value >= 2 * ranked[1].value ? first.key : nil
  }

  private func recent(before head: Int, sentences count: Int) -> [Referent] {
    let sentence = tree.sentenceIndices[head]
    return referents.filter { $0.sentence >= sentence - count && $0.head < head }
  }

  private func suits(_ entity: EntityID, _ lemma: String) -> Bool {
    guard let known = ontology.organization(entity) else {
      // A name that says so itself: `Atlantic Workers' Party`.
      return entity.key.split(separator: "-").contains { $0 == lemma }
        || [
          "group", "organisation", "organization", "company", "firm", "network", "broadcaster",
          "airline", "agency", "newspaper",
        ].contains(lemma)
    }
    switch known.kind {
    case .alliance: return ["alliance", "bloc", "organisation", "organization"].contains(lemma)
    case .union: return ["bloc", "union", "organisation", "organization"].contains(lemma)
    case .intergovernmental:
      return ["organisation", "organization", "body", "bloc", "agency", "group"].contains(lemma)
    case .party: return ["party", "group", "movement"].contains(lemma)
    case .armedGroup:
      return ["group", "movement", "militia", "organisation", "organization", "party"].contains(
        lemma)
    case .company:
      return ["company", "firm", "broadcaster", "network", "newspaper", "airline", "bank"].contains(
        lemma)
    case .court: return lemma == "court"
    case .agency: return ["agency", "body", "watchdog", "commission"].contains(lemma)
    case .ministry: return ["ministry", "department"].contains(lemma)
    case .ngo:
      return ["group", "organisation", "organization", "charity", "association"].contains(lemma)
    }
  }

  /// The candidate of the nearest sentence if there is only one entity there that is not an argument of
  /// the same clause.
  private func only(_ candidates: [Referent], for head: Int) -> Referent? {
    let clause = tree.clause(of: head)
    let free = candidates.filter {
      $0.sentence != tree.sentenceIndices[head] || tree.clause(of: $0.head) != clause
    }
    guard let nearest = free.map(\.sentence).max() else { return nil }
    let near = free.filter { $0.sentence == nearest }
    if Set(near.compactMap(\.entity)).count == 1 { return near.last }
    let subjects = near.filter { $0.role == 3 }
    return Set(subjects.compactMap(\.entity)).count == 1 ? subjects.last : nil
  }

  // MARK: Speakers

  /// `I` in a quotation is its speaker; `we` is whom the speaker speaks for.
  private mutating func resolveSpeakers() {
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
  }

  /// The country or organisation that somebody speaks for; himself where none is known.
  private func side(of entity: EntityID) -> EntityID {
    guard entity.kind == .person else { return entity }
    return profiles[entity]?.affiliation
      ?? ontology.offices(of: entity, on: date).first { $0.speaksFor }?.entity ?? entity
  }
}
