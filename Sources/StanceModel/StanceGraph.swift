public import SourceText

/// A graph of who takes which position on what, with the words behind every edge.
///
/// It is a directed multigraph: an edge for each statement and each relation, and edges that follow from
/// them or from the ontology (see `GraphEdge.Kind`). Nodes and edges are in the order of every output.
public struct StanceGraph: Sendable {
  public var title: String
  /// The articles, by document name.
  public let documents: [DocumentRecord]
  /// By document, start, end, holder, target, id.
  public let statements: [Statement]
  /// By document, start, end, subject, object, id.
  public let relations: [Relation]
  /// By uid, in bytes; every end of an edge is among them.
  public let nodes: [GraphNode]
  /// Those with evidence first, by document, start, end and ends; then the others, by kind and ends.
  public let edges: [GraphEdge]
}

/// An actor, a territory, an issue, an open proposition or an article.
public struct GraphNode: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case country, person, organization, region, group, issue, proposition, document
    /// A statement, a relation or a claim, in exports that give it a node.
    case statement

    /// Those that a graph has, other than in some exports.
    public static let ofGraphs = allCases.filter { $0 != .statement }

    /// Whether it takes positions.
    public var isActor: Bool {
      switch self {
      case .country, .person, .organization, .region, .group: true
      case .issue, .proposition, .document, .statement: false
      }
    }
  }

  /// The true id, such as `country:UA` or `issue:membership(country:UA,organization:NATO)`.
  public var uid: String
  public var kind: Kind
  /// For people to read; never empty.
  public var label: String
  public var iso: String?
  public var wikidata: String?
  /// The issue's slug.
  public var issue: String?
  /// The roles of an issue: the name of each and who fills it; nil is an open role.
  public var roles: [Role]
  /// The country or organisation that a person stands for.
  public var affiliation: String?
  /// How many statements have this node as their holder or target.
  public var statementCount: Int

  /// A role of an issue and the uid of its filler.
  public struct Role: Hashable, Sendable {
    public var name: String
    public var filler: String?

    public init(name: String, filler: String?) {
      self.name = name
      self.filler = filler
    }
  }

  public init(
    uid: String, kind: Kind, label: String, iso: String? = nil, wikidata: String? = nil,
    issue: String? = nil, roles: [Role] = [], affiliation: String? = nil, statementCount: Int = 0
  ) {
    self.uid = uid
    self.kind = kind
    self.label = label
    self.iso = iso
    self.wikidata = wikidata
    self.issue = issue
    self.roles = roles
    self.affiliation = affiliation
    self.statementCount = statementCount
  }
}

/// One tie between two nodes.
public struct GraphEdge: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A statement: from holder to target.
    case stance
    /// A relation that an article states.
    case relation
    /// A claim to a territory that the ontology records. A disputed territory of the graph has them all,
    /// so that no article's wording assigns it to one side.
    case claim
    /// From a person to the country or organisation that he or she stands for: once for each pair, from
    /// the `holds-office` relations or else from the ontology.
    case affiliation
    /// From an issue to the filler of one of its roles, so that an issue is tied to whom it is about.
    case role
    /// Between two actors, in exports that add up on what they take the same side, and on what the opposite one.
    case agreement, conflict
    /// From a holder to the node of a statement, and from there to its target, in exports that give it a node.
    case holds, about

    /// Those that a graph has, other than in some exports.
    public static let ofGraphs: [Kind] = [.stance, .relation, .claim, .affiliation, .role]
  }

  /// Unique in the graph.
  public var id: String
  public var kind: Kind
  /// The uid of the node it leaves.
  public var from: String
  /// The uid of the node it enters.
  public var to: String
  /// For people to read.
  public var label: String
  /// What it says in one word: `supports`, `opposes`, `neutral`, a relation's predicate, a role's name.
  public var interaction: String
  /// The id of the statement or relation; nil for what the ontology says.
  public var statementID: String?
  /// nil for what is no stance.
  public var polarity: Polarity?
  /// 1 (hinted) to 5 (vehement).
  public var strength: Int?
  public var modality: Modality?
  public var confidence: Double?
  /// The uid of who voices it, other than the article.
  public var source: String?
  /// The uids of the speakers between article and source, outermost first.
  public var chain: [String]
  public var cue: String?
  public var evidence: Evidence?
  /// When it holds, as far as known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public var since: String?
  public var until: String?
  /// The year of a relation, or that in which a position was taken: as the text says, else that of its article.
  public var year: Int?
  /// When it was said or began, as exactly as known: what the text says, else the article's date, else the year.
  public var start: String? { since ?? evidence?.date ?? year.map { String($0) } }
  /// What records a claim of the ontology.
  public var authority: String?
  /// The construction that read it.
  public var construction: String?
  /// Where it comes from.
  public var coder: Coder

  /// Who coded an edge.
  public enum Coder: String, Sendable {
    /// Read in an article.
    case reader = "stancegraph"
    /// Recorded in the ontology.
    case ontology
  }

  /// The words behind an edge.
  public struct Evidence: Hashable, Sendable {
    public var document: String
    public var title: String?
    public var outlet: String?
    public var date: String?
    public var url: String?
    /// UTF-8 bytes of the article's text.
    public var span: TextSpan
    public var quotation: String
    /// SHA-256 of the article's text, in hexadecimal.
    public var textHash: String?
  }
}
