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
    if ActorNouns.documents.contains(lemma) { return owner(of: head) }
    // A name beside the noun: `the analyst Jane Doe`.
    for child in tree.children(of: head, RelationSet(.appos, .flat)) {
      if let index = byHead[child], let entity = mentions[index].entity { return entity }
    }
    if ActorNouns.people.contains(lemma), tree.tokens.upos[head] == .noun {
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
