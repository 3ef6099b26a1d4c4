import LanguageAnalysis
import StanceModel
import StanceOntology

/// *"What we need is a ceasefire," she said*, *"The answer is not more walls"*: what a speaker names as what is needed.
enum Specification: Construction {
  static let summary = "What a speaker names as what is needed, wanted or the way out."
  static let name = "specification"
  static let precision = 0.84
  static let examples: [ConstructionExample] = [
    .reads(
      "\"What we need is a ceasefire in Sudan,\" said Kenya.",
      as: "country:KE support issue:ceasefire"),
    .readsNothing("The answer is in the appendix."),
  ]
  private static let verbs: Set<String> = [
    "need", "want", "seek", "demand", "require", "propose", "ask",
  ]
  private static let nouns: Set<String> = [
    "answer", "solution", "way", "priority", "goal", "aim", "objective", "task", "duty", "key",
    "remedy", "path", "demand", "hope", "wish", "imperative", "responsibility", "obligation", "job",
    "mission", "need", "option", "choice", "ambition", "message",
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    guard tree.child(of: token, .cop) != nil || context.lemmas[token] == "be",
      let subject = tree.child(of: token, RelationSet(.nsubj, .csubj)), subject < token,
      case .asserted(let above, _) = context.veridicality(of: token)
    else { return [] }
    let isNamed: Bool
    if context.lemmas[subject] == "what" {
      isNamed = tree.children(of: subject, .acl).contains { clause in
        verbs.contains(context.lemmas[clause])
          && tree.child(of: clause, .nsubj).map {
            context.tokens.upos[$0] == .pron || context.entity(at: $0) != nil
          } ?? false
      }
    } else if verbs.contains(context.lemmas[subject]), tree.relations[subject] == .csubj {
      isNamed = tree.children(of: subject).contains { context.lemmas[$0] == "what" }
    } else {
      isNamed = nouns.contains(context.lemmas[subject])
    }
    guard isNamed else { return [] }
    let target: Int
    if context.lemmas[token] == "be" {
      guard
        let clause = tree.children(of: token, RelationSet(.xcomp, .ccomp)).first(where: {
          $0 > token
        })
      else { return [] }
      target = clause
    } else {
      guard [.noun, .verb, .propn].contains(context.tokens.upos[token]),
        tree.child(of: token, .caseMarker) == nil
      else { return [] }
      target = token
    }
    let speakers = context.opinionHolders(of: token)
    guard let speaker = speakers.last else { return [] }
    var holders = speakers
    if let owner = tree.possessor(of: subject), let entity = context.entity(at: owner),
      !context.isOwnSide(entity, of: speaker)
    {
      holders = [entity]
    }
    var sign = above
    if context.lemmas[token] == "be", context.isNegated(token) { sign = -sign }
    // A noun's own negation is not met on the way down.
    if target == token, !context.isPredicate(token), context.isNegated(token) { sign = -sign }
    return context.readings(
      Self.self, token: token, cueWords: context.words(subject) + " is", holders: holders,
      targets: [target], sign: sign, strength: 4, modality: .intended,
      isOwnAct: tree.possessor(of: subject) != nil)
  }
}
