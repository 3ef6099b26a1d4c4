import SourceText
public import StanceModel
public import StanceOntology

/// An invented dispute: six countries, two disputed territories, four articles.
///
/// It is as large as the graph of a few articles (some 40 nodes and 60 stances), so that drawings of it can be
/// judged by eye.
public enum InventedDispute {
  /// The graph of all four articles.
  public static let graph = StanceGraph(
    statements: statements, relations: relations, documents: documents,
    directory: InventedDirectory(), title: "The dispute over the Grey Isles and the Tarn Valley")

  public static let documents: [DocumentRecord] = articles.enumerated().map { index, article in
    DocumentRecord(
      document: article.document, title: article.title, outlet: article.outlet, author: nil,
      date: article.date, url: "https://example.org/\(index)?a=1&b=2", text: text(of: article),
      textHash: String(repeating: "\(index)a", count: 32))
  }

  public static let statements: [Statement] = articles.flatMap { article -> [Statement] in
    let spans = spans(of: article)
    let ids = StatementIdentifier(
      document: article.document, text: text(of: article), evidence: spans)
    return zip(article.rows, spans).compactMap { row, span in
      guard
        case .stance(let holder, let polarity, let target, let modality, let speaker) = row.reading,
        let holder = EntityID(holder), let target = Target(id: target)
      else { return nil }
      return Statement(
        id: ids.statement(span, holder: holder, target: target), document: article.document,
        holder: holder, source: speaker.flatMap { EntityID($0) }, chain: [],
        cue: String(row.words.split(separator: " ")[2]), target: target, polarity: polarity,
        strength: 3, modality: modality, evidence: span, quotation: row.words,
        confidence: Double(70 + row.words.utf8.count % 30) / 100, construction: "reported-clause",
        trace: [
          TraceStep(
            rule: "reported-clause", span: span, words: row.words, effect: "holder and target read")
        ])
    }
  }

  public static let relations: [Relation] = articles.flatMap { article -> [Relation] in
    let spans = spans(of: article)
    let ids = StatementIdentifier(
      document: article.document, text: text(of: article), evidence: spans)
    return zip(article.rows, spans).compactMap { row, span in
      guard
        case .relation(let subject, let predicate, let object, let year, let speaker) = row.reading,
        let subject = EntityID(subject), let object = EntityID(object)
      else { return nil }
      return Relation(
        id: ids.relation(span, predicate: predicate, subject: subject, object: object),
        document: article.document, predicate: predicate, subject: subject, object: object,
        year: year, source: speaker.flatMap { EntityID($0) }, evidence: span, quotation: row.words,
        confidence: 0.9, construction: "relation")
    }
  }

  private static func text(of article: Article) -> String {
    article.rows.map(\.words).joined(separator: "\n") + "\n"
  }

  private static func spans(of article: Article) -> [TextSpan] {
    var start = 0
    return article.rows.map { row in
      let span = TextSpan(start, start + row.words.utf8.count)
      start = span.end + 1
      return span
    }
  }
}

struct Article {
  var document: String
  var title: String
  var outlet: String
  var date: String
  var rows: [Row]
}

/// One sentence and how it reads.
struct Row {
  enum Reading {
    case stance(String, Polarity, String, Modality, String?)
    case relation(String, String, String, Int?, String?)
  }

  var words: String
  var reading: Reading

  static func says(
    _ holder: String, _ polarity: Polarity, _ target: String, _ words: String,
    _ modality: Modality = .asserted, speaker: String? = nil
  ) -> Row {
    Row(words: words, reading: .stance(holder, polarity, target, modality, speaker))
  }

  static func states(
    _ subject: String, _ predicate: String, _ object: String, _ words: String, year: Int? = nil,
    speaker: String? = nil
  ) -> Row {
    Row(words: words, reading: .relation(subject, predicate, object, year, speaker))
  }
}

/// Labels, roles and claims of the invented dispute.
public struct InventedDirectory: GraphDirectory {
  public init() {}

  private static let names = [
    "country:XA": "Arvonia", "country:XB": "Belmark", "country:XC": "Costria",
    "country:XD": "Dunmere", "country:XE": "Estland Minor", "country:XF": "Fenwick",
    "organization:NP": "Northern Pact", "organization:CU": "Coastal Union",
    "organization:shipowners": "Shipowners’ League", "region:grey-isles": "Grey Isles",
    "region:tarn-valley": "Tarn Valley", "region:north": "the North",
    "person:ada-brandt": "Ada Brandt", "person:jon-uller": "Jón Üller",
    "person:mirza-kadar": "Mirza Kadar", "person:olga-sevic": "Olga Šević",
    "person:tomas-reyes": "Tomás Reyes", "person:li-wen": "李文 (Li Wen)",
    "person:samir-haddad": "سمير حداد (Samir Haddad)",
  ]

  public func info(of entity: EntityID) -> EntityInfo? {
    guard let label = Self.names[entity.description] else { return nil }
    let codes = entity.kind == .country
    return EntityInfo(
      label: label, iso: codes ? entity.key : nil, wikidata: codes ? "Q0\(entity.key)" : nil,
      affiliation: entity.key == "tomas-reyes" ? EntityID(.organization, "CU") : nil)
  }

  public func roleNames(of issue: String) -> [String] {
    switch issue {
    case "membership": ["member", "organization"]
    case "sanctions": ["sender", "target"]
    case "military-deployment": ["sender", "place"]
    case "aid": ["giver", "recipient"]
    case "negotiation": ["party", "party"]
    case "recognition": ["recogniser", "recognised"]
    case "referendum", "ceasefire": ["place"]
    default: []
    }
  }

  public func isSymmetric(_ issue: String) -> Bool { issue == "negotiation" }

  public func label(of issue: String, roles: [String?]) -> String? {
    let template =
      switch issue {
      case "membership": "{organization} membership[ of {member}]"
      case "sanctions": "Sanctions[ by {sender}][ on {target}]"
      case "military-deployment": "Troops[ of {sender}][ in {place}]"
      case "aid": "Aid[ from {giver}][ to {recipient}]"
      case "recognition": "Recognition[ of {recognised}][ by {recogniser}]"
      case "referendum": "Referendum[ in {place}]"
      case "ceasefire": "Ceasefire[ in {place}]"
      default: ""
      }
    guard !template.isEmpty else { return nil }
    return Labels.fill(template: template, names: roleNames(of: issue), roles: roles)
  }

  public func claims(on territory: EntityID) -> [TerritorialClaim] {
    let arvonia = EntityID(.country, "XA")
    let belmark = EntityID(.country, "XB")
    switch territory.description {
    case "region:grey-isles":
      return [
        TerritorialClaim(
          claimant: arvonia, kind: .claims, since: "1921", authority: "Treaty of Port Lune"),
        TerritorialClaim(
          claimant: belmark, kind: .annexed, since: "2014-03-18", authority: "Decree 12"),
        TerritorialClaim(
          claimant: belmark, kind: .controls, since: "2014-02-27", authority: "Report 7"),
      ]
    case "region:tarn-valley":
      return [
        TerritorialClaim(
          claimant: arvonia, kind: .claims, since: "1921", authority: "Treaty of Port Lune"),
        TerritorialClaim(
          claimant: EntityID(.country, "XF"), kind: .claims, since: "1988", authority: "Note 3"),
      ]
    default: return []
    }
  }
}
