import StanceModel

/// A date as exactly as a text gives it: a year, a month of it, or a day.
struct TextDate: Hashable, CustomStringConvertible {
  var year: Int
  var month: Int?
  var day: Int?

  init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = month == nil ? nil : day
  }

  init(_ day: CalendarDay) { self.init(year: day.year, month: day.month, day: day.day) }

  /// What two days have in common: a month, or a year; nil where not even that.
  init?(common first: CalendarDay, _ last: CalendarDay) {
    guard first.year == last.year else { return nil }
    self.init(year: first.year, month: first.month == last.month ? first.month : nil)
  }

  /// ISO 8601, as short as it is exact: `2014`, `2014-03`, `2014-03-18`.
  var description: String {
    let first = CalendarDay(year: year, month: month ?? 1, day: day ?? 1).description
    return String(first.prefix(day != nil ? 10 : month != nil ? 7 : 4))
  }

  /// Whether all of it lies behind a day.
  func isAfter(_ other: CalendarDay) -> Bool {
    (year, month ?? 0, day ?? 0)
      > (other.year, month == nil ? 0 : other.month, day == nil ? 0 : other.day)
  }
}
