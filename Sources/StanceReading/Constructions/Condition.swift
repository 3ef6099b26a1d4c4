import LanguageAnalysis
import StanceModel
import StanceOntology

/// *He said a deal would hinge on recognition of the border*, *talks depend on a ceasefire*:
/// what somebody makes a condition, he wants.
enum Condition: Construction {
  static let summary =
    "What somebody makes a condition, he wants."
  static let name = "condition"
  static let precision = 0.8
  static let examples: [ConstructionExample] = [
    .reads(
      "Kenya said that a deal would depend on a ceasefire in Sudan.",
      as: "country:KE support issue:ceasefire"),
    .readsNothing("The crop hinges on rain."),
  ]

  private static let verbs: Set<String> = ["hinge", "depend", "rest"]
  private static let adjectives: Set<String> = ["conditional", "contingent", "dependent"]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    if let term = term(token, context) { return term }
    let tree = context.tree
    let lemma = context.lemmas[token]
    guard verbs.contains(lemma) || adjectives.contains(lemma),
      case .asserted(let above, let modality) = context.veridicality(of: token),
      modality != .possible, !context.isNegated(token)
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

  /// `We will talk only if they lift the sanctions`, `will not ratify it unless they pay`: the term that somebody sets
  /// for what he will do or not do.
  private static func term(_ token: Int, _ context: Context) -> [Reading]? {
    let tree = context.tree
    guard tree.relations[token] == .advcl, let mark = tree.child(of: token, .mark),
      let main = tree.head(of: token), !context.isQuestion(token)
    else { return nil }
    switch context.lemmas[mark] {
    case "unless": break
    case "if", "when", "after":
      guard mark > 0, context.lemmas[mark - 1] == "only" else { return nil }
    case "provided": break
    default: return nil
    }
    guard
      tree.children(of: main, .aux).contains(where: {
        ["will", "'ll", "would", "wo", "can", "ca"].contains(context.lemmas[$0])
      }), case .asserted(let above, _) = context.veridicality(of: main), above > 0,
      let subject = tree.agent(of: main)
    else { return nil }
    let speakers = context.opinionHolders(of: main)
    let agents = context.actors(at: subject)
    let own = agents.filter { agent in speakers.contains { context.isOwnSide(agent, of: $0) } }
    // In the article's own voice, who acts sets his own terms.
    let holders =
      own.isEmpty && speakers.isEmpty && context.quotations(around: token).isEmpty
      ? agents.filter { $0.kind != .document && $0.kind != .group } : own
    guard !holders.isEmpty else { return nil }
    return context.readings(
      Self.self, token: token, cueWords: context.words(mark), holders: holders, targets: [token],
      sign: above, strength: 3, modality: .conditional)
  }
}
