import LanguageAnalysis
import StanceModel
import StanceOntology

/// *The news was met with anger in Oslo*, *the law drew criticism from Minsk*: the stance noun names what the subject
/// met with, and a phrase says from whom.
enum PassiveEvaluation: Construction {
  static let summary =
    "The subject met with a stance noun, and a phrase says from whom."
  static let name = "passive-evaluation"
  static let precision = 0.71
  static let examples: [ConstructionExample] = [
    .reads("The bill was met with anger in Kenya.", as: "country:KE oppose proposition:bill"),
    .readsNothing("The bill was met with a smile in Kenya."),
  ]

  private static let carriers: Set<String> = ["meet", "greet", "receive", "welcome"]
  private static let drawing: Set<String> = [
    "draw", "face", "win", "spark", "prompt", "provoke", "meet", "receive", "trigger", "attract",
    "earn", "gain",
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    guard context.tokens.upos[token] == .verb else { return [] }
    let isPassive = tree.isPassive(token)
    let noun: Int?
    if carriers.contains(context.lemmas[token]), isPassive {
      noun = tree.children(of: token, .obl).first { tree.preposition(of: $0) == "with" }
    } else if drawing.contains(context.lemmas[token]), !isPassive {
      noun = tree.child(of: token, .obj)
    } else {
      noun = nil
    }
    guard let noun,
      case .asserted(let above, let modality) = context.veridicality(of: token),
      modality != .possible, let subject = tree.subject(of: token)
    else { return [] }
    let isNegated = context.isNegated(token)
    let nouns = tree.coordinated(from: noun)
    return nouns.flatMap { noun -> [Reading] in
      // The noun's own target slots are empty here: what it is about is the subject.
      guard
        let cue = context.lexicon.rows(head: context.lemmas[noun]).first(where: {
          $0.partOfSpeech == .noun && $0.words.count == 1 && $0.polarity != 0
            && ($0.kind == .attitude || $0.kind == .evaluative)
        }), !isNegated || cue.polarity > 0
      else { return [] }
      let holders = holders(of: noun, alone: nouns.count == 1 ? token : nil, context)
      return context.readings(
        Self.self, token: token, cueWords: context.cueWords(cue, noun), holders: holders,
        targets: [subject], sign: cue.polarity * above * (isNegated ? -1 : 1),
        strength: cue.strength, modality: modality)
    }
  }

  /// From whom the subject met with it: `anger from A and B`, `fury in the capital`, `Norwegian anger`.
  private static func holders(of noun: Int, alone verb: Int?, _ context: Context) -> [EntityID] {
    let tree = context.tree
    let phrases =
      (tree.children(of: noun, .nmod) + (verb.map { tree.children(of: $0, .obl) } ?? []))
      .filter {
        $0 != noun && ["from", "in", "by", "among", "of"].contains(tree.preposition(of: $0) ?? "")
      }
    for phrase in phrases {
      let named = context.entities(at: phrase)
      if !named.isEmpty { return named }
      // A seat of government is named as a place here.
      if tree.preposition(of: phrase) == "in",
        let country = context.ontology.candidates(named: context.words(phrase)).first(where: {
          $0.entity.kind == .country && $0.kind == .metonym
        })
      {
        return [country.entity]
      }
    }
    return context.fillers(of: .modifier, of: noun).compactMap { context.entity(at: $0) }
  }
}
