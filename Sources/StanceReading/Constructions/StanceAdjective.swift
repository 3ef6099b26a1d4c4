import LanguageAnalysis
import StanceModel
import StanceOntology

/// *Oslo is opposed to the plan*, *remains committed to the alliance*, *they are against it*, *in favour of it*.
enum StanceAdjective: Construction {
  static let summary =
    "A predicative adjective or phrase with its object: *opposed to*, *committed to*, *against*, *in favour of*."
  static let name = "stance-adjective"
  static let precision = 0.96
  static let examples: [ConstructionExample] = [
    .reads("Ghana is opposed to the agreement.", as: "country:GH oppose proposition:agreement"),
    .reads("Poland remains committed to NATO.", as: "country:PL support organization:NATO"),
    .readsNothing("A committed reader in Norway opened the book."),
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let topic = topic(token, context)
    guard let cue = topic == nil ? context.cues[token] : bareRow(token, context),
      cue.polarity != 0, cue.kind == .attitude,
      cue.partOfSpeech == .adjective || cue.partOfSpeech == .phrase
    else { return [] }
    let tree = context.tree
    let predicate: Int
    let holders: [EntityID]
    let targets: [Int]
    if cue.partOfSpeech == .phrase {
      guard let parts = phrase(token, cue, context) else { return [] }
      predicate = parts.predicate
      holders = parts.holders
      targets = [parts.target]
    } else {
      guard Intention.isPredicative(token, context) else { return [] }
      predicate = token
      holders = context.holders(of: cue, token)
      targets = topic.map { [$0] } ?? context.targets(of: cue, token)
    }
    guard !holders.isEmpty, !targets.isEmpty,
      case .asserted(let above, let modality) = context.veridicality(of: predicate)
    else { return [] }
    var sign = cue.polarity * above
    // Where the predicate is the target itself, the walk meets the negation.
    if context.isNegated(predicate) && targets.first != predicate
      || (predicate != token && context.isNegated(token))
    {
      guard cue.polarity > 0 || tree.relations[token] == .caseMarker else { return [] }
      sign = -sign
    }
    return context.readings(
      Self.self, token: token, cueWords: context.cueWords(cue, token), holders: holders,
      targets: targets, sign: sign, strength: cue.strength,
      modality: modality == .asserted ? cue.modality : modality)
  }

  /// `The minister is sceptical`: of what the sentence before is about.
  private static func topic(_ token: Int, _ context: Context) -> Int? {
    guard bare.contains(context.lemmas[token]), context.tree.child(of: token, .cop) != nil,
      context.tree.children(of: token, RelationSet(.obl, .ccomp, .xcomp, .advcl)).isEmpty
    else { return nil }
    let sentence = context.tree.sentenceIndices[token]
    let last = context.carried.last {
      $0.place < token && sentence - context.tree.sentenceIndices[$0.place] <= 1
    }
    return last?.place
  }

  private static func bareRow(_ token: Int, _ context: Context) -> CueRow? {
    context.lexicon.rows(head: context.lemmas[token]).first {
      $0.partOfSpeech == .adjective && $0.kind == .attitude && $0.words.count == 1
    }
  }

  /// Adjectives that say a position by themselves.
  private static let bare: Set<String> = [
    "sceptical", "skeptical", "critical", "opposed", "supportive", "lukewarm", "unconvinced",
    "hostile",
  ]

  /// The parts of a prepositional stance: `is against the deal`, `is in favour of the deal`.
  private static func phrase(_ token: Int, _ cue: CueRow, _ context: Context) -> (
    predicate: Int, holders: [EntityID], target: Int
  )? {
    let tree = context.tree
    let words = token..<(token + cue.words.count)
    let core = words.first {
      context.tokens.upos[$0] == .noun || context.tokens.upos[$0] == .adj
        || context.tokens.upos[$0] == .adv
    }
    let predicate: Int
    let target: Int
    if let core, context.tokens.upos[core] == .noun {
      guard
        let about = tree.children(of: core, RelationSet(.nmod, .acl)).first(where: { $0 > core })
      else { return nil }
      predicate = tree.relations[core] == .obl ? tree.head(of: core) ?? core : core
      target = about
    } else {
      guard tree.relations[token] == .caseMarker, let noun = tree.head(of: token) else {
        return nil
      }
      // Only `X is against it`, `remains against it`: elsewhere the preposition belongs to its verb.
      if tree.child(of: noun, .cop) != nil {
        predicate = noun
      } else if let verb = tree.head(of: noun),
        ["remain", "stay", "come", "vote", "speak"].contains(context.lemmas[verb]),
        tree.relations[noun] == .obl || tree.relations[noun] == .xcomp
      {
        predicate = verb
      } else {
        return nil
      }
      target = noun
    }
    guard let subject = tree.subject(of: predicate) else { return nil }
    return (predicate, context.entities(at: subject), target)
  }
}
