import LanguageAnalysis
import StanceModel
import StanceOntology

/// Parties and houses that a person belongs to without a post.
extension OfficeReader {
  /// `Jane Doe, a Republican from Ohio`.
  func party(
    _ phrase: Range<Int>, _ mention: Mention, _ person: EntityID
  ) -> [RelationReading] {
    let words = phrase.drop { ["a", "an", "fellow"].contains(context.lemmas[$0]) }
    guard words.count < phrase.count, let token = words.first,
      words.count == 1 || context.tokens.upos[token + 1] == .adp,
      let named = mentions.first(where: { $0.tokens == token..<(token + 1) }),
      let party = ([named.entity].compactMap { $0 } + named.alternatives).first(where: isParty)
    else { return [] }
    return [reading("member-of", person, party, mention, token..<(token + 1))]
  }

  /// `Jane Doe (R-Utah)`, as papers of the United States write it.
  func partyLetter(_ mention: Mention, _ person: EntityID) -> [RelationReading] {
    let open = mention.tokens.upperBound
    guard open + 2 < context.tokens.count, ["(", ","].contains(context.tokens.forms[open]),
      let party = Self.parties[context.tokens.forms[open + 1]],
      ["-", "–"].contains(context.tokens.forms[open + 2])
        || context.tokens.forms[open] == "(" && [",", ")"].contains(context.tokens.forms[open + 2])
    else { return [] }
    return [
      reading("member-of", person, EntityID(.organization, party), mention, open..<(open + 2))
    ]
  }

  private static let parties = ["R": "republican-party", "D": "democratic-party"]

  /// `Jane Doe of Human Rights Watch`.
  func house(_ mention: Mention, _ person: EntityID) -> [RelationReading] {
    let end = mention.tokens.upperBound
    guard end + 1 < context.tokens.count, ["of", "from", "at"].contains(context.lemmas[end]),
      let served = mentions.first(where: {
        $0.type == .organization
          && ($0.tokens.lowerBound == end + 1
            || $0.tokens.lowerBound == end + 2 && context.lemmas[end + 1] == "the")
      }), let body = served.entity, body.kind == .organization
    else { return [] }
    let kind = context.ontology.organization(body)?.kind
    let belongs = isParty(body) || kind == .armedGroup
    return [
      reading(belongs ? "member-of" : "works-for", person, body, mention, served.tokens)
    ]
  }

  func isParty(_ entity: EntityID) -> Bool {
    entity.kind == .organization
      && (context.ontology.organization(entity).map { $0.kind == .party }
        ?? entity.key.hasSuffix("party"))
  }
}
