import LanguageAnalysis
import StanceModel
import StanceOntology

/// *The cabinet made reform a priority*, *has made ending the war one of its aims*: what somebody makes an aim of his.
enum MadeAim: Construction {
  static let summary = "What somebody makes an aim or a priority."
  static let name = "made-aim"
  static let precision = 0.85
  static let examples: [ConstructionExample] = [
    .reads(
      "Kenya made the trade agreement one of its aims.",
      as: "country:KE support issue:trade-agreement"
    ),
    .readsNothing("Kenya may make the trade agreement one of its aims."),
    .readsNothing("Kenya made the trade agreement its own."),
  ]

  private static let aims: Set<String> = [
    "priority", "aim", "goal", "objective", "mission", "ambition", "task", "policy", "cause",
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    guard aims.contains(context.lemmas[token]), context.tokens.upos[token] == .noun else {
      return []
    }
    var place = token
    if tree.relations[token] == .nmod, let one = tree.head(of: token), context.lemmas[one] == "one"
    {
      place = one
    }
    guard [.xcomp, .obj, .ccomp, .appos, .flat].contains(tree.relations[place]),
      var verb = tree.head(of: place)
    else { return [] }
    // `made ending the war a priority`, `made peace one of its aims` may hang the aim on what is made one.
    if context.lemmas[verb] != "make", let above = tree.head(of: verb) { verb = above }
    guard context.lemmas[verb] == "make", context.tokens.upos[verb] == .verb,
      let thing = tree.children(of: verb, RelationSet(.obj, .xcomp, .ccomp)).first(where: {
        $0 > verb && $0 < place
      }),
      // `made tackling crime a priority`, where the gerund was taken for an adjective
      !tree.children(of: thing, .amod).contains(where: { context.tokens.xpos[$0] == "VBG" }),
      case .asserted(let above, let modality) = context.veridicality(of: verb),
      modality != .possible, !context.isNegated(verb), let agent = tree.agent(of: verb)
    else { return [] }
    return context.readings(
      Self.self, token: token, cueWords: context.words(verb) + " " + context.words(token),
      holders: context.actors(at: agent).filter { $0.kind != .document }, targets: [thing],
      sign: above, strength: 4, modality: modality, isOwnAct: true)
  }
}
