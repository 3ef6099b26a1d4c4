public import SourceText
public import StanceOntology

/// Which way a holder leans towards a target.
public enum Polarity: String, Sendable, CaseIterable {
  case support, oppose, neutral

  public var sign: Int {
    switch self {
    case .support: 1
    case .oppose: -1
    case .neutral: 0
    }
  }

  public var flipped: Polarity {
    switch self {
    case .support: .oppose
    case .oppose: .support
    case .neutral: .neutral
    }
  }
}

/// How far the position is from a plain assertion.
public enum Modality: String, Sendable, CaseIterable {
  case asserted, conditional, possible, intended, future, past, denied, questioned
}

/// What a position is about.
public enum Target: Hashable, Sendable {
  case entity(EntityID)
  /// An issue of the ontology with its roles filled; nil is an open role.
  case issue(slug: String, roles: [EntityID?])
  /// Where the ontology knows no issue: a predicate's lemma with arguments (entity ids or head lemmas).
  case proposition(predicate: String, arguments: [String])

  /// `country:UA`, `issue:membership(country:UA,organization:NATO)`, `proposition:build(country:US,wall)`.
  ///
  /// An open role is `*`, an argument that is not there `-`.
  public var id: String {
    switch self {
    case .entity(let entity): entity.description
    case .issue(let slug, let roles):
      "issue:\(slug)(\(roles.map { $0?.description ?? "*" }.joined(separator: ",")))"
    case .proposition(let predicate, let arguments):
      "proposition:\(predicate)(\(arguments.map { $0.isEmpty ? "-" : $0 }.joined(separator: ",")))"
    }
  }
}

/// One step of how a statement was read: which construction or rule read which words, and what it did.
public struct TraceStep: Hashable, Sendable {
  public var rule: String
  /// UTF-8 bytes of the article's text.
  public var span: TextSpan
  public var words: String
  public var effect: String

  public init(rule: String, span: TextSpan, words: String, effect: String) {
    self.rule = rule
    self.span = span
    self.words = words
    self.effect = effect
  }
}

/// One position that an article lets a reader attribute to one holder, with the words that show it.
public struct Statement: Hashable, Sendable {
  /// A hash of document, evidence text and its occurrence, holder and target.
  public var id: String
  public var document: String
  /// Who takes the position; the article itself is `document:ID`.
  public var holder: EntityID
  /// The innermost speaker other than the article; nil where the article speaks.
  public var source: EntityID?
  /// The outermost speaker first, without article and holder.
  public var chain: [EntityID]
  /// The words that carry the attitude.
  public var cue: String
  public var target: Target
  public var polarity: Polarity
  /// 1 (hinted) to 5 (vehement).
  public var strength: Int
  public var modality: Modality
  /// When the position was taken, where the text says so: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Where it does not, the
  /// article's date stands for it.
  public var date: String?
  /// UTF-8 bytes of the article's text: a clause, inside one sentence or one quotation.
  public var evidence: TextSpan
  public var quotation: String
  /// 0 to 1, two decimals in every output.
  public var confidence: Double
  /// The construction that read it.
  public var construction: String
  public var trace: [TraceStep]

  public init(
    id: String, document: String, holder: EntityID, source: EntityID?, chain: [EntityID],
    cue: String, target: Target, polarity: Polarity, strength: Int, modality: Modality,
    date: String? = nil, evidence: TextSpan, quotation: String, confidence: Double,
    construction: String, trace: [TraceStep]
  ) {
    self.id = id
    self.document = document
    self.holder = holder
    self.source = source
    self.chain = chain
    self.cue = cue
    self.target = target
    self.polarity = polarity
    self.strength = strength
    self.modality = modality
    self.date = date
    self.evidence = evidence
    self.quotation = quotation
    self.confidence = confidence
    self.construction = construction
    self.trace = trace
  }
}

/// A fact that an article states between two entities, such as `annexed(country:RU, region:crimea)`.
public struct Relation: Hashable, Sendable {
  public var id: String
  public var document: String
  public var predicate: String
  public var subject: EntityID
  public var object: EntityID
  public var year: Int?
  /// Who says it; nil where the article does.
  public var source: EntityID?
  /// UTF-8 bytes of the article's text.
  public var evidence: TextSpan
  public var quotation: String
  public var confidence: Double
  public var construction: String

  public init(
    id: String, document: String, predicate: String, subject: EntityID, object: EntityID,
    year: Int?, source: EntityID?, evidence: TextSpan, quotation: String, confidence: Double,
    construction: String
  ) {
    self.id = id
    self.document = document
    self.predicate = predicate
    self.subject = subject
    self.object = object
    self.year = year
    self.source = source
    self.evidence = evidence
    self.quotation = quotation
    self.confidence = confidence
    self.construction = construction
  }
}

/// What the graph keeps of an article.
public struct DocumentRecord: Hashable, Sendable {
  public var document: String
  public var title: String?
  public var outlet: String?
  public var author: String?
  /// `YYYY-MM-DD`.
  public var date: String?
  public var url: String?
  public var text: String
  /// SHA-256 of the text's UTF-8 bytes, in hexadecimal.
  public var textHash: String

  public init(
    document: String, title: String?, outlet: String?, author: String?, date: String?,
    url: String?, text: String, textHash: String
  ) {
    self.document = document
    self.title = title
    self.outlet = outlet
    self.author = author
    self.date = date
    self.url = url
    self.text = text
    self.textHash = textHash
  }
}
