public import StanceOntology

/// What a graph shows of an entity beside its id.
public struct EntityInfo: Hashable, Sendable {
  public var label: String
  /// ISO 3166-1 alpha-2 of a country, ISO 3166-2 of a region.
  public var iso: String?
  /// `Q` and digits.
  public var wikidata: String?
  /// The country or organisation that a person stood for on the day that matters.
  public var affiliation: EntityID?

  public init(
    label: String, iso: String? = nil, wikidata: String? = nil, affiliation: EntityID? = nil
  ) {
    self.label = label
    self.iso = iso
    self.wikidata = wikidata
    self.affiliation = affiliation
  }
}

/// A claim to a territory by one claimant, with dates and the authority that records it.
public struct TerritorialClaim: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case claims, annexed, controls, administers
    case declaredIndependence = "declared-independence"

    /// For people to read. An annexation stays a claim: a graph takes no side.
    public var words: String {
      switch self {
      case .claims: "claims"
      case .annexed: "claims as annexed"
      case .controls: "controls"
      case .administers: "administers"
      case .declaredIndependence: "declared independence"
      }
    }
  }

  /// The territory itself where it declared its own independence.
  public var claimant: EntityID
  public var kind: Kind
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public var since: String?
  public var until: String?
  /// What records the claim, such as a resolution.
  public var authority: String?

  public init(
    claimant: EntityID, kind: Kind, since: String?, until: String? = nil, authority: String? = nil
  ) {
    self.claimant = claimant
    self.kind = kind
    self.since = since
    self.until = until
    self.authority = authority
  }
}

/// What a graph needs to know about entities and issues; an ontology answers it.
public protocol GraphDirectory: Sendable {
  /// nil for an entity that the directory does not know: its label is then made of its id.
  func info(of entity: EntityID) -> EntityInfo?

  /// The names of an issue's roles in order, such as `["member", "organization"]`; empty if unknown.
  func roleNames(of issue: String) -> [String]

  /// Whether the order of the issue's roles does not matter, so that both orders are one node.
  func isSymmetric(_ issue: String) -> Bool

  /// A label for people, such as *NATO membership of Ukraine*.
  ///
  /// - Parameter roles: The labels of the fillers in order; nil is an open role.
  /// - Returns: nil where the directory has no words for the issue.
  func label(of issue: String, roles: [String?]) -> String?

  /// Every claim to the territory, whoever makes it; empty where none is disputed.
  func claims(on territory: EntityID) -> [TerritorialClaim]
}

extension GraphDirectory {
  public func info(of entity: EntityID) -> EntityInfo? { nil }
  public func roleNames(of issue: String) -> [String] { [] }
  public func isSymmetric(_ issue: String) -> Bool { false }
  public func label(of issue: String, roles: [String?]) -> String? { nil }
  public func claims(on territory: EntityID) -> [TerritorialClaim] { [] }
}

/// A directory that knows nothing: labels are made of the ids.
public struct EmptyDirectory: GraphDirectory {
  public init() {}
}
