import LanguageAnalysis
import StanceModel
import StanceOntology

/// *Oslo signed the accord, to the fury of Riga*, *to Riga's relief*: how somebody takes what is told.
enum Reaction: Construction {
  static let summary =
    "How somebody takes what the sentence tells: *to the dismay of*, *to the relief of*."
  static let name = "reaction"
  static let precision = 0.85
  static let examples: [ConstructionExample] = [
    .reads(
      "Norway signed the trade agreement, to the dismay of Kenya.",
      as: "country:KE oppose issue:trade-agreement"),
    .reads(
      "To Kenya's delight, Norway signed the trade agreement.",
      as: "country:KE support issue:trade-agreement"),
    .readsNothing("Norway answered to the anger of Kenya."),
    .readsNothing("Norway gave way to Kenya's anger."),
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    guard context.tokens.upos[token] == .noun, tree.relations[token] == .obl,
      tree.preposition(of: token) == "to",
      let cue = context.lexicon.rows(head: context.lemmas[token]).first(where: {
        $0.partOfSpeech == .noun && $0.kind == .attitude && $0.polarity != 0 && $0.words.count == 1
      }),
      var told = tree.head(of: token)
    else { return [] }
    // `much to the annoyance of`
    let intensifier = context.tokens.upos[told] == .adv ? told : nil
    if let intensifier { told = tree.head(of: intensifier) ?? told }
    // Set off from the clause: what answers, leads or gives way to anger is no reaction.
    let phrase = tree.trimmed(tree.subtreeRange(of: intensifier ?? token))
    let isFronted =
      token < told && phrase.upperBound < context.tokens.count
      && context.tokens.forms[phrase.upperBound] == ","
    let isTrailing =
      phrase.lowerBound > 0 && token > told
      && context.tokens.forms[phrase.lowerBound - 1] == ","
    guard isFronted || isTrailing, context.tokens.upos[told] == .verb,
      case .asserted(let above, let modality) = context.veridicality(of: told),
      modality == .asserted
    else { return [] }
    var holders = context.owners(of: token)
    if holders.isEmpty {
      holders = context.fillers(of: .preposition("of"), of: token).flatMap {
        context.entities(at: $0)
      }
    }
    guard holders.contains(where: { $0.kind != .document }) else { return [] }
    return context.readings(
      Self.self, token: token, cueWords: context.words(token), holders: holders, targets: [told],
      sign: cue.polarity * above, strength: cue.strength, modality: modality)
  }
}
