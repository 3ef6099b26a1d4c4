/// The days that a date of year, month or day precision may mean.
struct DateRange: Hashable {
  /// `YYYYMMDD` as a number, which compares as the days do.
  var first: Int
  var last: Int

  /// One year in the numbers above.
  static let year = 10000

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else, such as a 30 February.
  init?(_ text: some StringProtocol) {
    self.init(utf8: text.utf8)
  }

  init?(utf8 bytes: some Collection<UInt8>) {
    var digits = [0, 0, 0]
    var part = 0
    var width = 0
    for byte in bytes {
      if byte == UInt8(ascii: "-") {
        guard width == (part == 0 ? 4 : 2), part < 2 else { return nil }
        part += 1
        width = 0
      } else {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), width < 4 else { return nil }
        digits[part] = digits[part] * 10 + Int(byte - UInt8(ascii: "0"))
        width += 1
      }
    }
    guard width == (part == 0 ? 4 : 2) else { return nil }
    let (year, month, day) = (digits[0], digits[1], digits[2])
    if part >= 1 { guard (1...12).contains(month) else { return nil } }
    if part == 2 { guard day >= 1, day <= Self.days(in: month, of: year) else { return nil } }
    first = year * 10000 + (part >= 1 ? month : 1) * 100 + (part == 2 ? day : 1)
    let lastMonth = part >= 1 ? month : 12
    last =
      year * 10000 + lastMonth * 100 + (part == 2 ? day : Self.days(in: lastMonth, of: year))
  }

  /// Whether a tenure from `start` up to and without `end` may reach into this range.
  ///
  /// An end known by month or year may be its last day; a missing bound is open.
  func overlaps(start: DateRange?, end: DateRange?) -> Bool {
    if let start, start.first > last { return false }
    guard let end else { return true }
    return end.first == end.last ? end.first > first : end.last >= first
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
