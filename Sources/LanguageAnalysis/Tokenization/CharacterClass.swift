/// What the rules of tokenisation need to know of a character.
enum CharacterClass: UInt8 {
  case space, lower, upper, digit
  /// `'`, `’`, `‘` and their look-alikes: a quotation mark or an apostrophe.
  case apostrophe
  /// `` ` `` and `´`: an apostrophe between letters only.
  case backtick
  case straightQuote, leftQuote, rightQuote
  case openBracket, closeBracket
  case period, terminal, comma, colon, semicolon
  case hyphen, dash, ellipsis
  case slash, ampersand, at, hash, percent, underscore, asterisk, currency
  case symbol
  /// A mark that belongs to the character before it (variation selector, joiner, skin tone).
  case extender

  var isLetter: Bool { self == .lower || self == .upper }
  var isWord: Bool { self == .lower || self == .upper || self == .digit }
}

extension CharacterClass {
  /// The classes of the first 128 characters; control characters are white space.
  static let ascii: [CharacterClass] = (0..<128).map { code in
    switch UInt8(code) {
    case 0...0x20, 0x7F: .space
    case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "`"): .backtick
    case UInt8(ascii: "\""): .straightQuote
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .openBracket
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closeBracket
    case UInt8(ascii: "."): .period
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .terminal
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: "@"): .at
    case UInt8(ascii: "#"): .hash
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "_"): .underscore
    case UInt8(ascii: "*"): .asterisk
    case UInt8(ascii: "$"): .currency
    default: .symbol
    }
  }

  /// The class of a character beyond ASCII.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x2018, 0x2019, 0x201B, 0x02BC, 0xFF07: self = .apostrophe
    case 0x00B4: self = .backtick
    case 0x201C, 0x201E, 0x00AB: self = .leftQuote
    case 0x201D, 0x00BB: self = .rightQuote
    case 0x2010, 0x2011, 0x2212: self = .hyphen
    case 0x2012...0x2015: self = .dash
    case 0x2026: self = .ellipsis
    case 0x3002, 0xFF01, 0xFF1F, 0x203C, 0x2047...0x2049: self = .terminal
    // Byte order mark, zero-width space and marks of direction: nothing that is seen.
    case 0x0080...0x00A0, 0xFEFF, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069:
      self = .space
    case 0x00AD, 0x200C, 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F:
      self = .extender
    default: self = CharacterClass(category: scalar.properties)
    }
  }

  private init(category properties: Unicode.Scalar.Properties) {
    switch properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: self = .upper
    case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
      .enclosingMark, .letterNumber:
      self = .lower
    case .decimalNumber: self = .digit
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: self = .space
    case .openPunctuation: self = .openBracket
    case .closePunctuation: self = .closeBracket
    case .initialPunctuation: self = .leftQuote
    case .finalPunctuation: self = .rightQuote
    case .dashPunctuation: self = .dash
    case .currencySymbol: self = .currency
    default: self = .symbol
    }
  }
}
