import LanguageAnalysis
import StanceModel
import StanceOntology

/// *Moscow's opposition to the plan*, *voiced support for the bid*, *German criticism of the law*, *a critic of Minsk*:
/// a noun that carries the stance, with its holder beside it or as the subject of the light verb that carries it.
enum NominalStance: Construction {
  static let summary =
    "A noun that carries the stance, with its holder beside it or as the subject of the light verb that carries it."
  static let name = "nominal-stance"
  static let precision = 0.78
  static let examples: [ConstructionExample] = [
    .reads(
      "Moldova's opposition to the agreement is known.",
      as: "country:MD oppose proposition:agreement"),
    .reads("Spain's support for Ukraine is firm.", as: "country:ES support country:UA"),
    .reads(
      "Spain's recognition of Palestine came in May.", as: "country:ES support issue:recognition"),
    .reads("Serbia has no plans to join NATO.", as: "country:RS oppose issue:membership"),
    .readsNothing("The goal of Norway is a distant dream."),
    .readsNothing("The support of the bridge in Spain was made of steel."),
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    guard let cue = context.cues[token] ?? defied(token, context) ?? made(token, context),
      cue.partOfSpeech == .noun,
      cue.polarity != 0,
      [.attitude, .act, .desire, .demand, .warn, .benefactive].contains(cue.kind)
        || isOwnStep(token, cue, context)
    else { return [] }
    let tree = context.tree
    var targets = aim(of: token, cue, context) ?? context.targets(of: cue, token)
    // `its recognition of A`: the noun itself is the issue.
    if cue.kind == .act, cue.polarity > 0, context.issue(at: token) != nil { targets = [token] }
    // `sent a letter of support for the bid`: the phrase may hang on the verb.
    if targets.isEmpty, let letter = letter(of: token, context), let verb = tree.head(of: letter) {
      targets = context.targets(of: cue, verb).filter { $0 > token }
    }
    // `passed the bill over the objections of the king`
    // `was changed at the request of Oslo`
    if tree.relations[token] == .obl, tree.preposition(of: token) == "at",
      cue.kind == .demand, let verb = tree.head(of: token)
    {
      targets = [verb]
    }
    if targets.isEmpty, cue.kind == .attitude, tree.relations[token] == .obl,
      ["over", "despite", "in spite of"].contains(tree.preposition(of: token) ?? ""),
      let verb = tree.head(of: token)
    {
      targets = [verb]
    }
    // `The request was made by Oslo`, `The demand came from Oslo`: what it is for was said before.
    let maker = targets.isEmpty && cue.kind == .demand ? maker(of: token, context) : []
    if !maker.isEmpty { targets = [token] }
    guard !targets.isEmpty else { return [] }
    var holders = maker.isEmpty ? context.holders(of: cue, token) : maker
    // `withdrew its support`, `denied its opposition`: the verb says what became of the stance. What another
    // rejects (`turned down Egypt's request`) stays as it was.
    if tree.relations[token] == .obj || tree.has(token, "nsubj:pass"),
      let verb = tree.head(of: token),
      let governing = context.cues[verb], governing.partOfSpeech == .verb, governing.polarity < 0
    {
      let agents = tree.agent(of: verb).map { context.entities(at: $0) } ?? []
      // `They should drop their demand`: it stands so far.
      var isOpen = false
      if case .suspended = context.veridicality(of: verb) { isOpen = true }
      guard !holders.isEmpty,
        isOpen || !agents.isEmpty && holders.allSatisfy({ !agents.contains($0) })
      else { return [] }
    }
    var carrier: Int?
    if let verb = lightVerb(of: token, context) {
      if cue.polarity > 0, isReceived(token, by: verb, context) { return [] }
      carrier = verb
      // `expressed its opposition`: the possessive is the subject again.
      if holders.isEmpty, let subject = tree.agent(of: verb) {
        holders = context.entities(at: subject).filter { $0.kind != .document }
        holders += context.companions(of: token).filter { !holders.contains($0) }
      }
    }
    // `the Kremlin critic Jane Doe`: the noun names the holder himself.
    if holders.isEmpty, cue.holders.contains(.modified), let entity = context.entity(at: token),
      entity.kind != .document
    {
      holders = [entity]
    }
    // `as part of a bid to end it`, `in an effort to help`: the aim of who acts.
    if holders.isEmpty, cue.kind == .desire, let verb = deed(of: token, context),
      case .asserted(let above, let status) = context.veridicality(of: verb), above > 0,
      status != .possible, !context.isNegated(verb), let agent = tree.agent(of: verb)
    {
      holders = context.actors(at: agent).filter { $0.kind != .document }
    }
    // `Peace is an aim`, says the speaker.
    if holders.isEmpty, cue.kind == .desire, aim(of: token, cue, context) != nil,
      context.fillers(of: .preposition("of"), of: token).isEmpty
    {
      holders = context.opinionHolders(of: token)
    }
    // `Iraq's lack of support`
    var isLacking = false
    if tree.relations[token] == .nmod, tree.preposition(of: token) == "of",
      let lack = tree.head(of: token), ["lack", "absence"].contains(context.lemmas[lack])
    {
      isLacking = true
      if holders.isEmpty { holders = context.owners(of: lack) }
    }
    guard !holders.isEmpty,
      !tree.children(of: token, .amod).contains(where: { unreal.contains(context.lemmas[$0]) })
    else { return [] }
    var sign = cue.polarity
    if isLacking {
      guard cue.polarity > 0 else { return [] }
      sign = -1
    }
    var modality = cue.kind == .desire ? Modality.intended : cue.modality
    // A stance named with its owner is presupposed, whatever the clause says of it.
    let predicate = carrier ?? (tree.child(of: token, .cop) != nil ? token : nil)
    if let predicate {
      guard case .asserted(let above, let status) = context.veridicality(of: predicate) else {
        return []
      }
      guard status != .possible else { return [] }
      sign *= above
      if status != .asserted { modality = status }
      if context.isNegated(predicate), !isOnlyChoice(token, context) {
        guard cue.polarity > 0 else { return [] }
        sign = -sign
      }
    }
    // `opposition to his plans`, `One of its goals is to end the war`: an aim with its owner is no supposition.
    let isOwnAim =
      [.desire, .demand].contains(cue.kind)
      && (tree.possessor(of: token) != nil || aim(of: token, cue, context) != nil
        || tree.relations[token] == .nmod
          && !context.fillers(of: .preposition("by"), of: token).isEmpty)
    if predicate == nil, cue.kind != .attitude,
      !isOwnAim || holders.allSatisfy({ $0.kind == .group }),
      isSupposed(token, context)
    {
      return []
    }
    if isSought(token, context) { return [] }
    if predicate == nil, context.isNegated(token) {
      guard cue.polarity > 0 else { return [] }
      sign = -sign
    }
    return context.readings(
      Self.self, token: token, cueWords: context.cueWords(cue, token), holders: holders,
      targets: targets, sign: sign, strength: cue.strength, modality: modality,
      isOwnAct: cue.kind == .desire || cue.kind == .act)
  }

  /// `has no choice but to respond`: what is chosen stands behind *but*.
  private static func isOnlyChoice(_ noun: Int, _ context: Context) -> Bool {
    context.tree.children(of: noun, .acl).contains { clause in
      context.tree.children(of: clause, RelationSet(.mark, .cc)).contains {
        ["but", "except", "than"].contains(context.lemmas[$0])
      }
    }
  }

  /// `despite criticism by Kenya`, `over the objections of the king`: what was done all the same.
  private static func defied(_ noun: Int, _ context: Context) -> CueRow? {
    guard context.tree.relations[noun] == .obl else { return nil }
    let preposition = context.tree.preposition(of: noun) ?? ""
    let isDefied = ["over", "despite", "in spite of"].contains(preposition)
    guard isDefied || preposition == "at" else { return nil }
    return context.lexicon.rows(head: context.lemmas[noun]).first {
      $0.partOfSpeech == .noun && $0.words.count == 1
        && (isDefied
          ? $0.kind == .attitude && $0.polarity < 0 : $0.kind == .demand && $0.polarity > 0)
    }
  }

  /// The verb that a noun of aiming stands under: `in a bid to`, `as part of an effort to`.
  private static func deed(of noun: Int, _ context: Context) -> Int? {
    let tree = context.tree
    var phrase = noun
    if tree.relations[noun] == .nmod, let part = tree.head(of: noun), context.lemmas[part] == "part"
    {
      phrase = part
    }
    guard tree.relations[phrase] == .obl,
      ["in", "as"].contains(tree.preposition(of: phrase) ?? ""),
      let verb = tree.head(of: phrase), context.tokens.upos[verb] == .verb
    else { return nil }
    return verb
  }

  private static let unreal: Set<String> = [
    "possible", "potential", "alleged", "hypothetical", "likely", "supposed", "perceived",
  ]

  /// `its withholding of aid`: a step with its owner.
  private static func isOwnStep(_ noun: Int, _ cue: CueRow, _ context: Context) -> Bool {
    cue.kind == .implicative && cue.polarity < 0 && !states.contains(cue.words[0])
      && context.owners(of: noun).contains { $0.kind != .group }
  }

  /// What is so without anybody's doing.
  private static let states: Set<String> = [
    "lack", "absence", "failure", "inability", "end", "cessation", "delay", "cut",
  ]

  /// `has the backing of Togo`: it is another's.
  private static func isReceived(_ noun: Int, by verb: Int, _ context: Context) -> Bool {
    receiving.contains(context.lemmas[verb])
      && ["of", "from"].contains { word in
        context.fillers(of: .preposition(word), of: noun).contains { context.entity(at: $0) != nil }
      }
  }

  /// `needs the backing of Togo`, `hopes to win its support`, `rumours of its support`: it may not be there.
  private static func isSought(_ noun: Int, _ context: Context) -> Bool {
    let tree = context.tree
    guard let head = tree.head(of: noun) else { return false }
    if tree.relations[noun] == .nmod, tree.preposition(of: noun) == "of" {
      return rumours.contains(context.lemmas[head])
    }
    guard tree.relations[noun] == .obj, context.tokens.upos[head] == .verb else { return false }
    if seeking.contains(context.lemmas[head]) { return true }
    guard receiving.contains(context.lemmas[head]), context.lemmas[head] != "have" else {
      return false
    }
    guard case .asserted(_, let modality) = context.veridicality(of: head) else { return true }
    return ![.asserted, .past].contains(modality) || context.isNegated(head)
      || tree.children(of: head, .mark).contains { context.lemmas[$0] == "to" }
  }

  private static let rumours: Set<String> = [
    "rumour", "rumor", "claim", "allegation", "speculation", "denial", "accusation", "suggestion",
    "hint",
  ]
  private static let seeking: Set<String> = [
    "need", "want", "seek", "request", "await", "require", "court", "doubt", "deny", "question",
    "expect",
  ]
  private static let receiving: Set<String> = [
    "have", "enjoy", "win", "secure", "need", "seek", "gain", "get", "receive", "earn", "obtain",
  ]

  /// `The goal of the pact is to end the war`: the predicate says what is aimed at.
  private static func aim(of noun: Int, _ cue: CueRow, _ context: Context) -> [Int]? {
    let tree = context.tree
    guard cue.kind == .desire else { return nil }
    // `Peace is their goal`
    if tree.child(of: noun, .cop) != nil,
      let subject = tree.child(of: noun, RelationSet(.nsubj, .csubj)),
      context.entity(at: subject) == nil
    {
      return [subject]
    }
    // `One of its goals is to end the war`
    let subject =
      tree.relations[noun] == .nmod
      ? tree.head(of: noun).flatMap { context.lemmas[$0] == "one" ? $0 : nil } ?? noun : noun
    guard tree.relations[subject] == .nsubj, let predicate = tree.head(of: subject) else {
      return nil
    }
    // `Their goal is a safe zone`
    if tree.child(of: predicate, .cop) != nil, context.issue(at: predicate) != nil,
      context.cues[predicate] == nil, predicate > noun
    {
      return [predicate]
    }
    func isInfinitive(_ token: Int) -> Bool {
      tree.children(of: token, .mark).contains { context.lemmas[$0] == "to" }
    }
    if context.tokens.upos[predicate] == .verb, isInfinitive(predicate) { return [predicate] }
    guard context.lemmas[predicate] == "be" else { return nil }
    let clause = tree.children(of: predicate, RelationSet(.xcomp, .ccomp)).first {
      isInfinitive($0)
    }
    return clause.map { [$0] }
  }

  /// Whether the clause that the noun stands in only supposes what the noun names:
  /// `a deal would hinge on its recognition of the border`.
  static func isSupposed(_ noun: Int, _ context: Context) -> Bool {
    guard let clause = context.tree.ancestors(of: noun).first(where: { context.tree.isClausal($0) })
    else { return false }
    if let cue = context.cues[clause], [.demand, .desire, .warn, .implicative].contains(cue.kind) {
      return true
    }
    guard case .asserted(_, let modality) = context.veridicality(of: clause) else { return true }
    return modality != .asserted
  }

  private static func made(_ noun: Int, _ context: Context) -> CueRow? {
    guard !maker(of: noun, context).isEmpty else { return nil }
    return context.lexicon.rows(head: context.lemmas[noun]).first {
      $0.partOfSpeech == .noun && $0.words.count == 1 && $0.kind == .demand && $0.polarity > 0
    }
  }

  private static func maker(of noun: Int, _ context: Context) -> [EntityID] {
    let tree = context.tree
    guard [.nsubj, .csubj].contains(tree.relations[noun]) || tree.has(noun, "nsubj:pass"),
      let verb = tree.head(of: noun), !context.isNegated(verb),
      case .asserted(let above, let modality) = context.veridicality(of: verb), above > 0,
      modality == .asserted
    else { return [] }
    if context.lemmas[verb] == "come" {
      return context.fillers(of: .preposition("from"), of: verb).flatMap { context.actors(at: $0) }
    }
    guard tree.isPassive(verb), making.contains(context.lemmas[verb]) else { return [] }
    return tree.agent(of: verb).map { context.actors(at: $0) } ?? []
  }

  private static let making: Set<String> = [
    "make", "advance", "submit", "file", "issue", "raise", "present", "lodge", "table", "renew",
    "repeat", "voice",
  ]

  /// What says the stance: `a letter of support`, `a statement of condemnation`.
  private static func letter(of noun: Int, _ context: Context) -> Int? {
    let tree = context.tree
    guard tree.relations[noun] == .nmod, tree.preposition(of: noun) == "of",
      let letter = tree.head(of: noun), letters.contains(context.lemmas[letter]),
      tree.relations[letter] == .obj
    else { return nil }
    return letter
  }

  private static let letters: Set<String> = [
    "letter", "message", "statement", "word", "note", "declaration", "vote", "gesture", "show",
    "sign", "pledge", "expression", "offer", "wave", "display",
  ]
  private static let sending: Set<String> = [
    "send", "issue", "write", "offer", "give", "release", "deliver", "publish", "voice", "sign",
  ]

  /// The verb that carries the noun as its object (`express opposition`), where it adds nothing of its own.
  static func lightVerb(of noun: Int, _ context: Context) -> Int? {
    if let letter = letter(of: noun, context), let verb = context.tree.head(of: letter),
      sending.contains(context.lemmas[verb])
    {
      return verb
    }
    guard let verb = context.tree.head(of: noun), context.tokens.upos[verb] == .verb,
      context.tree.relations[noun] == .obj
        || (context.tree.relations[noun] == .obl
          && ["in", "with"].contains(context.tree.preposition(of: noun) ?? ""))
    else { return nil }
    guard let cue = context.cues[verb] else { return nil }
    switch cue.kind {
    case .light, .speech, .implicative: return verb
    case .act where cue.polarity > 0, .desire where cue.polarity > 0,
      .attitude where cue.polarity > 0:
      return verb
    default: return nil
    }
  }
}
