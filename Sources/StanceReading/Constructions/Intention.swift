import LanguageAnalysis
import StanceModel
import StanceOntology

/// *Oslo vowed to join*, *refused to sign*, *is ready to talk*, *wants peace*: a wish, plan, promise or refusal
/// of the subject; what it governs is what he supports.
enum Intention: Construction {
  static let summary =
    "A wish, plan, promise or refusal: what it governs is what the subject supports or, with a refusal, opposes."
  static let name = "intention"
  static let precision = 0.88
  static let examples: [ConstructionExample] = [
    .reads("Finland wants to join NATO.", as: "country:FI support issue:membership"),
    .reads(
      "Hungary refused to send weapons to Ukraine.", as: "country:HU oppose issue:arms-supply"),
    .reads(
      "Armenia is ready to hold talks with Turkey.", as: "country:AM support issue:negotiation"),
    .readsNothing("It wanted to rain over Norway."),
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    guard let cue = context.cues[token], cue.kind == .desire, cue.polarity != 0,
      cue.partOfSpeech == .verb
        || (cue.partOfSpeech == .adjective && isPredicative(token, context)),
      case .asserted(let above, let modality) = context.veridicality(of: token)
    else { return [] }
    var holders = context.holders(of: cue, token)
    if holders.isEmpty { holders = planners(cue, token, context) }
    let targets = context.targets(of: cue, token)
    guard !holders.isEmpty, !targets.isEmpty else { return [] }
    // `declined to comment`
    if targets.allSatisfy({ answers.contains(context.lemmas[$0]) }) { return [] }
    var sign = cue.polarity * above
    if context.isNegated(token) {
      guard cue.polarity > 0 else { return [] }
      sign = -sign
    }
    return context.readings(
      Self.self, token: token, cueWords: context.cueWords(cue, token), holders: holders,
      targets: targets, sign: sign, strength: cue.strength,
      modality: modality != .asserted
        ? modality : cue.modality == .possible ? .possible : .intended, isOwnAct: true)
  }

  private static let planning: Set<String> = ["aim", "intend", "design", "mean", "seek"]

  /// `The Kenyan raid was aimed at freeing them`, `This law is meant to end the war`: who owns the deed, or says it
  /// of what he calls `this` or `our`.
  private static func planners(_ cue: CueRow, _ token: Int, _ context: Context) -> [EntityID] {
    guard planning.contains(cue.words[0]),
      let thing = context.tree.subject(of: token), context.entity(at: thing) == nil,
      context.tokens.upos[thing] == .noun
    else { return [] }
    let owners = context.owners(of: thing).filter { $0.kind != .group }
    if !owners.isEmpty { return owners }
    let isShown = context.tree.children(of: thing, .det).contains {
      ["this", "these"].contains(context.lemmas[$0])
    }
    return isShown ? context.opinionHolders(of: token) : []
  }

  /// To answer or not takes no position.
  private static let answers: Set<String> = [
    "comment", "say", "answer", "respond", "reply", "elaborate", "speculate", "speak", "disclose",
    "specify", "identify",
  ]

  /// *is ready*, *remains committed*, *seems willing*: not *the committed reader*.
  static func isPredicative(_ token: Int, _ context: Context) -> Bool {
    switch context.tree.relations[token] {
    case .amod, .compound: false
    default: true
    }
  }
}
