import FoundationEssentials

/// A day of the Gregorian calendar.
struct CalendarDay: Hashable {
  var year: Int
  var month: Int
  var day: Int

  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`; nil for anything else, such as a date without its day.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Monday is 0.
  var weekday: Int {
    guard let date else { return 0 }
    return (Self.calendar.component(.weekday, from: date) + 5) % 7
  }

  func moved(byDays days: Int) -> CalendarDay { moved(.day, days) }
  func moved(byMonths months: Int) -> CalendarDay { moved(.month, months) }

  private var date: Date? {
    Self.calendar.date(from: DateComponents(year: year, month: month, day: day))
  }

  private func moved(_ unit: Calendar.Component, _ count: Int) -> CalendarDay {
    guard let date, let other = Self.calendar.date(byAdding: unit, value: count, to: date) else {
      return self
    }
    let parts = Self.calendar.dateComponents([.year, .month, .day], from: other)
    guard let year = parts.year, let month = parts.month, let day = parts.day else { return self }
    return CalendarDay(year: year, month: month, day: day)
  }
}
