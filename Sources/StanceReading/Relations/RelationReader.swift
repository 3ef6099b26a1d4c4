import ArticleReading
import LanguageAnalysis
import SourceText
import StanceModel
import StanceOntology

/// A relation before it has an id.
struct RelationReading {
  var relation: String
  var subject: EntityID
  var object: EntityID
  var year: Int?
  var tokens: Range<Int>
  /// The token whose speaker vouches for it.
  var at: Int
  var construction: String
}

/// Reads the facts that a document states between two entities: who annexed, controls, attacks, recognises whom,
/// who holds which office, and what is part of what. Each is given once, where the document first says it.
struct RelationReader {
  let context: Context
  let table: RelationTable

  func relations() -> [Relation] {
    var found = PredicateReader(context: context, table: table).relations()
    found += OfficeReader(context: context, table: table).relations()
    found += PlaceReader(context: context).relations()
    let article = context.document.article
    found.sort {
      ($0.tokens.lowerBound, $0.relation, $0.subject, $0.object, $0.year == nil ? 1 : 0) < (
        $1.tokens.lowerBound, $1.relation, $1.subject, $1.object, $1.year == nil ? 1 : 0
      )
    }
    var seen: Set<String> = []
    var relations: [Relation] = []
    for reading in found where RelationKinds.allow(reading) {
      let year = reading.year.map { String($0) } ?? ""
      let key = "\(reading.relation) \(reading.subject) \(reading.object)"
      // The same fact with a year says more than without; both are kept, each once.
      guard reading.subject != reading.object, seen.insert(key + year).inserted else { continue }
      let span = context.tree.span(of: reading.tokens)
      relations.append(
        Relation(
          id: "", document: article.document, predicate: reading.relation,
          subject: reading.subject, object: reading.object, year: reading.year,
          source: source(of: reading), evidence: span, quotation: article.text[span],
          confidence: context.hasUnknownSpeaker(reading.at) ? 0.5 : 0.75,
          construction: reading.construction))
    }
    let ids = StatementIdentifier(
      document: article.document, text: article.text, evidence: relations.map(\.evidence))
    for index in relations.indices {
      let relation = relations[index]
      relations[index].id = ids.relation(
        relation.evidence, predicate: relation.predicate, subject: relation.subject,
        object: relation.object)
    }
    return relations
  }

  /// Who says it. What a name is called in passing is the article's own, unless the words are quoted.
  private func source(of reading: RelationReading) -> EntityID? {
    if ["office", "place"].contains(reading.construction) {
      let direct = context.quotations(around: reading.at).last.map {
        context.document.quotations[$0]
      }
      return direct?.kind == .direct ? direct?.speaker : nil
    }
    return context.speakers(at: reading.at).last
      ?? context.opinionHolders(of: reading.at).first
  }
}

/// Which kinds of entities a relation holds between.
enum RelationKinds {
  private static let territories: Set<EntityID.Kind> = [.country, .region]
  private static let powers: Set<EntityID.Kind> = [.country, .organization, .region]

  static func allow(_ reading: RelationReading) -> Bool {
    let subject = reading.subject.kind
    let object = reading.object.kind
    switch reading.relation {
    case "annexed", "controls", "occupies", "claims":
      return powers.contains(subject) && territories.contains(object)
    case "attacks": return powers.contains(subject)
    case "sanctions": return subject == .country || subject == .organization
    case "aids", "negotiates-with", "allied-with", "recognises":
      return powers.contains(subject) && powers.contains(object)
    case "holds-office": return subject == .person && powers.contains(object)
    case "leads": return subject == .person && object == .organization
    case "works-for": return subject == .person
    case "member-of": return object == .organization
    case "wants-to-join": return powers.contains(subject) && powers.contains(object)
    case "part-of":
      // A country is no part of a union of countries, but its member.
      return powers.contains(subject) && powers.contains(object)
        && !(subject == .country && object == .organization)
    default: return true
    }
  }
}
