import LanguageAnalysis
import StanceModel
import StanceOntology

/// *Oslo sent envoys to end the war*, *a bid to stop the flow*: an aim that a sentence gives to its agent.
enum Purpose: Construction {
  static let summary =
    "The aim that a sentence gives to its agent, where an issue or another stance names it."
  static let name = "purpose"
  static let precision = 0.72
  static let examples: [ConstructionExample] = [
    .reads(
      "Norway sent envoys to end the war in Sudan.", as: "country:NO support issue:end-of-war"),
    .readsNothing("Norway sent envoys to Sudan."),
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    guard context.tokens.upos[token] == .verb, context.tokens.xpos[token] == "VB",
      let head = governor(of: token, context),
      let mark = tree.child(of: token, .mark), context.lemmas[mark] == "to",
      tree.child(of: token, RelationSet(.nsubj, .csubj)) == nil,
      case .asserted(let above, let modality) = context.veridicality(of: head), above > 0,
      modality != .possible, !context.isNegated(head), let agent = tree.agent(of: head)
    else { return [] }
    // A stance verb reads its own infinitive.
    if let cue = context.cues[head], [.desire, .demand].contains(cue.kind) || cue.polarity < 0 {
      return []
    }
    // `used to support` is a habit of the past.
    if context.lemmas[head] == "use", tree.child(of: head, .obj) == nil { return [] }
    let holders = context.actors(at: agent).filter {
      $0.kind != .document && $0.kind != .group
    }
    // Only an aim that an issue or a stance of its own names; others are mere circumstance.
    let readings = context.readings(
      Self.self, token: token, cueWords: "to " + context.words(token), holders: holders,
      targets: [token], sign: 1, strength: 3, modality: .intended, isOwnAct: true)
    return readings.filter {
      if case .proposition = $0.target { return $0.trace.count > 2 }
      return true
    }
  }

  /// The verb that the purpose belongs to; `sent envoys to end the war` may hang it on the object.
  private static func governor(of purpose: Int, _ context: Context) -> Int? {
    let tree = context.tree
    guard let head = tree.head(of: purpose) else { return nil }
    if tree.relations[purpose] == .advcl { return context.tokens.upos[head] == .verb ? head : nil }
    guard tree.relations[purpose] == .acl, tree.relations[head] == .obj, context.cues[head] == nil,
      let verb = tree.head(of: head), context.tokens.upos[verb] == .verb
    else { return nil }
    return verb
  }
}
