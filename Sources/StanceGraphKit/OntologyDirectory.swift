public import StanceModel
public import StanceOntology
public import StanceReading

/// What the ontology tells a graph: labels, codes, and every side's claims.
public struct OntologyDirectory: GraphDirectory {
  private let ontology: Ontology
  private let issues: IssueTable
  private let date: String?

  /// - Parameter date: the day on which offices count, `YYYY-MM-DD`; nil where none is known.
  public init(ontology: Ontology, issues: IssueTable, date: String?) {
    self.ontology = ontology
    self.issues = issues
    self.date = date
  }

  public func info(of entity: EntityID) -> EntityInfo? {
    guard let label = ontology.label(of: entity) else { return nil }
    let offices = entity.kind == .person ? ontology.offices(of: entity, on: date) : []
    let office = offices.first { $0.speaksFor && $0.entity.kind == .country } ?? offices.first
    return EntityInfo(
      label: label, iso: ontology.isoCode(of: entity), wikidata: ontology.wikidata(of: entity),
      affiliation: office.map { ontology.country(of: $0.entity) ?? $0.entity })
  }

  public func roleNames(of issue: String) -> [String] { issues[issue]?.roles ?? [] }

  public func isSymmetric(_ issue: String) -> Bool { issues[issue]?.isSymmetric ?? false }

  public func label(of issue: String, roles: [String?]) -> String? {
    issues[issue] == nil ? nil : issues.label(slug: issue, roles: roles)
  }

  public func claims(on territory: EntityID) -> [TerritorialClaim] {
    ontology.claims(on: territory).map { claim in
      let kind: TerritorialClaim.Kind =
        switch claim.kind {
        case .claimed: .claims
        case .controlled: .controls
        case .annexed: .annexed
        case .administered: .administers
        case .declaredIndependence: .declaredIndependence
        }
      return TerritorialClaim(
        claimant: claim.claimant, kind: kind, since: claim.start, until: claim.end,
        authority: claim.source)
    }
  }
}

extension OntologyDirectory {
  /// Reads the tables of an ontology for their labels alone.
  ///
  /// - Parameter codebook: a table of concepts that replaces the issues; nil for none.
  /// - Throws: `Diagnostic` or `OntologyErrors` where a table is missing or broken.
  public init(directories: [String], codebook: String? = nil, date: String?) throws {
    self.init(
      ontology: try Ontology(directories: directories),
      issues: try StanceTables(directories: directories, codebook: codebook).issues, date: date)
  }
}
