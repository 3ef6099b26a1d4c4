import LanguageAnalysis
import StanceModel
import StanceOntology

/// *Oslo is to join the union*, *the minister was to sign the treaty*: what somebody has arranged to do.
enum ScheduledAct: Construction {
  static let summary = "What somebody is to do, by his own arrangement."
  static let name = "scheduled-act"
  static let precision = 0.8
  static let examples: [ConstructionExample] = [
    .reads("Benin is to join NATO.", as: "country:BJ support issue:membership"),
    .reads(
      "The Kenyan government is to impose sanctions on Belarus.",
      as: "country:KE support issue:sanctions"),
    .reads(
      "Kenya will send troops to Haiti next month.",
      as: "country:KE support issue:military-deployment"),
    .readsNothing("Kenya will hold an election in May."),
    .readsNothing("Analysts said Kenya will send troops to Haiti."),
    .readsNothing("Kenya will send troops to Haiti if it is asked."),
    .reads("Benin is not to join NATO.", as: "country:BJ oppose issue:membership"),
    .readsNothing("Benin is yet to join NATO."),
    .readsNothing("Benin was to join NATO, but refused."),
    .readsNothing("If Benin is to join NATO, it needs an army."),
    .readsNothing("The prince of Norway is to marry in May."),
    .readsNothing("Kenya is to blame for the drought."),
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    if let headline = headline(token, context) { return headline }
    if let told = told(token, context) { return told }
    guard context.tokens.upos[token] == .verb, context.tokens.xpos[token] == "VB",
      let copula = tree.children(of: token, RelationSet(.cop, .aux)).first(where: {
        context.lemmas[$0] == "be" && tree.isFiniteVerb($0)
      }),
      let mark = tree.child(of: token, .mark), context.lemmas[mark] == "to", copula < mark,
      let subject = tree.ownSubject(of: token), subject < copula,
      context.issue(at: token) != nil || isStep(token, context), !isOpen(token, copula, context),
      case .asserted(let above, _) = context.veridicality(of: token)
    else { return [] }
    let holders = context.entities(at: subject).filter {
      $0.kind == .country || $0.kind == .organization || $0.kind == .person
    }
    guard !holders.isEmpty else { return [] }
    return context.readings(
      Self.self, token: token, cueWords: context.words(copula..<(mark + 1)), holders: holders,
      targets: [token], sign: above, strength: 3,
      modality: .future, isOwnAct: true)
  }

  /// `Oslo to ban short flights`: a headline, where the infinitive hangs on the name and nothing is finite.
  private static func headline(_ token: Int, _ context: Context) -> [Reading]? {
    let tree = context.tree
    guard context.tokens.upos[token] == .verb, context.tokens.xpos[token] == "VB",
      tree.relations[token] == .acl, let name = tree.head(of: token), tree.head(of: name) == nil,
      let mark = tree.child(of: token, .mark), context.lemmas[mark] == "to", mark > name,
      context.tokens.upos[name] == .propn || context.entity(at: name) != nil,
      let last = tree.trimmed(tree.subtreeRange(of: name)).last,
      context.tokens.forms[last] != ".",
      last + 1 >= context.tokens.count || context.tokens.forms[last + 1] != ".",
      context.issue(at: token) != nil
        || context.cues[token].map({ $0.polarity != 0 && $0.kind != .speech && $0.kind != .belief })
          ?? false
        || tree.child(of: token, .obj).map({ context.issue(at: $0) != nil }) ?? false
    else { return nil }
    let holders = context.entities(at: name).filter {
      $0.kind == .country || $0.kind == .organization || $0.kind == .person
    }
    guard !holders.isEmpty else { return nil }
    return context.readings(
      Self.self, token: token, cueWords: "to " + context.words(token), holders: holders,
      targets: [token], sign: 1, strength: 3, modality: .future, isOwnAct: true)
  }

  /// `Oslo will send troops in May`: told by the article itself of a state or body that decides on it.
  private static func told(_ token: Int, _ context: Context) -> [Reading]? {
    let tree = context.tree
    guard context.tokens.upos[token] == .verb,
      tree.children(of: token, .aux).contains(where: {
        ["will", "'ll", "wo", "’ll"].contains(context.lemmas[$0])
      }), !tree.isPassive(token),
      !tree.children(of: token, .aux).contains(where: { context.lemmas[$0] == "have" }),
      context.quotations(around: token).isEmpty, context.opinionHolders(of: token).isEmpty,
      let match = context.issue(at: token) ?? carried(by: token, context),
      !events.contains(match.pattern.issue),
      // What decides an issue by itself is a policy act.
      !match.pattern.isAct || match.pattern.partOfSpeech != .verb,
      tree.child(of: token, .advcl) == nil, tree.relations[token] == .root,
      let subject = tree.ownSubject(of: token), subject < token,
      case .asserted(let above, let modality) = context.veridicality(of: token),
      modality == .future
    else { return nil }
    let holders = context.entities(at: subject).filter {
      $0.kind == .country || $0.kind == .organization
    }
    guard !holders.isEmpty else { return nil }
    return context.readings(
      Self.self, token: token, cueWords: "will", holders: holders, targets: [token], sign: above,
      strength: 3, modality: .future, isOwnAct: true)
  }

  /// `will hold talks`
  private static func carried(by verb: Int, _ context: Context) -> IssueMatch? {
    guard context.cues[verb]?.kind == .light, let object = context.tree.child(of: verb, .obj) else {
      return nil
    }
    return context.issue(at: object)
  }

  /// What comes by the calendar or by force, whoever wants it.
  private static let events: Set<String> = [
    "election", "election-result", "military-action", "cyber-attack", "legal-ruling",
    "prosecution", "protest", "strike-action", "end-of-war",
  ]

  /// `is yet to join`, `is only to join if`, `was to join, but`: it has not come to that.
  private static func isOpen(_ verb: Int, _ copula: Int, _ context: Context) -> Bool {
    let tree = context.tree
    return tree.children(of: verb, .advmod).contains {
      ["yet", "still", "only"].contains(context.lemmas[$0])
    } || tree.children(of: verb, .aux).contains { context.lemmas[$0] == "have" }
      || context.tokens.xpos[copula] == "VBD"
        && tree.children(of: verb, .conj).contains { clause in
          tree.children(of: clause, .cc).contains { context.lemmas[$0] == "but" }
        }
  }

  /// A verb that carries a position, or the decision on one.
  private static func isStep(_ verb: Int, _ context: Context) -> Bool {
    guard let cue = context.cues[verb], context.tree.child(of: verb, .obj) != nil else {
      return false
    }
    switch cue.kind {
    case .act, .attitude, .implicative, .desire, .demand: return cue.polarity != 0
    case .light, .speech, .belief, .shell, .warn, .evaluative, .benefactive: return false
    }
  }
}
