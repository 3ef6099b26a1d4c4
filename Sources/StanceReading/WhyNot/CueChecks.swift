import LanguageAnalysis
import StanceModel
import StanceOntology

/// Finds what is missing for a word to carry a stance, in the order in which the constructions ask.
///
/// It is asked only where no construction read the word, so something is missing; what these checks do not tell is
/// left to the last one, that no construction reads such a word where it stands.
struct CueChecks {
  let context: Context

  private var tree: SyntaxTree { context.tree }

  /// The first thing that failed; nil where the word could carry no stance at all.
  func failure(of token: Int) -> CueFailure? {
    if let match = context.issue(at: token), match.pattern.isAct,
      context.cues[token].map({ $0.partOfSpeech == .verb }) ?? true
    {
      return act(token, match)
    }
    guard let cue = context.cues[token] else { return unfit(token) }
    if cue.kind == .shell || cue.kind == .light { return nil }
    return sideless(cue, token) ?? failure(of: cue, token)
  }

  private func failure(of cue: CueRow, _ token: Int) -> CueFailure {
    let found: CueFailure? =
      switch (cue.kind, cue.partOfSpeech) {
      case (.evaluative, _): evaluation(token)
      case (.implicative, .verb): step(cue, token)
      case (_, .verb): verb(cue, token)
      case (.implicative, _): CueFailure(.sideless, "\(name(token)) takes no side of its own")
      case (_, .adjective): adjective(cue, token)
      case (_, .noun): noun(cue, token)
      case (_, .phrase): nil
      }
    return found
      ?? CueFailure(
        .construction,
        "no construction reads \(name(token)) (\(cue.kind.rawValue), \(cue.partOfSpeech.words)) where it stands here"
      )
  }

  private func sideless(_ cue: CueRow, _ token: Int) -> CueFailure? {
    switch cue.kind {
    case .speech: CueFailure(.sideless, "\(name(token)) only reports and takes no side")
    case .belief:
      CueFailure(.sideless, "\(name(token)) only says what is thought and takes no side")
    default:
      cue.polarity == 0 ? CueFailure(.sideless, "\(name(token)) takes no side of its own") : nil
    }
  }

  private func verb(_ cue: CueRow, _ token: Int) -> CueFailure? {
    let isAttitude = [.attitude, .act, .benefactive].contains(cue.kind)
    if let failure = unasserted(token, possible: !isAttitude) { return failure }
    let holders = context.holders(of: cue, token)
    if holders.isEmpty { return noHolder(of: cue, token) }
    let targets = context.targets(of: cue, token)
    if targets.isEmpty { return noTarget(of: cue, token) }
    if context.isNegated(token), cue.polarity < 0 || cue.kind == .demand || cue.kind == .warn {
      return CueFailure(
        .negation, "\(name(token)) is negated, and not to \(context.lemmas[token]) is no position")
    }
    return content(targets, holders, context.isNegated(token) ? -cue.polarity : cue.polarity)
  }

  private func adjective(_ cue: CueRow, _ token: Int) -> CueFailure? {
    guard Intention.isPredicative(token, context) else { return describing(token) }
    let holders = context.holders(of: cue, token)
    if holders.isEmpty { return noHolder(of: cue, token) }
    let targets = context.targets(of: cue, token)
    if targets.isEmpty { return noTarget(of: cue, token) }
    return unasserted(token) ?? negatedOpposition(cue, token)
      ?? content(targets, holders, context.isNegated(token) ? -cue.polarity : cue.polarity)
  }

  private func noun(_ cue: CueRow, _ token: Int) -> CueFailure? {
    let targets = context.targets(of: cue, token)
    if targets.isEmpty { return noTarget(of: cue, token) }
    if tree.relations[token] == .obj, let verb = tree.head(of: token),
      let governing = context.cues[verb], governing.partOfSpeech == .verb, governing.polarity < 0
    {
      return CueFailure(
        .assertion, "\(name(token)) is given up or turned down: it stands under \(name(verb))")
    }
    let carrier = NominalStance.lightVerb(of: token, context)
    var holders = context.holders(of: cue, token)
    if holders.isEmpty, let carrier, let agent = tree.agent(of: carrier) {
      holders = context.entities(at: agent)
    }
    if holders.isEmpty {
      return CueFailure(
        .holder,
        "\(name(token)) has no holder: nobody known owns it or is the subject of a verb that carries it"
      )
    }
    let predicate = carrier ?? (tree.child(of: token, .cop) != nil ? token : nil)
    if let predicate {
      if let failure = unasserted(predicate) { return failure }
    } else if cue.kind != .attitude, NominalStance.isSupposed(token, context) {
      return CueFailure(
        .assertion, "the text does not assert \(name(token)): its clause only supposes it")
    }
    let isNegated = context.isNegated(predicate ?? token)
    return negatedOpposition(cue, predicate ?? token)
      ?? content(targets, holders, isNegated ? -cue.polarity : cue.polarity)
  }

  private func evaluation(_ token: Int) -> CueFailure? {
    let isNamed = tree.relations[token] == .amod || tree.relations[token] == .compound
    if isNamed, tree.child(of: token, .cop) == nil { return describing(token) }
    if let failure = unasserted(token, warning: true) { return failure }
    guard let judged = context.judged(by: token) else {
      return CueFailure(.target, "\(name(token)) judges nothing here: nothing is said to be so")
    }
    let holders = context.opinionHolders(of: token)
    if holders.isEmpty {
      return CueFailure(
        .holder,
        context.hasUnknownSpeaker(token)
          ? "\(name(token)) has no holder: whoever says it is not known"
          : "\(name(token)) has no holder: nobody is said to say or think it")
    }
    return content([judged], holders, context.cues[token]?.polarity ?? 1)
  }

  /// A verb that carries a thing on or ends it is read as a step of its agent.
  private func step(_ cue: CueRow, _ token: Int) -> CueFailure? {
    if tree.child(of: token, .obj) == nil, !tree.isPassive(token) {
      return CueFailure(.sideless, "\(name(token)) takes no side without an object")
    }
    if let failure = unasserted(token, possible: false) { return failure }
    if context.isNegated(token) {
      return CueFailure(
        .negation, "\(name(token)) is negated, and not to \(context.lemmas[token]) is no step")
    }
    let holders = context.holders(of: cue, token)
    if holders.isEmpty { return noHolder(of: cue, token) }
    let targets = context.fillers(of: .object, of: token)
    if targets.isEmpty { return noTarget(of: cue, token) }
    return content(targets, holders, cue.polarity)
  }

  /// A word that decides an issue: who does it, and is it told as done?
  private func act(_ token: Int, _ match: IssueMatch) -> CueFailure {
    let issue = "\(name(token)) decides \(match.target.id)"
    guard match.pattern.partOfSpeech == .verb else {
      return CueFailure(.holder, "\(issue), but nobody known is named as the one who does it")
    }
    if let failure = unasserted(token, possible: false) { return failure }
    guard let agent = tree.agent(of: token) else {
      return CueFailure(.holder, "\(issue), but nobody is named who does it")
    }
    let agents = context.entities(at: agent)
    if !agents.isEmpty, agents.allSatisfy({ $0.kind == .group }) {
      return CueFailure(
        .holder, "\(issue), but \(name(agent)), who do it, are a group without a name")
    }
    if agents.isEmpty {
      return CueFailure(
        .holder, "\(issue), but \(name(agent)), who does it, refers to nobody known")
    }
    return CueFailure(.construction, "\(issue), but it is not told as done")
  }

  private func describing(_ token: Int) -> CueFailure {
    let noun = tree.head(of: token).map { " \(name($0))" } ?? " a noun"
    return CueFailure(
      .position, "\(name(token)) only describes\(noun); nobody is said to hold it")
  }

  /// Why the text does not commit to a predicate; nil where it does.
  private func unasserted(_ token: Int, possible: Bool = true, warning: Bool = false)
    -> CueFailure?
  {
    switch context.veridicality(of: token, warning: warning) {
    case .suspended(let suspension):
      CueFailure(
        .assertion,
        "the text does not assert \(name(token)): "
          + suspension.words(context.words(suspension.token)))
    case .asserted(_, .possible) where !possible:
      CueFailure(.assertion, "the text does not assert \(name(token)): it is only possible")
    case .asserted: nil
    }
  }

  private func negatedOpposition(_ cue: CueRow, _ token: Int) -> CueFailure? {
    guard context.isNegated(token), cue.polarity < 0 else { return nil }
    return CueFailure(
      .negation, "\(name(token)) is negated, and not to be against something is no position")
  }

  private func noHolder(of cue: CueRow, _ token: Int) -> CueFailure {
    let slots = cue.holders.map(\.words).joined(separator: " or ")
    let places = cue.holders.map { slot in
      cue.partOfSpeech == .adjective && slot == .subject
        ? tree.subject(of: token).map { [$0] } ?? [] : context.fillers(of: slot, of: token)
    }
    guard let index = places.firstIndex(where: { !$0.isEmpty }), let place = places[index].first
    else {
      let why =
        if let empty = tree.child(of: token, .expl) {
          "\(name(empty)) is taken for an empty subject"
        } else if cue.holders.first == .subject, tree.isPassive(token) {
          "it is passive, and no “by” phrase says who"
        } else {
          "it has no \(slots)"
        }
      return CueFailure(.holder, "\(name(token)) has no holder: \(why)")
    }
    return CueFailure(
      .holder,
      "\(name(token)) has no holder: its \(cue.holders[index].words) \(name(place)) refers to nobody known"
    )
  }

  private func noTarget(of cue: CueRow, _ token: Int) -> CueFailure {
    let slots = cue.targets.map(\.words).joined(separator: " or ")
    return CueFailure(.target, "\(name(token)) has no target: it has no \(slots)")
  }

  /// What becomes of the walk from the targets.
  ///
  /// - Parameter sign: what the cue and its negation do to the polarity.
  private func content(_ targets: [Int], _ holders: [EntityID], _ sign: Int) -> CueFailure? {
    guard let first = targets.first else { return nil }
    let ends = targets.compactMap { context.descend(from: $0, agent: nil, outer: sign) }
    if ends.isEmpty {
      if let mark = tree.child(of: first, .mark), ["whether", "if"].contains(context.lemmas[mark]) {
        return CueFailure(.content, "the target is left open: it stands under \(name(mark))")
      }
      let opposition = tree.subtree(of: first).first { token in
        guard let cue = context.cues[token] else { return false }
        return cue.kind == .attitude && cue.polarity < 0 && !cue.isExclusion
      }
      return CueFailure(
        .content,
        opposition.map {
          "the target leads to \(name($0)): to refuse or end opposition is no support"
        }
          ?? "the target \(name(first)) leads to nothing that a position can be about")
    }
    let actors = holders.map { Target.entity(context.holder($0)) }
    if ends.allSatisfy({ actors.contains($0.target) }) {
      return CueFailure(.content, "the target \(name(first)) is the holder itself")
    }
    return nil
  }

  func name(_ token: Int) -> String { "“\(context.words(token))”" }
}
