import LanguageAnalysis
import StanceModel
import StanceOntology

/// *She said the plan was unrealistic*, *it is unacceptable that …*, *called the vote a sham*, *an illusory goal*:
/// what a speaker or thinker says a thing is worth.
enum CopularEvaluation: Construction {
  static let summary =
    "What a speaker or thinker says a thing is worth, with a copula or after *call*, *consider*, *make*."
  static let name = "evaluation"
  static let precision = 0.91
  static let examples: [ConstructionExample] = [
    .reads(
      "Kenya said the agreement was unacceptable.", as: "country:KE oppose proposition:agreement"),
    .reads(
      "Kenya does not believe that the agreement is legal.",
      as: "country:KE oppose proposition:agreement"),
    .reads("Kenya called the referendum illegal.", as: "country:KE oppose"),
    .readsNothing("The agreement was on the table in Kenya."),
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    guard let (sign, words, strength) = judgement(token, context) else { return [] }
    let tree = context.tree
    if let least = noMoreThan(token, sign, words, strength, context) { return least }
    if let displaced = displaced(token, sign, words, strength, context) { return displaced }
    let token = head(of: token, context)
    // `referred to the vote as a hoax` may hang the judgement on the noun.
    if tree.relations[token] == .nmod, tree.preposition(of: token) == "as",
      let judged = tree.head(of: token), [.obj, .obl].contains(tree.relations[judged]),
      let verb = tree.head(of: judged), let cue = context.cues[verb],
      cue.kind == .belief || cue.kind == .speech,
      case .asserted(let above, let modality) = context.veridicality(of: verb)
    {
      let holders = tree.agent(of: verb).map { context.actors(at: $0) } ?? []
      return context.readings(
        Self.self, token: token, cueWords: words, holders: holders.filter { $0.kind != .document },
        targets: [judged], sign: sign * above * (context.isNegated(verb) ? -1 : 1),
        strength: strength, modality: modality)
    }
    // `called the deal lousy`, `described it as a mistake`.
    if let verb = tree.head(of: token), context.tokens.upos[verb] == .verb,
      let cue = context.cues[verb], cue.kind == .belief || cue.kind == .speech,
      tree.relations[token] == .xcomp || tree.relations[token] == .obj
        || (tree.relations[token] == .obl && tree.preposition(of: token) == "as")
        || (tree.relations[token] == .advcl
          && tree.child(of: token, .mark).map { context.lemmas[$0] == "as" } ?? false),
      tree.child(of: token, .cop) == nil
    {
      guard case .asserted(let above, let modality) = context.veridicality(of: verb),
        let judged = context.fillers(of: .object, of: verb).first(where: { $0 != token })
          // `referred to the vote as a hoax`
          ?? context.fillers(of: .preposition("to"), of: verb).first(where: { $0 != token })
      else { return [] }
      let holders = tree.agent(of: verb).map { context.entities(at: $0) } ?? []
      let flip = context.isNegated(verb) ? -1 : 1
      return context.readings(
        Self.self, token: token, cueWords: words, holders: holders.filter { $0.kind != .document },
        targets: [judged], sign: sign * above * flip, strength: strength, modality: modality)
    }
    // `is behaving like a bully`
    if tree.relations[token] == .obl, tree.preposition(of: token) == "like",
      let verb = tree.head(of: token), behaving.contains(context.lemmas[verb]),
      case .asserted(let above, let modality) = context.veridicality(of: verb),
      modality != .possible,
      !context.isNegated(verb), let judged = tree.agent(of: verb)
    {
      let holders = context.opinionHolders(of: verb)
      let own = context.entities(at: judged)
      guard
        !holders.contains(where: { holder in own.contains { context.isOwnSide($0, of: holder) } })
      else { return [] }
      return context.readings(
        Self.self, token: token, cueWords: "like " + words, holders: holders, targets: [judged],
        sign: sign * above, strength: strength, modality: modality)
    }
    // `The costs render the project unrealistic`, `this makes a deal impossible`.
    if tree.relations[token] == .xcomp, tree.child(of: token, .cop) == nil,
      let verb = tree.head(of: token), ["render", "make", "leave"].contains(context.lemmas[verb]),
      let object = tree.child(of: verb, .obj),
      case .asserted(let above, let modality) = context.veridicality(of: verb)
    {
      let flip = context.isNegated(verb) ? -1 : 1
      return context.readings(
        Self.self, token: token, cueWords: words, holders: context.opinionHolders(of: verb),
        targets: [object], sign: sign * above * flip, strength: strength, modality: modality)
    }
    // The parser may hang the judgement on the object: `called the deal "lousy"`.
    if let object = object(above: token, context), object < token,
      tree.relations[token] == .appos || tree.relations[token] == .amod,
      let verb = tree.head(of: object),
      context.cues[verb]?.kind == .belief,
      case .asserted(let above, let modality) = context.veridicality(of: verb)
    {
      let holders = tree.agent(of: verb).map { context.entities(at: $0) } ?? []
      let flip = context.isNegated(verb) ? -1 : 1
      return context.readings(
        Self.self, token: token, cueWords: words, holders: holders.filter { $0.kind != .document },
        targets: [object], sign: sign * above * flip, strength: strength, modality: modality)
    }
    guard
      tree.child(of: token, .cop) != nil || tree.relations[token] == .xcomp
        || sharesCopula(token, context)
        || context.isParticipialPredicate(token),
      case .asserted(let above, let modality) = context.veridicality(of: token, warning: true),
      let judged = context.judged(by: token) ?? context.tree.subject(of: token), judged != token
    else { return [] }
    let holders = context.opinionHolders(of: token)
    // `Enough is enough` says nothing of a thing.
    guard !holders.isEmpty, context.lemmas[judged] != context.lemmas[token] else { return [] }
    // `This is a bad deal`: the predicate says what `this` is.
    let isBarePronoun =
      context.tokens.upos[judged] == .pron && context.entity(at: judged) == nil
      && context.tokens.upos[token] == .noun && context.cues[token] == nil
    // `is not firm but fair`, `neither free nor fair`
    let isNegated =
      context.isNegated(token)
      || sharesCopula(token, context) && tree.head(of: token).map { context.isNegated($0) } ?? false
        && !tree.children(of: token, .cc).contains { context.lemmas[$0] == "but" }
    let flip = isNegated ? -1 : 1
    return context.readings(
      Self.self, token: token, cueWords: words, holders: holders,
      targets: [isBarePronoun ? token : judged],
      sign: sign * above * flip, strength: strength, modality: modality)
  }

  /// `was no more than a fig leaf`, `is nothing short of a betrayal`
  private static func noMoreThan(
    _ token: Int, _ sign: Int, _ words: String, _ strength: Int, _ context: Context
  ) -> [Reading]? {
    let tree = context.tree
    guard let measure = tree.head(of: token), measure < token,
      ["than", "of"].contains(tree.preposition(of: token) ?? ""),
      ["more", "less", "short", "other", "else"].contains(context.lemmas[measure])
        || context.lemmas[measure] == "nothing",
      let first = tree.trimmed(tree.subtreeRange(of: measure)).first(where: {
        ["no", "nothing", "little"].contains(context.lemmas[$0])
      }), first < token,
      tree.child(of: measure, .cop) != nil,
      case .asserted(let above, let modality) = context.veridicality(of: measure),
      let judged = tree.subject(of: measure)
    else { return nil }
    return context.readings(
      Self.self, token: token, cueWords: words, holders: context.opinionHolders(of: measure),
      targets: [judged], sign: sign * above, strength: strength, modality: modality)
  }

  /// `described the decision to leave as a mistake`, hung on the infinitive behind the object by the parser.
  private static func displaced(
    _ token: Int, _ sign: Int, _ words: String, _ strength: Int, _ context: Context
  ) -> [Reading]? {
    let tree = context.tree
    guard tree.relations[token] == .obl, tree.preposition(of: token) == "as",
      let infinitive = tree.head(of: token), tree.relations[infinitive] == .acl,
      let object = tree.head(of: infinitive), tree.relations[object] == .obj,
      let verb = tree.head(of: object), naming.contains(context.lemmas[verb]),
      case .asserted(let above, let modality) = context.veridicality(of: verb),
      let agent = tree.agent(of: verb)
    else { return nil }
    return context.readings(
      Self.self, token: token, cueWords: words,
      holders: context.entities(at: agent).filter { $0.kind != .document }, targets: [object],
      sign: sign * above * (context.isNegated(verb) ? -1 : 1), strength: strength,
      modality: modality)
  }

  private static let naming: Set<String> = [
    "describe", "denounce", "condemn", "hail", "brand", "portray", "characterise", "characterize",
    "see", "regard", "view", "dismiss", "decry", "welcome", "praise", "slam",
  ]

  /// The word of a phrase that the others hang on: `is out of the question`.
  private static func head(of token: Int, _ context: Context) -> Int {
    guard let cue = context.cues[token], cue.partOfSpeech == .phrase else { return token }
    let range = token..<min(token + cue.words.count, context.tokens.count)
    return range.first { word in context.tree.head(of: word).map { !range.contains($0) } ?? true }
      ?? token
  }

  /// The object that a judgement was hung into: `called the extension of the rule "a coup"`.
  private static func object(above token: Int, _ context: Context) -> Int? {
    let tree = context.tree
    var noun = tree.head(of: token)
    while let place = noun, tree.relations[place] == .nmod { noun = tree.head(of: place) }
    return noun.flatMap { tree.relations[$0] == .obj ? $0 : nil }
  }

  private static let behaving: Set<String> = [
    "act", "behave", "look", "sound", "seem", "feel", "speak", "talk", "treat",
  ]

  /// `is firm but fair`, `was neither free nor fair`: the second of two predicates.
  private static func sharesCopula(_ token: Int, _ context: Context) -> Bool {
    let tree = context.tree
    guard tree.relations[token] == .conj, let first = tree.head(of: token) else { return false }
    return tree.child(of: first, .cop) != nil
      && context.tokens.upos[first] == context.tokens.upos[token]
  }

  /// `too mild`, but not `too late` or `too big to fail`.
  private static func isExcess(_ token: Int, _ context: Context) -> Bool {
    let tree = context.tree
    return !["late", "many", "much", "close", "important"].contains(context.lemmas[token])
      && !context.isNegated(token)
      && tree.children(of: token, .advmod).contains { context.lemmas[$0] == "too" && $0 < token }
      && tree.children(of: token, RelationSet(.xcomp, .advcl, .ccomp)).isEmpty
  }

  /// What a predicate says of its subject: its own value, or that of the adjective before it.
  private static func judgement(_ token: Int, _ context: Context) -> (Int, String, Int)? {
    if let cue = context.cues[token], cue.kind == .evaluative, cue.polarity != 0,
      cue.partOfSpeech != .adjective || context.tree.relations[token] != .amod
        || (context.tree.head(of: token) ?? token) < token
    {
      return (cue.polarity, context.cueWords(cue, token), cue.strength)
    }
    // `the offer was too low`, `found it too mild`; what is too late may still be wanted.
    if context.tokens.upos[token] == .adj, context.cues[token] == nil, isExcess(token, context) {
      return (-1, "too " + context.words(token), 3)
    }
    guard context.tokens.upos[token] == .noun, context.issue(at: token) == nil else { return nil }
    for modifier in context.tree.children(of: token, RelationSet(.amod, .compound)) {
      if let cue = context.cues[modifier], cue.kind == .evaluative, cue.polarity != 0 {
        let flip = context.isNegated(modifier) ? -1 : 1
        return (
          cue.polarity * flip, context.words(modifier) + " " + context.words(token), cue.strength
        )
      }
    }
    return nil
  }
}
