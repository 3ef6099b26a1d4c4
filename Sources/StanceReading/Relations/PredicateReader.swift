import LanguageAnalysis
import SourceText
import StanceModel
import StanceOntology

/// Reads the relations that a verb or a noun states between two phrases, by the wordings of `relations.tsv`.
struct PredicateReader {
  let context: Context
  let table: RelationTable

  typealias Filler = (entity: EntityID, token: Int)

  /// What a person does for the country or body that he or she speaks for.
  static let ofPolities: Set<String> = [
    "annexed", "controls", "occupies", "claims", "recognises", "sanctions", "aids",
    "negotiates-with", "allied-with", "wants-to-join",
  ]
  /// Relations of two who do the same.
  static let mutual: Set<String> = ["negotiates-with", "allied-with"]

  func relations() -> [RelationReading] { (0..<context.tokens.count).flatMap { readings(at: $0) } }

  func readings(at token: Int) -> [RelationReading] {
    var found: [RelationReading] = []
    for pattern in table.patterns(head: context.lemmas[token]) {
      // The first wording of a relation that fits; posts are the other reader's.
      guard pattern.subjects != [.itself],
        !found.contains(where: { $0.relation == pattern.relation }),
        fits(pattern, token), isStated(token, pattern)
      else { continue }
      found += pairs(pattern, token).map { reading(pattern, token, $0.subject, $0.object) }
    }
    return found
  }

  func fits(_ pattern: RelationPattern, _ token: Int) -> Bool {
    let upos = context.tokens.upos[token]
    switch pattern.partOfSpeech {
    case .verb: guard upos == .verb else { return false }
    case .noun: guard upos == .noun else { return false }
    case .adjective:
      guard upos == .adj || context.tokens.xpos[token] == "VBN" else { return false }
    case .phrase: return false
    }
    guard pattern.words.dropFirst().allSatisfy({ context.hasWord($0, near: token) }) else {
      return false
    }
    guard !pattern.needs.isEmpty else { return true }
    let around = context.tree.children(of: token).map { context.lemmas[$0] }
    return pattern.needs.contains { around.contains($0) }
  }

  func reading(
    _ pattern: RelationPattern, _ token: Int, _ subject: Filler, _ object: Filler
  ) -> RelationReading {
    let tree = context.tree
    var lower = min(token, object.token)
    var upper = max(token, object.token) + 1
    if tree.sentenceIndices[subject.token] == tree.sentenceIndices[token] {
      let wide = min(lower, subject.token)..<max(upper, subject.token + 1)
      if tree.span(of: wide).count <= 250 {
        lower = wide.lowerBound
        upper = wide.upperBound
      }
    }
    let acts = Self.ofPolities.contains(pattern.relation) || pattern.relation == "attacks"
    return RelationReading(
      relation: pattern.relation,
      subject: acts ? context.polity(of: subject.entity) : subject.entity,
      object: object.entity, year: year(near: object.token, predicate: token),
      tokens: lower..<upper, at: token, construction: pattern.words.joined(separator: "-"))
  }
}
