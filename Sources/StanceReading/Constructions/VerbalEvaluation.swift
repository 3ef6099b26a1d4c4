import LanguageAnalysis
import StanceModel
import StanceOntology

/// *She said Oslo had trampled on the law*, *"This puts lives at risk," he said*, *the reform, he said, saves jobs*:
/// what a speaker says that somebody or something does, in words that judge it.
enum VerbalEvaluation: Construction {
  static let summary =
    "What a speaker says that somebody or something does, in words that judge it."
  static let name = "verbal-evaluation"
  static let precision = 0.75
  static let examples: [ConstructionExample] = [
    .reads(
      "Kenya said Ethiopia had betrayed its allies.", as: "country:KE oppose country:ET"),
    .readsNothing("Ethiopia betrayed its allies."),
  ]

  /// Words that judge a thing, but tell a fact of a person.
  private static let ofThings: Set<String> = [
    "work", "help", "fail", "cost", "risk", "threaten", "protect", "defend", "save", "serve",
    "boost",
    "improve", "strengthen", "benefit", "restore", "fuel", "hurt", "harm", "hit", "damage",
    "destroy",
    "divide", "weaken", "ruin", "wreck", "feed", "limit", "burden", "create", "bring", "give",
  ]

  /// Words that judge without an object.
  private static let intransitive: Set<String> = [
    "fail", "work", "discriminate", "backfire", "help",
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    guard context.tokens.upos[token] == .verb, let cue = context.verdict(at: token),
      case .asserted(let above, let modality) = context.veridicality(of: token, warning: true),
      modality == .asserted || modality == .future || context.isWarned(token),
      let judged = context.targets(of: cue, token).first,
      // `Our priority is to protect the forest`: what is aimed at.
      tree.child(of: token, .cop) == nil, context.tokens.relations[token] != "acl"
    else { return [] }
    if cue.words.count == 1, !intransitive.contains(cue.words[0]),
      tree.child(of: token, .obj) == nil,
      !tree.isPassive(token)
    {
      return []
    }
    if cue.words == ["work"], !context.isNegated(token) { return [] }
    let holders = context.opinionHolders(of: token)
    guard !holders.isEmpty else { return [] }
    if let entity = context.entity(at: judged) {
      if entity.kind == .document { return [] }
      // What one says against oneself or for oneself is no position.
      if holders.contains(where: { context.isOwnSide(entity, of: $0) }) { return [] }
      if ofThings(cue, token, context), entity.kind != .group { return [] }
    } else if context.tokens.upos[judged] == .pron,
      !["this", "that", "it", "which", "what", "they", "these"].contains(context.lemmas[judged])
    {
      return []
    }
    var sign = cue.polarity * above
    let consumes = cue.words.dropFirst().contains {
      ["no", "nothing", "not", "little"].contains($0)
    }
    if !consumes, context.isNegated(token) {
      guard cue.polarity > 0 else { return [] }
      sign = -sign
    }
    return context.readings(
      Self.self, token: token, cueWords: context.cueWords(cue, token), holders: holders,
      targets: [judged], sign: sign, strength: cue.strength, modality: modality)
  }

  private static func ofThings(_ cue: CueRow, _ token: Int, _ context: Context) -> Bool {
    cue.words.count == 1 && ofThings.contains(cue.words[0])
  }
}
