/// An organisation of the ontology.
public struct Organization: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case intergovernmental = "igo"
    case alliance, union, court, agency, party
    case armedGroup = "armed-group"
    case ministry, company, ngo
  }

  public var id: EntityID
  public var name: String
  public var kind: Kind
  /// The country that it belongs to; nil for an international one.
  public var homeCountry: EntityID?
}
