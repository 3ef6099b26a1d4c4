/// A token as it is written: one word, or a contraction of two or three.
struct SurfaceToken {
  enum Kind: UInt8 {
    case word, number
    /// A word whose last period belongs to it.
    case abbreviation
    case period, terminal, ellipsis, comma, colon
    case openQuote, closeQuote, openBracket, closeBracket
    case currency, hyphen, dash, emoticon, symbol
  }

  var start: Int
  var end: Int
  var kind: Kind
  /// Where the second and third word begin; 0 where there is none.
  var cut = 0
  var secondCut = 0
}
