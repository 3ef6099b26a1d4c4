import LanguageAnalysis
import StanceModel
import StanceOntology

/// *Norway's proposed tax*, *the ban planned by Kenya*: a participle of proposing beside a thing and its owner.
enum ProposedThing: Construction {
  static let summary = "A thing that its owner proposes or plans."
  static let name = "proposed-thing"
  static let precision = 0.83
  static let examples: [ConstructionExample] = [
    .reads(
      "Norway's proposed trade agreement has many pages.",
      as: "country:NO support issue:trade-agreement"),
    .readsNothing("The proposed trade agreement has many pages."),
  ]
  private static let verbs: Set<String> = [
    "propose", "plan", "intend", "envisage", "suggest", "prefer", "favour", "favor", "draft",
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    guard context.tokens.xpos[token] == "VBN" || context.tokens.upos[token] == .adj,
      verbs.contains(context.lemmas[token])
        || verbs.contains(String(context.lemmas[token].dropLast()))
        || verbs.contains(String(context.lemmas[token].dropLast(2))),
      tree.relations[token] == .amod, let thing = tree.head(of: token),
      let owner = tree.possessor(of: thing)
    else { return [] }
    let holders = context.entities(at: owner).filter { $0.kind != .document && $0.kind != .group }
    guard !holders.isEmpty else { return [] }
    return context.readings(
      Self.self, token: token, cueWords: context.words(token), holders: holders, targets: [thing],
      sign: 1, strength: 3, modality: .intended, isOwnAct: true)
  }
}
