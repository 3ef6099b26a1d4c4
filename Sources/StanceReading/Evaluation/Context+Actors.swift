import LanguageAnalysis
import StanceModel
import StanceOntology

extension Context {
  /// Who acts where the phrase with this head is the subject: its entities, the examples that it names
  /// (`firms including A and B`), who is said to join in (`A, along with B,`), or whose document it is
  /// (`the Kenyan statement`).
  func actors(at token: Int) -> [EntityID] {
    var found: [EntityID] = []
    for conjunct in tree.coordinated(from: token) {
      let examples = tree.children(of: conjunct, RelationSet(.nmod, .obl)).filter {
        $0 > conjunct && Self.exemplifying.contains(tree.preposition(of: $0) ?? "")
      }
      let named = examples.flatMap { entities(at: $0) }.filter { $0.kind != .group }
      if !named.isEmpty, entity(at: conjunct).map({ $0.kind == .group }) ?? true {
        found += named
      }
    }
    if found.isEmpty { found = entities(at: token) }
    let companions = tree.children(of: token, RelationSet(.nmod, .obl)).filter {
      $0 > token && Self.joining.contains(tree.preposition(of: $0) ?? "")
    }
    if !found.isEmpty { found += companions.flatMap { entities(at: $0) } }
    if found.isEmpty, let owner = author(of: token) { found = [owner] }
    var seen: Set<EntityID> = []
    return found.filter { seen.insert($0).inserted }
  }

  private static let exemplifying: Set<String> = ["including", "like", "such as"]
  private static let joining: Set<String> = [
    "along with", "along", "together with", "together", "alongside", "as well as",
  ]

  /// What somebody issues, in which he speaks.
  private static let documents: Set<String> = [
    "statement", "letter", "resolution", "lawsuit", "suit", "guideline", "guidelines",
    "communique", "communiqué", "declaration", "petition", "motion", "directive", "complaint",
    "manifesto", "tweet", "message", "editorial", "bill", "law", "legislation", "decree", "measure",
    "draft", "proposal",
  ]
  private static let issuing: Set<String> = [
    "release", "issue", "publish", "write", "send", "propose", "introduce", "table", "submit",
    "present", "draft", "pass", "approve", "adopt", "enact", "sign", "file", "unveil", "launch",
    "announce", "post", "back",
  ]

  private func author(of document: Int) -> EntityID? {
    guard Self.documents.contains(lemmas[document]) else { return nil }
    let owners = [Slot.possessor, .preposition("by"), .preposition("from"), .modifier].lazy.map {
      self.fillers(of: $0, of: document).compactMap { self.entity(at: $0) }
    }
    let owner = owners.first { !$0.isEmpty }?.first
    return (owner ?? issuer(of: document)).flatMap { $0.kind == .document ? nil : $0 }
  }

  /// Who passed or issued a document: `The senate passed a bill. The bill would ban it.`
  private func issuer(of noun: Int) -> EntityID? {
    let sentence = tree.sentenceIndices[noun]
    let start = sentence < 2 ? 0 : document.sentences[sentence - 2].tokens.lowerBound
    guard
      tree.children(of: noun, .det).contains(where: {
        ["the", "this", "which"].contains(lemmas[$0])
      }) || tree.relations[noun] == .obj || tree.relations[noun] == .obl
    else { return nil }
    for place in stride(from: noun, through: start, by: -1) where lemmas[place] == lemmas[noun] {
      guard let verb = tree.head(of: place), Self.issuing.contains(lemmas[verb]),
        fillers(of: .object, of: verb).contains(place), let agent = tree.agent(of: verb),
        let entity = entity(at: agent), entity.kind != .group
      else { continue }
      return entity
    }
    return nil
  }

  /// Whose deed or thing a phrase names: its possessor, its agent, or the name before it (`the Kenyan raid`).
  func owners(of token: Int) -> [EntityID] {
    let places = [Slot.possessor, .preposition("by"), .modifier].lazy.map {
      self.fillers(of: $0, of: token).flatMap { self.entities(at: $0) }
    }
    return places.first { !$0.isEmpty }?.filter { $0.kind != .document } ?? []
  }
}
