import LanguageAnalysis
import StanceModel
import StanceOntology

/// *"Stop the war," she said*, *"Let us talk"*: what a speaker tells others to do.
enum Imperative: Construction {
  static let summary =
    "What a speaker tells others to do."
  static let name = "imperative"
  static let precision = 0.58
  static let examples: [ConstructionExample] = [
    .reads("\"Stop the war in Sudan,\" said Kenya.", as: "country:KE support issue:end-of-war"),
    .reads("\"Do not impose sanctions,\" said Kenya.", as: "country:KE oppose issue:sanctions"),
    .readsNothing("Stop the press."),
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    guard context.tokens.upos[token] == .verb, context.tokens.xpos[token] == "VB",
      context.tokens.features[token].contains("Mood=Imp")
        || (tree.relations[token] != .xcomp && tree.relations[token] != .advcl
          && tree.relations[token] != .acl),
      tree.children(of: token, RelationSet(.mark, .nsubj, .csubj, .expl)).isEmpty,
      // `Do not punish them`
      tree.children(of: token, .aux).allSatisfy({
        context.lemmas[$0] == "do" && context.isNegated(token)
      }),
      !context.quotations(around: token).isEmpty,
      ["root", "parataxis", "ccomp", "conj"].contains(tree.relations[token].label),
      case .asserted(let above, _) = context.veridicality(of: token),
      ![
        "let", "see", "look", "thank", "say", "believe", "know", "get", "quote", "imagine",
        "guess", "suppose", "think", "remember", "note", "consider", "listen", "wait",
      ].contains(
        context.lemmas[token])
    else { return [] }
    guard
      tree.relations[token] != .conj
        || tree.head(of: token).map({ context.tokens.features[$0].contains("Mood=Imp") }) ?? false
    else { return [] }
    let holders = context.opinionHolders(of: token)
    return context.readings(
      Self.self, token: token, cueWords: context.words(token), holders: holders, targets: [token],
      sign: above, strength: 4, modality: .intended)
  }
}
