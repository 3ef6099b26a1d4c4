/// Somebody's tenure of an office.
public struct Office: Sendable, Hashable {
  public var person: EntityID
  /// The country, organisation or region served.
  public var entity: EntityID
  /// The class of the office: `head-of-state`, `foreign-minister`, … as in `offices.tsv`.
  public var officeClass: String
  public var title: String
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil when unknown.
  public var start: String?
  /// As `start`; nil while the office was still held on the day `asOf`.
  public var end: String?
  /// The day on which a source without an end was read.
  public var asOf: String?
  /// Whether the holder speaks for the entity.
  public var speaksFor: Bool

  /// Whether the source reaches to this date, so that nobody else is known to hold the office then.
  ///
  /// A tenure with an end is certain; one without is vouched for until a year after it was read.
  public func isVouchedFor(on date: String) -> Bool {
    guard end == nil, let asOf, let read = DateRange(asOf), let asked = DateRange(date) else {
      return true
    }
    return asked.first <= read.last + DateRange.year
  }
}
