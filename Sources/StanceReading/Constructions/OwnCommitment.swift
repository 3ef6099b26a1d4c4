import LanguageAnalysis
import StanceModel
import StanceOntology

/// *"We will not send troops," she said*, *the minister said Oslo would keep paying*, *there will be no deal*:
/// what a speaker says that his own side will or won't do.
enum OwnCommitment: Construction {
  static let summary =
    "What a speaker says that his own side will or will not do."
  static let name = "own-commitment"
  static let precision = 0.89
  static let examples: [ConstructionExample] = [
    .reads(
      "Poland said it would not send troops to Ukraine.",
      as: "country:PL oppose issue:military-deployment"),
    .readsNothing("Poland said it would rain in Ukraine."),
    .readsNothing("Poland said the river would rise."),
  ]

  private static let stative: Set<String> = [
    "be", "become", "remain", "see", "know", "happen", "need", "seem", "lose", "suffer", "die",
    "mean", "fall", "benefit", "face", "find", "get", "have", "learn", "miss", "result", "win",
    "rain", "snow", "cost", "depend", "seem", "appear", "turn",
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    guard
      let future = tree.children(of: token, .aux).first(where: {
        ["will", "'ll", "would", "wo", "shall"].contains(context.lemmas[$0])
      }), case .asserted(let above, _) = context.veridicality(of: token),
      !tree.children(of: token, .aux).contains(where: { context.lemmas[$0] == "have" })
    else { return [] }
    let speakers = context.opinionHolders(of: token)
    guard let speaker = speakers.last else { return [] }
    let words = context.words(future)
    // `there will not be US troops`: what will be is the subject.
    if tree.child(of: token, .expl).map({ context.lemmas[$0] == "there" }) ?? false,
      let subject = tree.child(of: token, .nsubj),
      context.entity(at: subject)?.kind != .person
    {
      // `there will be no troops deployed`: the participle says what will not be done.
      let deed = tree.children(of: subject, .acl).first {
        context.tokens.relations[$0] != "acl:relcl"
      }
      return context.readings(
        Self.self, token: token, cueWords: words, holders: [speaker], targets: [deed ?? subject],
        sign: above * (context.isNegated(token) ? -1 : 1), strength: 4, modality: .future,
        confidence: 0.7)
    }
    // `Rifles will be banned`, says a minister: whoever has the power announces it.
    if tree.isPassive(token), tree.agent(of: token) == nil, context.tokens.upos[token] == .verb,
      let subject = tree.child(of: token, .nsubj), context.entity(at: subject)?.kind != .country,
      speaker.kind == .country || speaker.kind == .organization || context.polity(of: speaker) != speaker,
      context.issue(at: token) != nil
        || context.cues[token].map({ ($0.kind == .act || $0.kind == .implicative) && $0.polarity != 0 }) ?? false
    {
      return context.readings(
        Self.self, token: token, cueWords: words, holders: [speaker], targets: [token],
        sign: above, strength: 3, modality: .future, confidence: 0.9)
    }
    guard context.tokens.upos[token] == .verb, !stative.contains(context.lemmas[token]),
      let subject = tree.agent(of: token)
    else { return [] }
    let own = context.entities(at: subject).filter { agent in
      speakers.contains { context.isOwnSide(agent, of: $0) }
    }
    guard !own.isEmpty else { return [] }
    return context.readings(
      Self.self, token: token, cueWords: words, holders: own, targets: [token], sign: above,
      strength: 4, modality: .future, isOwnAct: true)
  }
}
