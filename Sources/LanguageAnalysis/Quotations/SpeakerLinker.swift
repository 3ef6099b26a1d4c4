import StanceOntology

/// Says which entity the phrase that names a speaker stands for.
struct SpeakerLinker {
  let tree: SyntaxTree
  private let mentions: [Mention]
  private var byHead: [Int: Int] = [:]

  init(tree: SyntaxTree, mentions: [Mention]) {
    self.tree = tree
    self.mentions = mentions
    for (index, mention) in mentions.enumerated() {
      // A linked mention before one that is open.
      if let known = byHead[mention.head], mentions[known].entity != nil { continue }
      byHead[mention.head] = index
    }
  }

  /// The entity of the mention at a head; of a statement or report, whose it is; of an indefinite
  /// person, the group; nil where it is open.
  func entity(at head: Int) -> EntityID? {
    if let index = byHead[head], let entity = mentions[index].entity { return entity }
    let lemma = tree.tokens.lemmas[head].lowercased()
    if ActorNouns.documents.contains(lemma) {
      return owner(of: head) ?? author(of: lemma, before: head)
    }
    // A name beside the noun: `the analyst Jane Doe`.
    for child in tree.children(of: head, RelationSet(.appos, .flat)) {
      if let index = byHead[child], let entity = mentions[index].entity { return entity }
    }
    if ActorNouns.people.contains(lemma) || ActorNouns.isAgentive(lemma),
      tree.tokens.upos[head] == .noun
    {
      return EntityID(.group, nameKey([ActorNouns.plural(of: lemma)]))
    }
    return nil
  }

  /// Whether a phrase is `the statement`, `the report` without more.
  func isDefiniteDocument(_ head: Int) -> Bool {
    ActorNouns.documents.contains(tree.tokens.lemmas[head].lowercased())
      && tree.children(of: head).allSatisfy {
        tree.relations[$0] == .det && tree.tokens.lemmas[$0].lowercased() == "the"
      } && !tree.children(of: head).isEmpty
  }

  /// Who wrote or published the last document that was called by this noun: `the report` after `the commission
  /// released a report`, `said in a statement`.
  private func author(of lemma: String, before head: Int) -> EntityID? {
    let sentence = tree.sentenceIndices[head]
    var token = head - 1
    while token >= 0, sentence - tree.sentenceIndices[token] <= 8 {
      if tree.tokens.lemmas[token].lowercased() == lemma, tree.tokens.upos[token] == .noun {
        if let owner = owner(of: token) { return owner }
        if let found = publisher(of: token) { return found }
      }
      token -= 1
    }
    return nil
  }

  /// Who does what a document undergoes or is the medium of: `sent a letter`, `a poll published by`.
  private func publisher(of noun: Int) -> EntityID? {
    let participle = tree.children(of: noun, .acl).first { tree.isPassive($0) }
    if let agent = participle.flatMap({ tree.passiveAgent(of: $0) }),
      let entity = byHead[agent].flatMap({ mentions[$0].entity })
    {
      return entity
    }
    guard let verb = tree.head(of: noun), tree.tokens.upos[verb] == .verb else { return nil }
    let isMedium =
      tree.relations[noun] == .obl && tree.preposition(of: noun) == "in"
      || tree.relations[noun] == .obj && Self.publishing.contains(tree.tokens.lemmas[verb])
    guard isMedium, let agent = tree.agent(of: verb), agent != noun else { return nil }
    return byHead[agent].flatMap { mentions[$0].entity }
  }

  private static let publishing: Set<String> = [
    "publish", "release", "issue", "send", "sign", "write", "file", "post", "submit", "deliver",
    "draft", "make", "give", "unveil", "present", "launch", "circulate", "conduct", "commission",
  ]

  private func owner(of noun: Int) -> EntityID? {
    for child in tree.children(of: noun, .nmod)
    where tree.tokens.relations[child] == "nmod:poss"
      || ["from", "by", "of"].contains(tree.preposition(of: child) ?? "")
    {
      if let index = byHead[child], let entity = mentions[index].entity { return entity }
    }
    for child in tree.children(of: noun, RelationSet(.compound, .amod)) {
      if let index = byHead[child], let entity = mentions[index].entity { return entity }
    }
    return nil
  }
}
