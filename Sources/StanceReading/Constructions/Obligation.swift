import LanguageAnalysis
import StanceModel
import StanceOntology

/// *She said the war must end*, *"Europe should pay," he said*, *they need to leave*: what a speaker says ought to be.
enum Obligation: Construction {
  static let summary =
    "What a speaker says must, should or needs to be done."
  static let name = "obligation"
  static let precision = 0.87
  static let examples: [ConstructionExample] = [
    .reads(
      "The president of Kenya said the war in Sudan must end.", as: "support issue:end-of-war"),
    .reads(
      "Kenya said Ethiopia should not attack Eritrea.",
      as: "country:KE oppose issue:military-action"),
    .reads(
      "Kenya insisted that Sudan accept the ceasefire.", as: "country:KE support issue:ceasefire"),
    .reads(
      "Kenya said Sudan should have accepted the ceasefire.",
      as: "country:KE support issue:ceasefire"),
    .reads(
      "Kenya said Sudan had no right to attack Eritrea.",
      as: "country:KE oppose issue:military-action"),
    .readsNothing("Kenya said that the ship must have sunk at night."),
    .readsNothing("The ship must be in the harbour."),
  ]

  /// What somebody is said to have to do, or may do.
  private static let claims: Set<String> = ["right", "duty", "obligation", "responsibility"]

  private static let saying: Set<String> = [
    "answer", "admit", "confess", "ask", "thank", "apologise",
  ]

  private static let modals: Set<String> = ["must", "should", "ought"]
  /// Verbs whose clause may have a base form for what ought to be; of a plural it is a plain present.
  private static let proposing: Set<String> = [
    "insist", "suggest", "propose", "recommend", "advise", "stipulate",
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    var content: Int
    let words: String
    var sign = 1
    if let modal = tree.children(of: token, .aux).first(where: {
      modals.contains(context.lemmas[$0])
    }) {
      // `must have sunk` is a guess about the past; `should have acted` a reproach.
      let isPerfect = tree.children(of: token, .aux).contains { context.lemmas[$0] == "have" }
      guard !isPerfect || context.lemmas[modal] != "must" else { return [] }
      content = token
      words = context.words(modal)
    } else if ["need", "have"].contains(context.lemmas[token]), context.tokens.upos[token] == .verb,
      let complement = tree.child(of: token, .xcomp),
      tree.child(of: complement, .mark).map({ context.lemmas[$0] == "to" }) ?? false
    {
      if context.isNegated(token) { sign = -1 }
      content = complement
      words = context.words(token) + " to"
    } else if context.lemmas[token] == "need", context.tokens.upos[token] == .verb,
      let object = tree.child(of: token, .obj), object > token,
      tree.relations[token] == .ccomp || tree.relations[token] == .root
        || tree.relations[token] == .conj,
      // `needs the president to answer`, `may need sanctions`; but `needs the government open`
      tree.children(of: token, RelationSet(.xcomp, .ccomp, .advcl)).allSatisfy({
        context.tokens.upos[$0] == .adj && tree.child(of: $0, .mark) == nil
      }),
      tree.child(of: object, .acl) == nil,
      !tree.children(of: token, .aux).contains(where: {
        ["may", "might", "could"].contains(context.lemmas[$0])
      })
    {
      // `Europe needs control`, `needs the border open`
      if context.isNegated(token) { sign = -1 }
      content = tree.child(of: token, .xcomp) ?? object
      words = context.words(token)
    } else if context.lemmas[token] == "have", let claim = tree.child(of: token, .obj),
      claims.contains(context.lemmas[claim]), !context.isQuestion(token),
      let clause = tree.children(of: claim, .acl).first(where: { $0 > claim })
        ?? tree.children(of: token, RelationSet(.advcl, .xcomp)).first(where: { $0 > claim })
        ?? context.fillers(of: .preposition("to"), of: claim).first,
      !context.isPredicate(clause)
        || tree.children(of: clause, .mark).contains(where: { context.lemmas[$0] == "to" }),
      // `the right to oppose it` is not to oppose it.
      context.issue(at: clause) != nil || context.cues[clause].map({ $0.kind != .attitude }) ?? true
    {
      // `has every right to manage it`
      if context.isNegated(token) { sign = -1 }
      content = clause
      words = context.words(token) + " " + context.words(claim)
    } else if context.isSubjunctive(token), tree.relations[token] == .ccomp,
      let governor = tree.head(of: token), proposing.contains(context.lemmas[governor]),
      tree.child(of: token, .nsubj).map({ !context.tokens.xpos[$0].hasSuffix("S") }) ?? false
    {
      // `insisted that the state recognise it`
      content = token
      words = context.words(governor)
    } else if context.lemmas[token] == "time", tree.child(of: token, .cop) != nil,
      let clause = tree.children(of: token, RelationSet(.acl, .advcl, .ccomp, .xcomp, .csubj))
        .first(
          where: { $0 > token })
    {
      // `It is time to leave`, `time for others to pay`.
      content = clause
      words = context.words(token)
    } else if context.lemmas[token] == "come", let time = tree.child(of: token, .nsubj),
      context.lemmas[time] == "time",
      let clause =
        (tree.children(of: token, RelationSet(.xcomp, .advcl, .ccomp, .acl))
        + tree.children(of: time, .acl))
        .first(where: { context.tokens.xpos[$0] == "VB" })
    {
      // `The time has come to lift it`
      content = clause
      words = context.words(time)
    } else if context.lemmas[token] == "over", let time = tree.child(of: token, .nsubj),
      context.lemmas[time] == "time",
      let past = context.fillers(of: .preposition("for"), of: time).first
    {
      // `The time for talks is over`
      content = past
      words = context.words(time)
      sign = -1
    } else if context.lemmas[token] == "deserve",
      let object = tree.child(of: token, .obj) ?? tree.child(of: token, .xcomp),
      context.cues[object].map({ $0.kind != .evaluative && $0.kind != .attitude }) ?? true
    {
      // `They deserve a vote`
      if context.isNegated(token) { sign = -1 }
      content = object
      words = context.words(token)
    } else if context.lemmas[token] == "let", let us = tree.child(of: token, .obj),
      context.lemmas[us] == "we",
      let complement = tree.child(of: token, RelationSet(.xcomp, .ccomp))
    {
      content = complement
      words = context.words(token..<(us + 1))
    } else {
      return []
    }
    // `The talks must be with Oslo`: what the predicate is about is its subject.
    if tree.child(of: content, .cop) != nil, tree.child(of: content, .caseMarker) != nil,
      let subject = tree.ownSubject(of: content), context.issue(at: content) == nil,
      context.issue(at: subject) != nil
    {
      content = subject
    }
    guard
      case .asserted(let above, let status) = context.veridicality(of: token, obligation: true),
      status != .possible
    else { return [] }
    let holders = context.opinionHolders(of: token)
    guard !holders.isEmpty else { return [] }
    // `I must say`, `I have to admit`
    if context.cues[content]?.kind == .speech || saying.contains(context.lemmas[content]),
      tree.subject(of: token).map({ context.lemmas[$0] == "i" }) ?? false
    {
      return []
    }
    let place = tree.agent(of: token)
    let agent = place.flatMap { context.entity(at: $0) }
    // `must be backed by guarantees`: what is to come with it is wanted.
    let targets = place.flatMap {
      tree.isPassive(token) && content == token && agent == nil && context.issue(at: $0) != nil
        ? [$0] : nil
    }
    // What one says one has to do oneself in the past (`had to leave`) is a report.
    guard
      context.lemmas[token] != "have" || tree.relations[content] != .xcomp
        || context.tokens.xpos[token] != "VBD" || isReportedInPast(token, context)
    else { return [] }
    return holders.flatMap { holder in
      context.readings(
        Self.self, token: token, cueWords: words, holders: [holder], targets: targets ?? [content],
        sign: sign * above, strength: 4, modality: .intended, isOwnAct: false,
        confidence: agent == nil ? 0.9 : 1)
    }
  }

  /// `Returns had to be faster, he added`: the past of the report. What had to be done was done, mostly.
  private static func isReportedInPast(_ token: Int, _ context: Context) -> Bool {
    let tree = context.tree
    return tree.relations[token] == .ccomp
      && tree.head(of: token).map { context.tokens.xpos[$0] == "VBD" } ?? false
      && tree.child(of: token, .xcomp).map {
        tree.child(of: $0, .cop) != nil || tree.isPassive($0)
      } ?? false
  }
}
