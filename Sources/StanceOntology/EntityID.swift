/// The name of an entity in every output: its kind and its key, as in `country:UA`.
public struct EntityID: Hashable, Sendable, CustomStringConvertible {
  public enum Kind: String, Sendable, CaseIterable {
    case country, person, organization, region, group, document
  }

  public let kind: Kind
  /// ISO 3166-1 alpha-2 for a country; an acronym or a slug for others.
  public let key: String

  public init(_ kind: Kind, _ key: String) {
    self.kind = kind
    self.key = key
  }

  /// Reads `kind:key`; nil where the kind is unknown or the key is empty.
  public init?(_ text: some StringProtocol) {
    guard let colon = text.firstIndex(of: ":"), let kind = Kind(rawValue: String(text[..<colon]))
    else { return nil }
    let key = text[text.index(after: colon)...]
    guard !key.isEmpty else { return nil }
    self.init(kind, String(key))
  }

  public var description: String { "\(kind.rawValue):\(key)" }
}

extension EntityID: Comparable {
  public static func < (a: EntityID, b: EntityID) -> Bool { a.description < b.description }
}
