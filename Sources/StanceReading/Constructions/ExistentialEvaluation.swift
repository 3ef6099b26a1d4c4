import LanguageAnalysis
import StanceModel
import StanceOntology

/// *There is no justification for the raid*, *there is no alternative to talks*: what a speaker says there is no
/// reason or room for, or no way around.
enum ExistentialEvaluation: Construction {
  static let summary = "What a speaker says there is no reason or room for, or no way around."
  static let name = "existential-evaluation"
  static let precision = 0.86
  static let examples: [ConstructionExample] = [
    .reads(
      "Kenya said there was no alternative to talks with Sudan.",
      as: "country:KE support issue:negotiation"),
    .readsNothing("There is no alternative to talks with Sudan."),
  ]
  /// Noun, preposition, and what its absence says of the thing.
  private static let nouns: [String: (prepositions: [String], sign: Int)] = [
    "justification": (["for"], -1), "excuse": (["for"], -1), "place": (["for"], -1),
    "room": (["for"], -1), "scope": (["for"], -1), "space": (["for"], -1), "need": (["for"], -1),
    "reason": (["for"], -1), "basis": (["for"], -1),
    "ground": (["for"], -1), "case": (["for"], -1), "appetite": (["for"], -1),
    "mandate": (["for"], -1), "tolerance": (["for"], -1), "question": (["of"], -1),
    "support": (["for"], -1), "sense": (["in"], -1), "point": (["in"], -1), "purpose": (["in"], -1),
    "alternative": (["to"], 1), "substitute": (["for"], 1),
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    if let want = want(token, context) { return want }
    if let denied = deniedByAll(token, context) { return denied }
    guard let entry = nouns[context.lemmas[token]], context.tokens.upos[token] == .noun,
      tree.relations[token] == .nsubj, let verb = tree.head(of: token),
      tree.child(of: verb, .expl) != nil, context.isNegated(verb),
      case .asserted(let above, let modality) = context.veridicality(of: verb)
    else { return [] }
    let targets = entry.prepositions.flatMap { context.fillers(of: .preposition($0), of: token) }
    let clauses = targets.isEmpty ? tree.children(of: token, .acl).filter { $0 > token } : targets
    let holders = context.opinionHolders(of: verb)
    guard !holders.isEmpty, !clauses.isEmpty else { return [] }
    return context.readings(
      Self.self, token: token, cueWords: "no " + context.words(token), holders: holders,
      targets: clauses, sign: entry.sign * above, strength: 4, modality: modality)
  }

  private static let wants: Set<String> = ["lack", "absence", "shortage", "dearth"]

  /// `There was a lack of transparency in the vote`
  private static func want(_ token: Int, _ context: Context) -> [Reading]? {
    let tree = context.tree
    guard wants.contains(context.lemmas[token]), tree.relations[token] == .nsubj,
      let verb = tree.head(of: token), tree.child(of: verb, .expl) != nil,
      !context.isNegated(verb),
      case .asserted(let above, let modality) = context.veridicality(of: verb),
      modality == .asserted,
      let missing = context.fillers(of: .preposition("of"), of: token).first
    else { return nil }
    let holders = context.opinionHolders(of: verb)
    let places = ["in", "at", "on"].flatMap { word in
      [token, missing, verb].flatMap { context.fillers(of: .preposition(word), of: $0) }
    }
    guard !holders.isEmpty else { return nil }
    return context.readings(
      Self.self, token: token, cueWords: context.words(token), holders: holders,
      targets: [places.first ?? token], sign: -above, strength: 3, modality: modality)
  }

  private static let nobody: Set<String> = ["nothing", "nobody", "none", "no-one"]
  private static let backing: Set<String> = [
    "justify", "excuse", "want", "need", "support", "accept", "warrant", "condone", "legitimise",
    "legitimize",
  ]

  /// `Nothing justifies this war`, `No one wants it`
  private static func deniedByAll(_ token: Int, _ context: Context) -> [Reading]? {
    let tree = context.tree
    guard backing.contains(context.lemmas[token]), context.tokens.upos[token] == .verb,
      let subject = tree.child(of: token, .nsubj), subject < token,
      nobody.contains(context.lemmas[subject])
        || context.lemmas[subject] == "one"
          && tree.children(of: subject, .det).contains(where: { context.lemmas[$0] == "no" }),
      let object = tree.child(of: token, .obj) ?? tree.child(of: token, .xcomp),
      case .asserted(let above, let modality) = context.veridicality(of: token)
    else { return nil }
    let holders = context.opinionHolders(of: token)
    guard !holders.isEmpty else { return nil }
    return context.readings(
      Self.self, token: token,
      cueWords: context.words(subject) + " " + context.words(token), holders: holders,
      targets: [object], sign: -above, strength: 4, modality: modality)
  }
}
