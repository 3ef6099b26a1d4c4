/// A day of the Gregorian calendar.
struct CalendarDate: Hashable, Sendable, CustomStringConvertible {
  let year: Int
  let month: Int
  let day: Int

  /// Nil where there is no such day, or the year is not one of news (1700 to 2199).
  init?(year: Int, month: Int, day: Int) {
    guard (1700..<2200).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= days[month - 1] else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// `YYYY-MM-DD`.
  var description: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  /// A date as pages and options write it: ISO 8601 with or without a time, `20250212`, RFC 5322, or
  /// in words. The day is that of the time zone it is written in.
  init?(metadata: String) {
    let text = metadata.unicodeScalars.drop { $0.properties.isWhitespace }
    let digits = text.prefix { $0.isDigit }
    if digits.count == 8 || digits.count == 14,
      let date = Self(compact: String(String.UnicodeScalarView(digits.prefix(8))))
    {
      self = date
      return
    }
    guard let found = DateText(metadata).first(year: nil) else { return nil }
    self = found.date
  }

  /// `20250212`.
  init?(compact digits: String) {
    guard digits.utf8.count == 8, let number = Int(digits) else { return nil }
    self.init(year: number / 10000, month: number / 100 % 100, day: number % 100)
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }
}

/// Finds dates in a short text.
struct DateText {
  struct Found {
    var date: CalendarDate
    /// The words it is made of, as indices into `words`.
    var words: Range<Int>
  }

  /// A run of letters or of digits, in lower case.
  struct Word {
    var text: String
    var isNumber: Bool
    /// What stands before it, white space left out; empty after a change from digits to letters.
    var before: String
  }

  private(set) var words: [Word] = []

  init(_ text: String) {
    var current = String.UnicodeScalarView()
    var before = String.UnicodeScalarView()
    var isNumber = false
    func end() {
      guard !current.isEmpty else { return }
      words.append(
        Word(text: String(current).lowercased(), isNumber: isNumber, before: String(before)))
      current = String.UnicodeScalarView()
      before = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if scalar.isDigit || scalar.properties.isAlphabetic {
        if scalar.isDigit != isNumber { end() }
        isNumber = scalar.isDigit
        current.append(scalar)
      } else {
        end()
        if !scalar.properties.isWhitespace { before.append(scalar) }
      }
    }
    end()
  }

  /// The first date.
  /// - Parameter year: the year of a date that has none; nil leaves such dates out.
  func first(year: Int?) -> Found? {
    for index in words.indices {
      if let found = date(at: index, year: year) { return found }
    }
    return nil
  }

  /// Every full date, in text order.
  var all: [Found] {
    var found: [Found] = []
    var index = 0
    while index < words.count {
      if let date = date(at: index, year: nil) {
        found.append(date)
        index = date.words.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func date(at index: Int, year hint: Int?) -> Found? {
    numeric(at: index) ?? dayMonthYear(at: index, hint) ?? monthDayYear(at: index, hint)
  }

  private func word(_ index: Int) -> Word? { index < words.count ? words[index] : nil }

  private func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
    guard let word = word(index), word.isNumber, digits.contains(word.text.utf8.count) else {
      return nil
    }
    return Int(word.text)
  }

  /// `2025-02-12`, `2025/2/12`; `12.02.2025` where only one order gives a date.
  private func numeric(at index: Int) -> Found? {
    guard let second = word(index + 1), let third = word(index + 2), second.before == third.before,
      ["-", "/", ".", "–", "_"].contains(second.before),
      let month = number(index + 1, digits: 1...2)
    else { return nil }
    let words = index..<(index + 3)
    if let year = number(index, digits: 4...4), let day = number(index + 2, digits: 1...2) {
      return CalendarDate(year: year, month: month, day: day).map { Found(date: $0, words: words) }
    }
    guard let first = number(index, digits: 1...2), let year = number(index + 2, digits: 4...4)
    else { return nil }
    let british = CalendarDate(year: year, month: month, day: first)
    let american = CalendarDate(year: year, month: first, day: month)
    guard let date = british ?? american, british == nil || american == nil || british == american
    else { return nil }
    return Found(date: date, words: words)
  }

  /// `12 February 2025`, `12th of Feb., 2025`.
  private func dayMonthYear(at index: Int, _ hint: Int?) -> Found? {
    guard let day = number(index, digits: 1...2) else { return nil }
    var next = index + 1
    if let ending = word(next)?.text, ["st", "nd", "rd", "th"].contains(ending),
      word(next)?.before.isEmpty == true
    {
      next += 1
    }
    if word(next)?.text == "of" { next += 1 }
    guard let month = month(next) else { return nil }
    return found(day: day, month: month, from: index, next: next + 1, hint)
  }

  /// `February 12, 2025`, `Feb. 12th 2025`.
  private func monthDayYear(at index: Int, _ hint: Int?) -> Found? {
    guard let month = month(index), let day = number(index + 1, digits: 1...2) else { return nil }
    var next = index + 2
    if let ending = word(next)?.text, ["st", "nd", "rd", "th"].contains(ending),
      word(next)?.before.isEmpty == true
    {
      next += 1
    }
    return found(day: day, month: month, from: index, next: next, hint)
  }

  private func found(day: Int, month: Int, from: Int, next: Int, _ hint: Int?) -> Found? {
    if let year = number(next, digits: 4...4),
      ["", ",", ".,", "-", "/"].contains(word(next)?.before ?? ""),
      let date = CalendarDate(year: year, month: month, day: day)
    {
      return Found(date: date, words: from..<(next + 1))
    }
    guard let hint, let date = CalendarDate(year: hint, month: month, day: day) else { return nil }
    return Found(date: date, words: from..<next)
  }

  private func month(_ index: Int) -> Int? {
    guard let word = word(index), !word.isNumber else { return nil }
    return Self.months[word.text]
  }

  private static let months: [String: Int] = {
    let names = [
      ["january", "jan"], ["february", "feb"], ["march", "mar"], ["april", "apr"], ["may"],
      ["june", "jun"], ["july", "jul"], ["august", "aug"], ["september", "sep", "sept"],
      ["october", "oct"], ["november", "nov"], ["december", "dec"],
    ]
    var months: [String: Int] = [:]
    for (index, forms) in names.enumerated() {
      for form in forms { months[form] = index + 1 }
    }
    return months
  }()
}
