/// Who claims, controls or governs a territory, by whom and since when; each row is one side's.
public struct Claim: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case claimed = "claimed-by"
    case controlled = "controlled-by"
    case annexed = "annexed-by"
    case administered = "administered-by"
    case declaredIndependence = "declared-independence"
  }

  /// The territory.
  public var entity: EntityID
  /// Who claims it; the territory itself where its own authorities do.
  public var claimant: EntityID
  public var kind: Kind
  public var start: String?
  public var end: String?
  public var note: String
  public var source: String

  /// Whether the claim stood on a date (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`).
  public func stands(on date: String) -> Bool {
    guard let asked = DateRange(date) else { return false }
    return asked.overlaps(start: start.flatMap(DateRange.init), end: end.flatMap(DateRange.init))
  }
}
