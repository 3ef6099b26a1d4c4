import LanguageAnalysis
import StanceModel
import StanceOntology

/// *She said the raid had caused chaos*, *"This will bring peace," he said*: a good or an evil that a speaker says
/// something brings about, or ends.
enum EffectEvaluation: Construction {
  static let summary =
    "A good or an evil that a speaker says something brings about, or an evil that it ends."
  static let name = "effect"
  static let precision = 0.81
  static let examples: [ConstructionExample] = [
    .reads("Kenya said the levy had caused hunger.", as: "country:KE oppose proposition:levy"),
    .reads("Kenya said the levy would deliver growth.", as: "country:KE support proposition:levy"),
    .readsNothing("The levy caused hunger in Kenya."),
    .readsNothing("Kenya said the levy could deliver growth."),
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
    "end", "prevent", "reduce", "ease", "relieve", "alleviate", "curb", "stop", "cool", "calm",
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
    "attack", "tension", "temper", "anger", "bloodletting", "conflict", "isolation", "collapse",
  ]
  private static let goods: Set<String> = [
    "peace", "stability", "prosperity", "job", "growth", "hope", "security", "freedom", "democracy",
    "justice", "relief", "certainty", "opportunity", "clarity",
  ]

  /// `Only talks could bring peace`: what alone can do it.
  private static func isSole(_ verb: Int, _ context: Context) -> Bool {
    let tree = context.tree
    guard let subject = tree.child(of: verb, .nsubj), subject < verb else { return false }
    return tree.children(of: subject, RelationSet(.advmod, .amod)).contains {
      ["only", "alone"].contains(context.lemmas[$0])
    }
      || tree.children(of: verb, .advmod).contains {
        context.lemmas[$0] == "only" && $0 < subject
      }
  }

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    guard context.tokens.upos[token] == .verb, context.verdict(at: token) == nil,
      !tree.isPassive(token),
      context.tokens.relations[token] != "acl",
      tree.child(of: token, .cop) == nil,
      case .asserted(let above, let modality) = context.veridicality(of: token, warning: true),
      modality == .asserted || modality == .future || context.isWarned(token)
        || isSole(token, context),
      !context.isNegated(token)
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
      sign: sign * value * above, strength: 3, modality: modality)
  }
}
