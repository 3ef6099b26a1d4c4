import LanguageAnalysis
import StanceModel
import StanceOntology

/// *Ghana scrapped the tax*, *the council extended the ban*, *the ministry issued a permit*: a step that its agent takes
/// for or against something, told as done or announced.
enum PolicyStep: Construction {
  static let summary =
    "A step that its agent takes for or against something, told as done or announced."
  static let name = "policy-step"
  static let precision = 0.8
  static let examples: [ConstructionExample] = [
    .reads("Ghana scrapped the agreement.", as: "country:GH oppose proposition:agreement"),
    .readsNothing("Ghana may scrap the agreement."),
    .readsNothing("The rain stopped the match in Ghana."),
  ]

  /// Verbs that bring a document or a measure about.
  private static let issuing: Set<String> = [
    "issue", "file", "submit", "launch", "table", "present",
  ]
  /// Too common outside politics to be steps of policy.
  private static let everyday: Set<String> = [
    "help", "keep", "let", "allow", "continue", "start", "begin", "manage", "fail", "avoid",
    "provide", "enable", "ensure", "lose", "leave", "get", "miss", "set", "open",
    "crush", "defeat", "destroy", "wipe", "tackle", "stamp", "root", "rein",
  ]

  /// What anybody issues, runs or stops without taking a side.
  private static let routine: Set<String> = [
    "release", "statement", "report", "video", "picture", "photo", "update", "apology", "operation",
    "flight", "more", "questionnaire", "data", "reply", "invitation",
  ]

  /// An attack that is carried out is an event, not a position.
  private static func isForce(_ reading: Reading) -> Bool {
    guard case .issue(let slug, _) = reading.target else { return false }
    return ["military-action", "military-exercise", "cyber-attack"].contains(slug)
  }

  /// `stopped sharing intelligence`, `held off on closing the border`
  private static func stopsDoing(_ token: Int, _ cue: CueRow, _ context: Context) -> Bool {
    cue.kind == .implicative && cue.polarity < 0
      && context.targets(of: cue, token).contains {
        context.tokens.xpos[$0] == "VBG"
          && (context.issue(at: $0) != nil || context.cues[$0].map { $0.polarity != 0 } ?? false
            || context.tree.child(of: $0, .obj) != nil)
      }
  }

  static func read(_ token: Int, in context: Context) -> [Reading] {
    guard let cue = context.cues[token], cue.partOfSpeech == .verb,
      context.tree.child(of: token, .obj) != nil || context.tree.isPassive(token)
        || stopsDoing(token, cue, context),
      case .asserted(let above, let modality) = context.veridicality(of: token), above > 0,
      modality != .possible, modality != .conditional, !context.isNegated(token)
    else { return [] }
    // `She said that they violated the pact`: what is told of another in words that judge is her position.
    if context.isJudged(token) { return [] }
    let sign: Int
    switch cue.kind {
    case .implicative where cue.polarity != 0 && !everyday.contains(cue.words[0]):
      sign = cue.polarity
    case .light where issuing.contains(cue.words[0]): sign = 1
    default: return []
    }
    if let match = context.issue(at: token), match.pattern.isAct { return [] }
    let holders = context.holders(of: cue, token).filter {
      $0.kind == .country || $0.kind == .organization || $0.kind == .person
    }
    let objects = context.fillers(of: .object, of: token)
    let targets = (objects.isEmpty ? context.targets(of: cue, token) : objects).filter {
      !routine.contains(context.lemmas[$0])
    }
    guard !holders.isEmpty, !targets.isEmpty else { return [] }
    return context.readings(
      Self.self, token: token, cueWords: context.cueWords(cue, token), holders: holders,
      targets: targets, sign: sign, strength: 3, modality: modality, isOwnAct: true
    ).filter { sign < 0 || !isForce($0) }
  }
}
