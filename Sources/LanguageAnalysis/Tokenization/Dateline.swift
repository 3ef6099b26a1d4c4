import SourceText

/// The dateline of a news report: `KYIV, 13 February (Agency) –`, `KYIV:` at the beginning of a paragraph.
///
/// It says where and when the report was written and is no part of its first sentence, whose parse it would disturb.
enum Dateline {
  private static let dashes: Set<String> = ["—", "–", "-", "--"]
  private static let lowercaseWords: Set<String> = ["of", "de", "la", "the", "and", "at"]

  /// The number of tokens of the dateline that a sentence begins with, its dash or colon included; nil where there is none.
  static func length(in forms: ArraySlice<String>) -> Int? {
    guard let first = forms.first, isPlace(first) else { return nil }
    for (offset, form) in forms.prefix(16).enumerated().dropFirst() {
      if form == ":" {
        // `NEW DELHI: The ministry …`, with a whole sentence behind it.
        let rest = forms.dropFirst(offset + 1)
        let begins = rest.first?.unicodeScalars.first?.properties.isUppercase == true
        let isInCapitals = forms.prefix(offset).allSatisfy { $0 == $0.uppercased() }
        return rest.count > 7 && begins && isInCapitals && [".", "”", "\""].contains(rest.last)
          ? offset + 1 : nil
      }
      if dashes.contains(form) {
        // A dateline is followed by a sentence of some length, not by an aside (`NATO – an alliance – met`).
        let rest = forms.dropFirst(offset + 1)
        let begins = rest.first?.unicodeScalars.first?.properties.isLowercase == false
        return rest.count > 3 && begins ? offset + 1 : nil
      }
      guard let initial = form.unicodeScalars.first else { return nil }
      let isName = initial.properties.isUppercase || initial.properties.numericType != nil
      let isMark = [",", "(", ")", ".", "/", "'s"].contains(form)
      guard isName || isMark || lowercaseWords.contains(form) else { return nil }
    }
    return nil
  }

  /// Three letters or more, all of them capitals.
  private static func isPlace(_ form: String) -> Bool {
    let scalars = form.unicodeScalars
    return scalars.count >= 3
      && scalars.allSatisfy { $0.properties.isUppercase || "-.'’".unicodeScalars.contains($0) }
  }
}

extension Sentence {
  /// The sentence in two where it begins with a dateline.
  func splitAtDateline(_ tokens: Tokens) -> [Sentence] {
    guard beginsBlock, !isHeading, let length = Dateline.length(in: tokens.forms[self.tokens])
    else { return [self] }
    return split(after: length, tokens)
  }
}
