import LanguageAnalysis
import StanceModel
import StanceOntology

/// *He said a deal would hinge on recognition of the border*, *talks depend on a ceasefire*:
/// what somebody makes a condition, he wants.
enum Condition: Construction {
  static let summary =
    "What somebody makes a condition, he wants."
  static let name = "condition"
  static let precision = 0.83
  static let examples: [ConstructionExample] = [
    .reads(
      "Kenya said that a deal would depend on a ceasefire in Sudan.",
      as: "country:KE support issue:ceasefire"),
    .readsNothing("The crop hinges on rain."),
  ]

  private static let verbs: Set<String> = ["hinge", "depend", "rest"]
  private static let adjectives: Set<String> = ["conditional", "contingent", "dependent"]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    let lemma = context.lemmas[token]
    guard verbs.contains(lemma) || adjectives.contains(lemma),
      case .asserted(let above, let modality) = context.veridicality(of: token),
      !context.isNegated(token)
    else { return [] }
    var holders = context.opinionHolders(of: token)
    // `made the loan conditional on reforms`
    if tree.relations[token] == .xcomp, let verb = tree.head(of: token),
      context.lemmas[verb] == "make", let agent = tree.agent(of: verb)
    {
      holders = context.actors(at: agent).filter { $0.kind != .document }
    }
    let wanted = ["on", "upon"].flatMap { context.fillers(of: .preposition($0), of: token) }
    guard !holders.isEmpty, !wanted.isEmpty, tree.subject(of: token) != nil else { return [] }
    return context.readings(
      Self.self, token: token, cueWords: context.words(token), holders: holders, targets: wanted,
      sign: above, strength: 3, modality: modality == .asserted ? .conditional : modality)
  }
}
