public import LanguageAnalysis
public import SourceText
import StanceModel
import StanceOntology

/// A word or name that the tables do not know, where they might be expected to.
public struct UnknownWord: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A verb whose subject is an actor and which governs something.
    case verb
    /// A noun that an actor owns and that is about something: *Norway's misgivings about the plan*.
    case noun
    /// A person or an organisation.
    case name
  }

  public var kind: Kind
  /// The lemma, or the name as its id has it.
  public var word: String
  /// The sentence: UTF-8 bytes of the article's text.
  public var sentence: TextSpan
}

extension StanceReader {
  /// What the tables do not know in a document, in text order: candidates for new rows.
  public func unknowns(in document: Document) -> [UnknownWord] {
    let context = context(of: document)
    var found: [UnknownWord] = []
    func add(_ kind: UnknownWord.Kind, _ word: String, at token: Int) {
      let sentence = context.tree.sentenceIndices[token]
      guard document.sentences.indices.contains(sentence) else { return }
      found.append(
        UnknownWord(kind: kind, word: word, sentence: document.sentences[sentence].span))
    }
    for token in 0..<context.tokens.count where !isKnown(token, context) {
      switch context.tokens.upos[token] {
      case .verb where isActed(token, context): add(.verb, context.lemmas[token], at: token)
      case .noun where isOwned(token, context): add(.noun, context.lemmas[token], at: token)
      default: break
      }
    }
    for mention in document.mentions where mention.type == .person || mention.type == .organization
    {
      guard let entity = mention.entity, !context.isInOntology(entity) else { continue }
      add(.name, entity.description, at: mention.head)
    }
    return found
  }

  private func isKnown(_ token: Int, _ context: Context) -> Bool {
    let lemma = context.lemmas[token]
    return !context.lexicon.rows(head: lemma).isEmpty
      || !context.issues.patterns(head: lemma).isEmpty
      || !tables.relations.patterns(head: lemma).isEmpty
  }

  private func isActed(_ verb: Int, _ context: Context) -> Bool {
    let tree = context.tree
    guard let agent = tree.agent(of: verb), !context.entities(at: agent).isEmpty else {
      return false
    }
    return tree.children(of: verb).contains { child in
      switch tree.relations[child] {
      case .obj, .ccomp, .xcomp: true
      case .obl: context.entity(at: child) != nil
      default: false
      }
    }
  }

  private func isOwned(_ noun: Int, _ context: Context) -> Bool {
    let tree = context.tree
    guard let owner = tree.possessor(of: noun), context.entity(at: owner) != nil else {
      return false
    }
    return tree.children(of: noun).contains { child in
      child > noun
        && (tree.relations[child] == .acl
          || tree.relations[child] == .nmod
            && ["about", "against", "for", "on", "over", "to", "towards", "with"].contains(
              tree.preposition(of: child) ?? ""))
    }
  }
}

extension Context {
  /// Whether a person or an organisation has a row of its own; others count as known.
  func isInOntology(_ entity: EntityID) -> Bool {
    switch entity.kind {
    case .person: ontology.person(entity) != nil
    case .organization: ontology.organization(entity) != nil
    case .country, .region, .group, .document: true
    }
  }
}
