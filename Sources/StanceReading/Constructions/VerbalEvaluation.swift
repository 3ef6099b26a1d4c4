import LanguageAnalysis
import StanceModel
import StanceOntology

/// *She said Oslo had trampled on the law*, *"This puts lives at risk," he said*, *the reform, he said, saves jobs*:
/// what a speaker says that somebody or something does, in words that judge it.
enum VerbalEvaluation: Construction {
  static let summary =
    "What a speaker says that somebody or something does, in words that judge it."
  static let name = "verbal-evaluation"
  static let precision = 0.8
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

  /// Verbs that bring about what their object names.
  private static let causing: [String: [String]] = [
    "cause": [], "create": [], "bring": ["to"], "contribute": ["to"], "lead": ["to"],
    "result": ["in"],
    "produce": [], "generate": [], "trigger": [], "spark": [], "inflict": [], "fuel": [],
    "spread": [],
    "sow": [], "perpetrate": [], "orchestrate": [], "commit": [], "sponsor": [], "foment": [],
    "incite": [],
    "mean": [], "throw": ["into"], "plunge": ["into"], "prolong": [], "risk": [], "stoke": [],
    "export": [],
    "bring about": [], "offer": [], "deliver": [], "provide": [], "promote": [],
  ]
  private static let ending: Set<String> = [
    "end", "prevent", "reduce", "ease", "relieve", "alleviate", "curb", "stop",
  ]
  private static let harms: Set<String> = [
    "suffering", "violence", "instability", "chaos", "harm", "damage", "misery", "hardship",
    "terror",
    "terrorism", "bloodshed", "destruction", "corruption", "abuse", "war", "crisis", "fear",
    "hatred",
    "division", "poverty", "injustice", "confusion", "uncertainty", "pain", "havoc", "carnage",
    "famine",
    "hunger", "unrest", "discord", "disinformation", "lie", "atrocity", "crime", "genocide",
    "disaster",
    "catastrophe", "tragedy", "death", "hate", "extremism", "misinformation", "discrimination",
    "attack",
  ]
  private static let goods: Set<String> = [
    "peace", "stability", "prosperity", "job", "growth", "hope", "security", "freedom", "democracy",
    "justice", "relief", "certainty", "opportunity", "clarity",
  ]

  /// What a speaker says that something brings about, where it is a good or an evil.
  private static func effect(_ token: Int, _ context: Context) -> [Reading] {
    let tree = context.tree
    guard context.tokens.upos[token] == .verb, !tree.isPassive(token),
      context.tokens.relations[token] != "acl",
      tree.child(of: token, .cop) == nil,
      case .asserted(let above, let modality) = context.veridicality(of: token, warning: true),
      modality != .possible, modality != .conditional, !context.isNegated(token)
    else { return [] }
    let lemma = context.lemmas[token]
    let sign: Int
    let places: [Int]
    if let prepositions = causing[lemma] {
      places =
        prepositions.isEmpty || prepositions == ["to"] && lemma == "bring"
          || ["throw", "plunge"].contains(lemma)
        ? context.fillers(of: .object, of: token)
          + prepositions.flatMap { context.fillers(of: .preposition($0), of: token) }
        : prepositions.flatMap { context.fillers(of: .preposition($0), of: token) }
      sign = 1
    } else if ending.contains(lemma) {
      places = context.fillers(of: .object, of: token)
      sign = -1
    } else {
      return []
    }
    let nouns = places.flatMap { tree.coordinated(from: $0) }
    let value: Int
    if nouns.contains(where: { harms.contains(context.lemmas[$0]) }) {
      value = -1
    } else if nouns.contains(where: { goods.contains(context.lemmas[$0]) }) {
      value = 1
    } else {
      return []
    }
    guard sign > 0 || value < 0, let judged = tree.agent(of: token) else { return [] }
    let holders = context.opinionHolders(of: token)
    guard !holders.isEmpty else { return [] }
    if let entity = context.entity(at: judged) {
      if entity.kind == .document || holders.contains(where: { context.isOwnSide(entity, of: $0) })
      {
        return []
      }
    } else if context.tokens.upos[judged] == .pron,
      !["this", "that", "it", "which", "they", "these"].contains(context.lemmas[judged])
    {
      return []
    }
    return context.readings(
      Self.self, token: token, cueWords: context.words(token), holders: holders, targets: [judged],
      sign: sign * value * above, strength: 3, modality: modality, confidence: 0.9)
  }

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    if context.verdict(at: token) == nil { return effect(token, context) }
    guard context.tokens.upos[token] == .verb, let cue = context.verdict(at: token),
      case .asserted(let above, let modality) = context.veridicality(of: token, warning: true),
      modality != .possible, modality != .conditional,
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
