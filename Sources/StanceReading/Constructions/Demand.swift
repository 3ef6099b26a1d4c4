import LanguageAnalysis
import StanceModel
import StanceOntology

/// *Oslo urged Minsk to release them*, *called for talks*, *demanded that it stop*, *warned against joining*:
/// the holder supports what is asked for, and opposes what is warned against.
enum Demand: Construction {
  static let summary =
    "Somebody is asked to do something, or warned against it; the one who asks holds the position."
  static let name = "demand"
  static let precision = 0.91
  static let examples: [ConstructionExample] = [
    .reads(
      "Kenya urged Ethiopia to withdraw its troops from Somalia.",
      as: "country:KE oppose issue:military-deployment"),
    .reads("Germany called for a ceasefire in Sudan.", as: "country:DE support issue:ceasefire"),
    .reads("Turkey asked Sweden not to ban the party.", as: "country:TR support proposition:party"),
    .readsNothing("Kenya called its ambassador on the telephone."),
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    guard let cue = context.cues[token], cue.partOfSpeech == .verb, cue.polarity != 0,
      cue.kind == .demand || cue.kind == .warn,
      case .asserted(let above, let modality) = context.veridicality(of: token)
    else { return [] }
    let holders = context.holders(of: cue, token)
    let targets = context.targets(of: cue, token)
    let effect = targets.first.map { done(to: $0, context) } ?? 1
    guard !holders.isEmpty, !targets.isEmpty, !context.isNegated(token) else { return [] }
    return context.readings(
      Self.self, token: token, cueWords: context.cueWords(cue, token), holders: holders,
      targets: targets, sign: cue.polarity * above * effect, strength: cue.strength,
      modality: modality == .asserted ? cue.modality : modality,
      doer: cue.kind == .demand ? addressee(token, targets, holders, context) : nil)
  }

  /// Who is asked for a thing: `asked Kenya for weapons`.
  private static func addressee(
    _ token: Int, _ targets: [Int], _ holders: [EntityID], _ context: Context
  ) -> EntityID? {
    guard let target = targets.first, !context.isPredicate(target) else { return nil }
    let places = [Slot.object, .indirectObject, .preposition("from"), .preposition("on")].lazy
      .flatMap { context.fillers(of: $0, of: token) }
    return places.filter { $0 != target }.compactMap { context.entity(at: $0) }.first {
      $0.kind != .document && !holders.contains($0)
    }
  }

  /// `asked for the sanctions to be lifted`: the infinitive behind the noun may say that it is to end.
  private static func done(to noun: Int, _ context: Context) -> Int {
    let tree = context.tree
    guard tree.relations[noun] == .obl, tree.preposition(of: noun) == "for",
      let infinitive = tree.children(of: noun, .acl).first(where: {
        tree.child(of: $0, label: "aux:pass") != nil
          && tree.children(of: $0, .mark).contains { context.lemmas[$0] == "to" }
      })
    else { return 1 }
    let ends = context.lexicon.rows(head: context.lemmas[infinitive]).contains {
      $0.partOfSpeech == .verb && $0.words.count == 1 && $0.polarity < 0
        && ($0.kind == .implicative || $0.kind == .act)
    }
    return ends ? -1 : 1
  }
}
