import SourceText

/// Letters and digits alone, in lower case: DNA writes `,` for `;` and `'` for `"` in what it exports.
func folded(_ text: some StringProtocol) -> String {
  String(String.UnicodeScalarView(text.lowercased().unicodeScalars.filter(isKept)))
}

private func isKept(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}

/// A text in which words are found whatever stands between their letters: line ends, marks, letter case.
struct FoldedText {
  private let text: String
  private var scalars: [Unicode.Scalar] = []
  /// The UTF-8 bytes of the character behind each of `scalars`.
  private var places: [TextSpan] = []

  init(_ text: String) {
    self.text = text
    var offset = 0
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      for lower in scalar.properties.lowercaseMapping.unicodeScalars where isKept(lower) {
        scalars.append(lower)
        places.append(TextSpan(offset, offset + width))
      }
      offset += width
    }
  }

  /// Where the words stand; of several places the one that begins nearest to `start`, or the first.
  func span(of words: String, near start: Int? = nil) -> TextSpan? {
    let wanted = Array(folded(words).unicodeScalars)
    guard let first = wanted.first, wanted.count <= scalars.count else { return nil }
    var best: TextSpan?
    for place in 0...(scalars.count - wanted.count)
    where scalars[place] == first
      && scalars[place..<(place + wanted.count)].elementsEqual(wanted)
    {
      let span = TextSpan(places[place].start, places[place + wanted.count - 1].end)
      guard let start else { return span }
      guard let known = best else {
        best = span
        continue
      }
      if abs(span.start - start) < abs(known.start - start) { best = span }
    }
    return best
  }

  /// The bytes of a range of UTF-16 code units; nil where it is not in the text.
  func span(utf16 range: Range<Int>) -> TextSpan? {
    let units = text.utf16
    guard
      let start = units.index(
        units.startIndex, offsetBy: range.lowerBound, limitedBy: units.endIndex),
      let end = units.index(start, offsetBy: range.count, limitedBy: units.endIndex),
      // Half a character is no place.
      let from = start.samePosition(in: text.utf8), let to = end.samePosition(in: text.utf8)
    else { return nil }
    return TextSpan(
      text.utf8.distance(from: text.utf8.startIndex, to: from),
      text.utf8.distance(from: text.utf8.startIndex, to: to))
  }
}
