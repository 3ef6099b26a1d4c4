/// What an XML 1.0 document can hold (its production 2, `Char`).
///
/// DOT is held to the same: SVG is XML, and a NUL ends Graphviz's strings.
enum XMLText {
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  /// The text without what XML can't hold.
  static func clean(_ text: String) -> String {
    guard !text.unicodeScalars.allSatisfy(isAllowed) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter(isAllowed)))
  }
}
