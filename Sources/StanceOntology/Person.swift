/// A person of the ontology.
public struct Person: Sendable, Hashable {
  public var id: EntityID
  /// The name most used in English.
  public var name: String
  public var gender: Gender?
  /// The countries that the person serves or belongs to.
  public var countries: [EntityID]
  /// The forms used alone after the first mention.
  public var familyNames: [String]
  /// Other attested spellings of the name.
  public var variants: [String]
}
