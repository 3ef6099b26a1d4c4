/// Where the words of a contraction part, as UD English has it.
enum Contractions {
  /// Contractions without an apostrophe, with the length of their first word and, where there is a third, of
  /// the first two. Only forms that are no other word (`its`, `ill`, `lets` are left alone).
  static let plain: [String: (first: Int, second: Int)] = [
    "cannot": (3, 0), "gonna": (3, 0), "wanna": (3, 0), "gotta": (3, 0), "dunno": (2, 3),
    "lemme": (3, 0),
    "gimme": (3, 0), "outta": (3, 0), "dont": (2, 0), "doesnt": (4, 0), "didnt": (3, 0),
    "isnt": (2, 0),
    "wasnt": (3, 0), "arent": (3, 0), "werent": (4, 0), "hasnt": (3, 0), "havent": (4, 0),
    "hadnt": (3, 0),
    "couldnt": (5, 0), "wouldnt": (5, 0), "shouldnt": (6, 0), "cant": (2, 0), "wont": (2, 0),
    "aint": (2, 0),
    "im": (1, 0), "ive": (1, 0), "youre": (3, 0), "youve": (3, 0), "youll": (3, 0),
    "theyre": (4, 0),
    "theyve": (4, 0), "theyll": (4, 0), "thats": (4, 0), "theres": (5, 0), "whats": (4, 0),
    "heres": (4, 0),
    "hes": (2, 0), "shes": (3, 0), "itll": (2, 0),
  ]

  /// What follows the apostrophe in a clitic.
  static let clitics: Set<String> = ["s", "m", "d", "re", "ve", "ll"]

  /// Words that begin with an apostrophe and are one token.
  static let elisions: Set<String> = [
    "em", "til", "till", "n", "cause", "cos", "cuz", "round", "bout", "nuff",
  ]

  /// Of the elisions, those that are hardly ever the first word of a quotation.
  static let certainElisions: Set<String> = ["em", "til"]

  /// Words that end in an apostrophe for a letter dropped, beside those in `-in'`.
  static let dropped: Set<String> = ["o", "ol", "an", "th", "wi", "lil", "mo", "ya"]

  /// The clitic at the end of `start..<end`: where it begins, or nil.
  static func cut(_ text: BlockText, _ start: Int, _ end: Int) -> Int? {
    // No clitic has more than two letters behind its apostrophe.
    for length in 1...2 {
      let letters = end - length
      guard letters > start else { return nil }
      let mark = apostropheLength(text, before: letters)
      guard mark > 0 else { continue }
      let apostrophe = letters - mark
      guard apostrophe > start else { return nil }
      let tail = text.lowercased(letters, end)
      if tail == "t" {
        let n = apostrophe - 1
        return n > start && asciiLower(text[n]) == UInt8(ascii: "n") ? n : nil
      }
      return clitics.contains(tail) ? apostrophe : nil
    }
    return nil
  }

  /// The length in bytes of the apostrophe that ends at `offset`, else 0.
  private static func apostropheLength(_ text: BlockText, before offset: Int) -> Int {
    switch text[offset - 1] {
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return 1
    case 0x80...0xBF:
      switch text.kind(before: offset) {
      case .apostrophe, .backtick: return text[offset - 2] >= 0xC0 ? 2 : 3
      default: return 0
      }
    default: return 0
    }
  }
}
