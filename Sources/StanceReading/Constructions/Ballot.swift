import LanguageAnalysis
import StanceModel
import StanceOntology

/// *The group would vote against*, *its members voted no*: a vote on what the sentences before are about.
enum Ballot: Construction {
  static let summary = "A vote for or against what the sentences before are about."
  static let name = "ballot"
  static let precision = 0.8
  static let examples: [ConstructionExample] = [
    .reads(
      "The parliament of Kenya debated the bill. Labour voted against.",
      as: "organization:labour-party oppose proposition:bill"),
    .readsNothing("Labour voted against."),
    .readsNothing("The parliament of Kenya debated the bill. Labour might vote against."),
  ]

  /// What is voted on.
  private static let texts: Set<String> = [
    "bill", "law", "legislation", "motion", "resolution", "amendment", "act", "treaty", "pact",
    "agreement", "deal", "accord", "text", "draft", "budget", "proposal", "plan", "package",
    "report", "reform", "decree", "measure", "file", "regulation", "directive",
  ]

  static func read(_ token: Int, in context: Context) -> [Reading] {
    let tree = context.tree
    guard context.lemmas[token] == "vote", context.tokens.upos[token] == .verb,
      tree.children(of: token, RelationSet(.obl, .ccomp, .xcomp)).allSatisfy({
        $0 == token + 1 || isWayOfVoting($0, context)
      }),
      let sign = side(token, context),
      case .asserted(let above, let modality) = context.veridicality(of: token),
      modality != .possible, !context.isNegated(token), let subject = tree.agent(of: token),
      let text = text(before: token, context)
    else { return [] }
    return context.readings(
      Self.self, token: token, cueWords: "vote", holders: context.actors(at: subject),
      targets: [text], sign: sign * above, strength: 4, modality: modality)
  }

  private static func isWayOfVoting(_ place: Int, _ context: Context) -> Bool {
    ["favour", "favor", "no", "yes"].contains(context.lemmas[place])
      || context.tree.preposition(of: place).map { ["on", "in", "by"].contains($0) } ?? false
  }

  /// What the next word says: `against`, `no`, `in favour`, `yes`.
  private static func side(_ vote: Int, _ context: Context) -> Int? {
    guard vote + 1 < context.tokens.count else { return nil }
    let ends = vote + 2 >= context.tokens.count || context.tokens.upos[vote + 2] != .noun
    switch context.tokens.forms[vote + 1].lowercased() {
    case "against", "no": return ends ? -1 : nil
    case "yes": return 1
    case "in":
      return vote + 2 < context.tokens.count
        && ["favour", "favor"].contains(context.lemmas[vote + 2])
        && !(vote + 3 < context.tokens.count && context.lemmas[vote + 3] == "of") ? 1 : nil
    default: return nil
    }
  }

  private static func text(before vote: Int, _ context: Context) -> Int? {
    let sentence = context.tree.sentenceIndices[vote]
    let start = context.document.sentences[max(0, sentence - 3)].tokens.lowerBound
    return stride(from: vote - 1, through: start, by: -1).first {
      texts.contains(context.lemmas[$0]) && context.tokens.upos[$0] == .noun
    }
  }
}
