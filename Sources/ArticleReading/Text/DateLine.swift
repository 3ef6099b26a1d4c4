/// Finds the day an article is of, where it says so itself: in a line that is a date, or in the
/// dateline of an agency. A date in a sentence is that of some event, and is left alone.
enum DateLine {
  /// The day.
  /// - Parameters:
  ///   - blocks: the texts of the first blocks, in order.
  ///   - year: the year for a dateline without one (`KYIV, Feb 12 (Reuters) —`).
  static func date(in blocks: some Sequence<String>, year: Int?) -> CalendarDate? {
    let blocks = Array(blocks.prefix(8))
    for text in blocks {
      if let date = dateOfLine(text) ?? dateline(text, year: nil) { return date }
    }
    guard let year else { return nil }
    return blocks.lazy.compactMap { dateline($0, year: year) }.first
  }

  /// Whether a line is a date with at most a few words more, such as place, name, or *Updated*.
  static func isDateLine(_ text: String) -> Bool { dateOfLine(text) != nil }

  /// The day of `Friday, January 3, 2020`, `Published 12 February 2025 at 10:15 GMT` or
  /// `By Jane Doe | 12 February 2025`.
  private static func dateOfLine(_ text: String) -> CalendarDate? {
    guard text.utf8.count <= 160, !LineShape.endsSentence(text) else { return nil }
    let parts = DateText(text)
    let dates = parts.all
    guard let first = dates.first else { return nil }
    let covered = dates.reduce(into: Set<Int>()) { $0.formUnion($1.words) }
    let others = parts.words.indices.filter {
      !covered.contains($0) && !parts.words[$0].isNumber && !small.contains(parts.words[$0].text)
    }
    guard others.count <= 6 else { return nil }
    // Where it was published counts, not where it was last changed.
    let updated = parts.words.firstIndex { $0.text == "updated" || $0.text == "modified" }
    if let updated, first.words.lowerBound > updated,
      let published = parts.words.firstIndex(where: { $0.text == "published" })
    {
      return dates.first { $0.words.lowerBound > published }?.date ?? first.date
    }
    return first.date
  }

  /// The day of `KYIV, Feb. 12, 2025 (Agency) —` at the beginning of a paragraph.
  private static func dateline(_ text: String, year: Int?) -> CalendarDate? {
    let head = text.unicodeScalars.prefix(120)
    guard
      let dash = head.indices.first(where: { place in
        let scalar = head[place]
        if scalar == "—" || scalar == "–" { return true }
        let next = head.index(after: place)
        return scalar == "-" && next < head.endIndex
          && (head[next] == " " || head[next] == "-") && place > head.startIndex
      })
    else { return nil }
    let place = String(String.UnicodeScalarView(head[..<dash]))
    guard place.unicodeScalars.first?.properties.isUppercase == true else { return nil }
    let parts = DateText(place)
    guard let found = parts.first(year: year), parts.words.count <= 14 else { return nil }
    // Before the date stand only names: `The talks of 3 May 2024 —` begins no dateline.
    let before = place.split(separator: " ").prefix(found.words.lowerBound)
    let areNames = before.allSatisfy {
      $0.unicodeScalars.first.map { !$0.properties.isLowercase } ?? true
    }
    let isSentence = ["the", "a", "an", "on", "in", "since", "after", "by", "from"]
      .contains(parts.words.first?.text ?? "")
    return areNames && !isSentence ? found.date : nil
  }

  /// Words that go with a date.
  private static let small: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "published", "updated", "posted",
    "modified", "created", "first", "last", "on", "at", "by", "in", "date", "issued", "released",
    "am", "pm", "a", "m", "p", "gmt", "utc", "bst", "cet", "cest", "est", "edt", "et", "pst",
    "pdt", "ist", "msk", "eet", "z", "t", "h", "of", "st", "nd", "rd", "th", "local", "time",
  ]
}
