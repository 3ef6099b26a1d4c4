import LanguageAnalysis
import StanceModel
import StanceOntology

/// *Oslo imposed sanctions*, *Ghana recognised the republic*, *Spain's recognition of it*: an act of policy that
/// is a position on the issue it decides, without a word more.
enum PolicyAct: Construction {
  static let summary =
    "An act that decides an issue of the ontology, told as done or announced: a sanction, recognition, treaty, ban."
  static let name = "policy-act"
  static let precision = 0.88
  static let examples: [ConstructionExample] = [
    .reads("Canada imposed sanctions on Belarus.", as: "country:CA support issue:sanctions"),
    .reads("The European Union sanctioned Belarus.", as: "organization:EU support issue:sanctions"),
    .readsNothing("Canada may impose sanctions on Belarus."),
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    guard let match = context.issue(at: token), match.pattern.isAct else { return [] }
    let tree = context.tree
    var modality = Modality.asserted
    var sign = match.pattern.sign
    let holders: [EntityID]
    if match.pattern.partOfSpeech == .verb {
      guard case .asserted(let above, let status) = context.veridicality(of: token),
        status != .possible, status != .conditional, isDone(token, context)
      else { return [] }
      // `will recognise` in the article's voice is a forecast unless the agent himself says so.
      modality = status
      sign *= above * (context.isNegated(token) ? -1 : 1)
      guard let agent = tree.agent(of: token) ?? place(token, context) else {
        // `The sanctions were imposed in May`: whose they are, the sentences before may tell.
        return status == .asserted ? untold(token, match, sign, context) : []
      }
      // `was the first state to recognise it`: who is the first.
      holders =
        context.isOrdinal(agent) && context.tokens.upos[agent] != .propn
        ? tree.subject(of: agent).map { context.actors(at: $0) } ?? [] : context.actors(at: agent)
    } else {
      let owners = [Slot.possessor, .preposition("by"), .modifier].lazy.map {
        context.fillers(of: $0, of: token).flatMap { context.entities(at: $0) }
      }
      if let owner = owners.first(where: { !$0.isEmpty }) {
        holders = owner
        if context.isNegated(token) { return [] }
      } else if let verb = tree.head(of: token), tree.relations[token] == .obj,
        let cue = context.cues[verb], cue.kind == .light || cue.kind == .speech,
        case .asserted(let above, let status) = context.veridicality(of: verb), status != .possible,
        let agent = tree.agent(of: verb)
      {
        // `announced sanctions`.
        sign *= above * (context.isNegated(verb) ? -1 : 1)
        modality = status
        holders = context.entities(at: agent)
      } else {
        return []
      }
    }
    return readings(holders, token, match, sign, modality, context)
  }

  private static func readings(
    _ holders: [EntityID], _ token: Int, _ match: IssueMatch, _ sign: Int, _ modality: Modality,
    _ context: Context
  ) -> [Reading] {
    let tree = context.tree
    let words = context.words(token)
    return holders.filter { $0.kind != .document && $0.kind != .group }.map { named in
      let holder = context.holder(named)
      var roles = match.roles
      if roles.first == .some(nil), !roles.contains(context.polity(of: holder)) {
        roles[0] = context.polity(of: holder)
      }
      let target = context.shared(
        context.own(.issue(slug: match.pattern.issue, roles: roles), holder, among: holders),
        among: holders)
      return Reading(
        construction: name, holder: holder, cue: token, cueWords: words, target: target,
        content: token, polarity: sign, modality: modality, strength: 3,
        confidence: precision * (modality == .asserted ? 1 : 0.85),
        trace: [
          .init(
            rule: name, span: tree.span(of: token..<(token + 1)), words: words, effect: target.id)
        ], path: [token])
    }
  }

  /// `prompted the country to recall its ambassador`, `began to close its border`: the verb above says that it was done.
  private static func isBroughtAbout(_ verb: Int, _ context: Context) -> Bool {
    guard let above = context.tree.head(of: verb), let cue = context.cues[above] else {
      return false
    }
    return cue.kind == .implicative && cue.polarity > 0 && cue.partOfSpeech == .verb
      && ["VBD", "VBN"].contains(context.tokens.xpos[above])
  }

  /// A passive that names nobody who acts, where the text before told whose the measure is.
  private static func untold(
    _ token: Int, _ match: IssueMatch, _ sign: Int, _ context: Context
  ) -> [Reading] {
    guard context.tree.isPassive(token), context.tree.relations[token] != .acl,
      match.roles.count > 1, let actor = match.roles.first ?? nil,
      actor.kind == .country || actor.kind == .organization
    else { return [] }
    return readings([actor], token, match, sign, .asserted, context)
  }

  /// `was banned in Kenya`: where no one else is named, the country acts.
  private static func place(_ token: Int, _ context: Context) -> Int? {
    guard context.tree.isPassive(token), placed.contains(context.lemmas[token]) else { return nil }
    return context.fillers(of: .preposition("in"), of: token).first {
      context.entity(at: $0)?.kind == .country
    }
  }

  private static let placed: Set<String> = [
    "ban", "outlaw", "prohibit", "legalise", "legalize", "criminalise", "criminalize", "abolish",
  ]

  /// A gerund as somebody's wish or topic (`counts on the country joining`) is no act.
  private static func isDone(_ verb: Int, _ context: Context) -> Bool {
    guard context.tokens.xpos[verb] == "VBG", context.tree.child(of: verb, .aux) == nil else {
      return context.tokens.xpos[verb] != "VB"
        || !context.tree.children(of: verb, .aux).isEmpty
        || context.tree.relations[verb] == .acl
          && context.tree.head(of: verb).map { context.isOrdinal($0) } ?? false
        || context.tree.relations[verb] == .xcomp && isBroughtAbout(verb, context)
    }
    return context.tree.relations[verb] == .advcl || context.tree.relations[verb] == .conj
  }
}
