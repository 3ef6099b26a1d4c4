import LanguageAnalysis
import StanceModel
import StanceOntology

/// *"We will fight this reckless plan," she said*, *he spoke of the regime's destructive raids*: an adjective by which a
/// speaker condemns what he names.
enum AttributiveEvaluation: Construction {
  static let summary = "An adjective by which a speaker condemns a definite thing that he names."
  static let name = "attributive-evaluation"
  static let precision = 0.88
  static let examples: [ConstructionExample] = [
    .reads(
      "\"We have studied this reckless plan,\" said Kenya.",
      as: "country:KE oppose proposition:plan"),
    .readsNothing("Kenya has studied this reckless plan."),
    .readsNothing("\"We have studied a reckless plan,\" said Kenya."),
  ]

  private static let facing: Set<String> = ["have", "face", "see", "witness", "confront"]
  private static let showing: Set<String> = ["this", "that", "these", "those", "such"]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    guard let cue = context.cues[token], cue.kind == .evaluative, cue.partOfSpeech == .adjective,
      cue.polarity < 0, cue.strength >= 3, tree.relations[token] == .amod,
      let noun = tree.head(of: token), noun > token, context.tokens.upos[noun] == .noun,
      tree.child(of: noun, .cop) == nil, context.cues[noun].map({ $0.kind != .evaluative }) ?? true,
      context.entity(at: noun) == nil, !context.isNegated(token),
      !context.quotations(around: token).isEmpty,
      isDefinite(noun, context)
    else { return [] }
    let holders = context.opinionHolders(of: noun)
    guard !holders.isEmpty else { return [] }
    // Nobody condemns what is his own.
    let owners = context.owners(of: noun)
    guard
      !holders.contains(where: { holder in owners.contains { context.isOwnSide($0, of: holder) } })
    else { return [] }
    return context.readings(
      Self.self, token: token, cueWords: context.cueWords(cue, token), holders: holders,
      targets: [noun], sign: -1, strength: cue.strength, modality: .asserted)
  }

  private static func isDefinite(_ noun: Int, _ context: Context) -> Bool {
    let tree = context.tree
    return tree.children(of: noun, .det).contains { showing.contains(context.lemmas[$0]) }
      || !context.owners(of: noun).isEmpty
      // `we face a dangerous crisis`
      || tree.relations[noun] == .obj
        && tree.head(of: noun).map { facing.contains(context.lemmas[$0]) } ?? false
  }
}
