import LanguageAnalysis
import StanceModel
import StanceOntology

/// *"We will not send troops," she said*, *the minister said Oslo would keep paying*, *there will be no deal*:
/// what a speaker says that his own side will or won't do.
enum OwnCommitment: Construction {
  static let summary =
    "What a speaker says that his own side will or will not do."
  static let name = "own-commitment"
  static let precision = 0.91
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
    "rain", "snow", "cost", "depend", "appear", "turn", "say", "tell", "speak",
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    if let promise = goingTo(token, context) { return promise }
    let isExclusion =
      tree.child(of: token, .expl) != nil && context.isNegated(token)
    guard
      let future = tree.children(of: token, .aux).first(where: {
        ["will", "'ll", "would", "wo", "shall"].contains(context.lemmas[$0])
          // `there can be no talks`
          || isExclusion && ["can", "ca", "could", "must"].contains(context.lemmas[$0])
      }),
      case .asserted(let above, _) = context.veridicality(of: token, obligation: isExclusion),
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
      // `Without a truce there will be no talks`: the truce is wanted.
      if context.isNegated(token),
        let condition = (tree.children(of: token, .obl) + tree.children(of: subject, .nmod))
          .first(where: { tree.preposition(of: $0) == "without" })
      {
        return context.readings(
          Self.self, token: token, cueWords: "no … without", holders: [speaker],
          targets: [condition], sign: above, strength: 4, modality: .conditional)
      }
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
      speaker.kind == .country || speaker.kind == .organization
        || context.polity(of: speaker) != speaker,
      context.issue(at: token) != nil
        || context.cues[token].map({
          ($0.kind == .act || $0.kind == .implicative) && $0.polarity != 0
        }) ?? false
    {
      return context.readings(
        Self.self, token: token, cueWords: words, holders: [speaker], targets: [token],
        sign: above, strength: 3, modality: .future, confidence: 0.9)
    }
    if let going = courseOf(token, context) {
      return context.readings(
        Self.self, token: token, cueWords: words, holders: [speaker], targets: [going.thing],
        sign: above * going.sign * (context.isNegated(token) ? -1 : 1), strength: 3,
        modality: .future, confidence: 0.85)
    }
    // `If we wanted it, we would do it`: but they do not.
    let isUnreal = tree.children(of: token, .advcl).contains { clause in
      context.tokens.xpos[clause] == "VBD"
        && tree.children(of: clause, .mark).contains { context.lemmas[$0] == "if" }
    }
    guard context.tokens.upos[token] == .verb, !stative.contains(context.lemmas[token]), !isUnreal,
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

  /// `We are not going to send troops`
  private static func goingTo(_ token: Int, _ context: Context) -> [Reading]? {
    let tree = context.tree
    guard context.lemmas[token] == "go", context.tokens.xpos[token] == "VBG",
      let deed = tree.child(of: token, .xcomp), !stative.contains(context.lemmas[deed]),
      tree.children(of: deed, .mark).contains(where: { context.lemmas[$0] == "to" }),
      context.tokens.upos[deed] == .verb,
      case .asserted(let above, _) = context.veridicality(of: token),
      let subject = tree.agent(of: token)
    else { return nil }
    let speakers = context.opinionHolders(of: token)
    let own = context.entities(at: subject).filter { agent in
      speakers.contains { context.isOwnSide(agent, of: $0) }
    }
    guard !own.isEmpty else { return nil }
    return context.readings(
      Self.self, token: token, cueWords: "going to", holders: own, targets: [deed],
      sign: above * (context.isNegated(token) ? -1 : 1), strength: 4, modality: .future,
      isOwnAct: true)
  }

  private static let continuing: Set<String> = ["continue", "proceed", "resume"]
  private static let ending: Set<String> = ["end", "stop", "cease"]

  /// `The broadcasts will continue`, says who has the power: a deed that goes on or ends.
  private static func courseOf(_ verb: Int, _ context: Context) -> (thing: Int, sign: Int)? {
    let tree = context.tree
    let lemma = context.lemmas[verb]
    let goesOn = continuing.contains(lemma) || isStaying(verb, context)
    guard goesOn || ending.contains(lemma),
      tree.children(of: verb, RelationSet(.obj, .xcomp, .ccomp)).isEmpty, !tree.isPassive(verb),
      let thing = tree.child(of: verb, .nsubj), context.tokens.upos[thing] == .noun,
      context.entity(at: thing) == nil,
      context.issue(at: thing) != nil || context.cues[thing].map({ $0.polarity != 0 }) ?? false
        || tree.child(of: thing, .det).map({ context.lemmas[$0] == "the" }) ?? false
          && context.tokens.xpos[thing] == "NNS"
    else { return nil }
    let speakers = context.opinionHolders(of: verb)
    guard
      speakers.contains(where: {
        $0.kind == .country || $0.kind == .organization || context.polity(of: $0) != $0
      })
    else { return nil }
    return (thing, goesOn ? 1 : -1)
  }

  /// `will stay in place`, `will remain in force`, `will go ahead`
  private static func isStaying(_ verb: Int, _ context: Context) -> Bool {
    let tree = context.tree
    switch context.lemmas[verb] {
    case "stay", "remain":
      return tree.children(of: verb, .obl).contains {
        ["place", "force", "effect"].contains(context.lemmas[$0])
      }
    case "place", "force", "effect":
      return tree.preposition(of: verb) == "in" && tree.child(of: verb, .cop) != nil
    case "go":
      return tree.children(of: verb, .advmod).contains {
        ["ahead", "on", "forward"].contains(context.lemmas[$0])
      }
    default: return false
    }
  }
}
