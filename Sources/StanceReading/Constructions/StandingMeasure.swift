import LanguageAnalysis
import StanceModel
import StanceOntology

/// *Belarus is under EU sanctions*, *has been the subject of an American embargo*: a measure in force, with the name of
/// the one who took it.
enum StandingMeasure: Construction {
  static let summary = "A measure that is in force, with the name of the one who took it."
  static let name = "standing-measure"
  static let precision = 0.84
  static let examples: [ConstructionExample] = [
    .reads("Belarus is under EU sanctions.", as: "organization:EU support issue:sanctions"),
    .reads(
      "Belarus has been the subject of Canadian sanctions since 2020.",
      as: "country:CA support issue:sanctions"),
    .readsNothing("Belarus fears EU sanctions."),
    .readsNothing("Belarus could come under EU sanctions."),
  ]

  private static let placing: Set<String> = [
    "place", "put", "remain", "come", "be", "stay", "live", "operate",
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    guard context.tokens.upos[token] == .noun, let match = context.issue(at: token),
      match.pattern.sign > 0, let predicate = predicate(of: token, context),
      case .asserted(_, let modality) = context.veridicality(of: predicate), modality == .asserted,
      !context.isNegated(predicate), let subject = tree.subject(of: predicate)
    else { return [] }
    let subjects = context.entities(at: subject)
    let holders = context.owners(of: token).filter { !subjects.contains($0) && $0.kind != .group }
    return holders.map { named in
      let holder = context.holder(named)
      var roles = match.roles
      if roles.first == .some(nil) { roles[0] = context.polity(of: holder) }
      if roles.count == 2, roles[1] == nil, let sufferer = subjects.first { roles[1] = sufferer }
      let target = Target.issue(slug: match.pattern.issue, roles: roles)
      return Reading(
        construction: name, holder: holder, cue: token, cueWords: context.words(token),
        target: target, content: token, polarity: 1, modality: .asserted, strength: 3,
        confidence: precision,
        trace: [
          .init(
            rule: name, span: tree.span(of: token..<(token + 1)), words: context.words(token),
            effect: target.id)
        ], path: [token])
    }
  }

  /// What says that the measure is in force: `is under it`, `is the subject of it`, `is subject to it`.
  private static func predicate(of measure: Int, _ context: Context) -> Int? {
    let tree = context.tree
    let preposition = tree.preposition(of: measure) ?? ""
    if preposition == "under" {
      if tree.child(of: measure, .cop) != nil { return measure }
      guard let verb = tree.head(of: measure), placing.contains(context.lemmas[verb]) else {
        return nil
      }
      return verb
    }
    guard ["of", "to"].contains(preposition), let word = tree.head(of: measure),
      ["subject", "target"].contains(context.lemmas[word]), tree.child(of: word, .cop) != nil
    else { return nil }
    return word
  }
}
