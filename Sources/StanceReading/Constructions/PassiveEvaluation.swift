import LanguageAnalysis
import StanceModel
import StanceOntology

/// *The news was met with anger in Oslo*, *the law drew criticism from Minsk*: the stance noun names what the subject
/// met with, and a phrase says from whom.
enum PassiveEvaluation: Construction {
  static let summary =
    "The subject met with a stance noun, and a phrase says from whom."
  static let name = "passive-evaluation"
  static let precision = 0.83
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
    // The noun's own target slots are empty here: what it is about is the subject.
    guard let noun,
      let cue = context.lexicon.rows(head: context.lemmas[noun]).first(where: {
        $0.partOfSpeech == .noun && $0.words.count == 1 && $0.polarity != 0
          && ($0.kind == .attitude || $0.kind == .evaluative)
      }),
      case .asserted(let above, let modality) = context.veridicality(of: token),
      modality != .possible, !context.isNegated(token) || cue.polarity > 0,
      let subject = tree.subject(of: token)
    else { return [] }
    let phrases = (tree.children(of: noun, .nmod) + tree.children(of: token, .obl)).filter {
      $0 != noun && ["from", "in", "by", "among", "of"].contains(tree.preposition(of: $0) ?? "")
    }
    var holders = phrases.flatMap { context.entities(at: $0) }
    if holders.isEmpty {
      holders = context.fillers(of: .modifier, of: noun).compactMap { context.entity(at: $0) }
    }
    guard !holders.isEmpty else { return [] }
    return context.readings(
      Self.self, token: token, cueWords: context.cueWords(cue, noun), holders: [holders[0]],
      targets: [subject], sign: cue.polarity * above * (context.isNegated(token) ? -1 : 1),
      strength: cue.strength, modality: modality)
  }
}
