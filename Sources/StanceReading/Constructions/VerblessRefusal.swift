import LanguageAnalysis
import StanceModel
import StanceOntology

/// *No talks until they leave, says Oslo*, *No troops for the island, she told them*: a thing that a speaker rules out
/// without a verb.
enum VerblessRefusal: Construction {
  static let summary = "What a speaker rules out with *no* and without a verb."
  static let name = "verbless-refusal"
  static let precision = 0.85
  static let examples: [ConstructionExample] = [
    .reads("No talks with Sudan, Kenya says", as: "country:KE oppose issue:negotiation"),
    .readsNothing("No talks with Sudan were held, Kenya says."),
    .readsNothing("No survivors, Kenya says"),
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    guard context.tokens.upos[token] == .noun,
      [.ccomp, .nsubj, .obj, .parataxis, .dislocated].contains(tree.relations[token]),
      tree.children(of: token, .det).contains(where: { context.lemmas[$0] == "no" }),
      tree.child(of: token, .cop) == nil,
      let verb = tree.head(of: token), verb > token, context.cues[verb]?.kind == .speech,
      let end = tree.trimmed(tree.subtreeRange(of: token)).last,
      end + 1 < context.tokens.count, context.tokens.forms[end + 1] == ",",
      // Only what an issue or a stance names is ruled out; other things are merely absent.
      context.issue(at: token) != nil || context.cues[token].map({ $0.polarity != 0 }) ?? false,
      let speaker = tree.children(of: verb, .nsubj).last(where: { $0 != token })
    else { return [] }
    return context.readings(
      Self.self, token: token, cueWords: "no", holders: context.actors(at: speaker),
      targets: [token], sign: -1, strength: 4, modality: .asserted, isOwnAct: true)
  }
}
