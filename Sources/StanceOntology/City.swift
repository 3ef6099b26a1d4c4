/// A city of the ontology; cities are places, not nodes of a graph.
public struct City: Sendable, Hashable {
  public var id: String
  public var name: String
  /// The country that the source files it under, which settles no claim to it.
  public var country: EntityID
  public var population: Int?
  public var isCapital: Bool
}
