import ArticleReading
import LanguageAnalysis
import SourceText
import StanceModel
import StanceOntology

/// Reads who holds which office from titles and appositions: *Kenyan President Jane Doe*, *Jane Doe, head of the bank*.
struct OfficeReader {
  let context: Context

  private static let leading: Set<String> = [
    "leader", "head", "chief", "chairman", "chairwoman", "chairperson", "chair", "director",
    "founder", "commander", "ceo", "boss", "secretary-general", "secretary general",
  ]
  private static let serving: Set<String> = [
    "spokesman", "spokeswoman", "spokesperson", "adviser", "advisor", "aide", "envoy", "lawyer",
    "official", "analyst", "professor", "researcher", "expert", "campaigner",
  ]
  private static let former: Set<String> = ["former", "ex", "late", "then", "ousted", "deposed"]

  func relations() -> [RelationReading] {
    var found: [RelationReading] = []
    for mention in context.document.mentions where mention.type == .person {
      guard let person = mention.entity, person.kind == .person else { continue }
      found += beforeName(mention, person) + apposition(mention, person)
    }
    return found
  }

  /// The nouns and names directly before the name, inside or outside the mention: `US Secretary of State John Doe`.
  private func beforeName(_ mention: Mention, _ person: EntityID) -> [RelationReading] {
    let tokens = context.tokens
    guard context.tree.sentenceIndices.indices.contains(mention.head),
      context.tree.sentenceIndices[mention.head] >= 0
    else { return [] }
    let sentence = context.document.sentences[context.tree.sentenceIndices[mention.head]].tokens
    // The name proper: the last run of proper nouns of the mention.
    var nameStart = mention.tokens.upperBound
    while nameStart > mention.tokens.lowerBound, tokens.upos[nameStart - 1] == .propn,
      context.ontology.title(tokens.forms[nameStart - 1]) == nil
    {
      nameStart -= 1
    }
    var start = nameStart
    while start > sentence.lowerBound, nameStart - start < 9 {
      let token = start - 1
      let form = tokens.forms[token]
      let joins =
        tokens.upos[token] == .propn || tokens.upos[token] == .noun || tokens.upos[token] == .adj
        || ["of", "for", "and", "'s", "’s", "-", "the"].contains(form.lowercased())
      guard joins else { break }
      start -= 1
    }
    while start < nameStart,
      ["of", "for", "and", "'s", "’s", "-", "the"].contains(tokens.forms[start].lowercased())
    {
      start += 1
    }
    guard start < nameStart else { return [] }
    return office(in: start..<nameStart, of: person, evidence: start..<mention.tokens.upperBound)
  }

  private func apposition(_ mention: Mention, _ person: EntityID) -> [RelationReading] {
    let tree = context.tree
    var phrases = tree.children(of: mention.head, RelationSet(.appos, .parataxis)).map { $0 }
    if tree.relations[mention.head] == .appos, let head = tree.head(of: mention.head) {
      phrases.append(head)
    }
    if tree.relations[mention.head] == .nsubj, let predicate = tree.head(of: mention.head),
      context.tokens.upos[predicate] == .noun, tree.child(of: predicate, .cop) != nil
    {
      phrases.append(predicate)
    }
    return phrases.flatMap { head -> [RelationReading] in
      guard context.tokens.upos[head] == .noun || context.tokens.upos[head] == .propn,
        context.entity(at: head).map({ $0 == person || $0.kind != .person }) ?? true
      else { return [] }
      let phrase = tree.phrase(of: head)
      let wide =
        min(
          phrase.lowerBound, mention.tokens.lowerBound)..<max(
          phrase.upperBound, mention.tokens.upperBound)
      return office(
        in: phrase, of: person, evidence: tree.span(of: wide).count <= 250 ? wide : phrase)
    }
  }

  private func office(in range: Range<Int>, of person: EntityID, evidence: Range<Int>)
    -> [RelationReading]
  {
    let tokens = context.tokens
    let forms = range.map { tokens.forms[$0].lowercased() }
    guard !forms.contains(where: { Self.former.contains($0) }) else { return [] }
    guard let (relation, isOffice) = kind(of: range) else { return [] }
    var objects: [EntityID] = []
    for mention in context.document.mentions
    where range.contains(mention.head) || mention.tokens.overlaps(range) {
      guard let entity = mention.entity, entity != person, entity.kind != .person,
        entity.kind != .document, entity.kind != .group, !objects.contains(entity)
      else { continue }
      objects.append(entity)
    }
    if objects.isEmpty, isOffice,
      let office = context.ontology.offices(of: person, on: context.document.article.date).first
    {
      objects.append(office.entity)
    }
    // An organisation beside its country is the body served.
    let chosen =
      relation == "holds-office"
      ? objects.first { $0.kind == .country } ?? objects.first
      : objects.first { $0.kind == .organization } ?? objects.first
    guard let chosen else { return [] }
    return [
      RelationReading(
        relation: relation, subject: person, object: chosen, year: nil, tokens: evidence,
        at: evidence.lowerBound, construction: "office")
    ]
  }

  private func kind(of range: Range<Int>) -> (relation: String, isOffice: Bool)? {
    let tokens = context.tokens
    for token in range {
      let lemma = context.lemmas[token]
      if Self.serving.contains(lemma) { return ("works-for", false) }
    }
    for token in range {
      // Titles of up to three words, `Prime Minister`, `Secretary of State`.
      for length in [3, 2, 1] where token + length <= range.upperBound {
        let words = (token..<(token + length)).map { tokens.forms[$0] }.joined(separator: " ")
        if let title = context.ontology.title(words), title.kind == .office {
          return ("holds-office", true)
        }
      }
      if Self.leading.contains(context.lemmas[token]) { return ("leads", false) }
    }
    return nil
  }
}
