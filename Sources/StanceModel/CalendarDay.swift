import FoundationEssentials

/// A day of the Gregorian calendar.
public struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var year: Int
  public var month: Int
  public var day: Int

  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`; nil for anything else, such as a date without its day.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `YYYY-MM-DD`
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Monday is 0.
  public var weekday: Int {
    guard let date else { return 0 }
    return (Self.calendar.component(.weekday, from: date) + 5) % 7
  }

  public func moved(byDays days: Int) -> CalendarDay { moved(.day, days) }
  public func moved(byMonths months: Int) -> CalendarDay { moved(.month, months) }

  public static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

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

/// The days that a date of year, month or day precision means.
public struct TimeSpan: Hashable, Sendable {
  public var first: CalendarDay
  public var last: CalendarDay

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else.
  public init?(_ text: String?) {
    guard let text else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.first?.utf8.count == 4, parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      let first = CalendarDay(
        parts.count == 1 ? text + "-01-01" : parts.count == 2 ? text + "-01" : text)
    else { return nil }
    self.first = first
    switch parts.count {
    case 1: last = CalendarDay(year: first.year, month: 12, day: 31)
    case 2: last = first.moved(byMonths: 1).moved(byDays: -1)
    default: last = first
    }
  }
}
