extension TokenScanner {
  /// Units that are words of their own behind a number (`5 pm`, `65 k`), in lower case.
  private static let units: Set<String> = [
    "am", "pm", "k", "m", "bn", "mn", "mln", "bln", "tn", "trn", "mm", "cm", "km", "kg", "g", "mg",
    "lb", "lbs",
    "oz", "ft", "in", "mi", "mph", "kph", "kmh", "kw", "mw", "gw", "kwh", "mwh", "gb", "mb", "tb",
    "hz", "khz",
    "mhz", "ghz", "bpd", "ha", "hrs", "hr", "min", "mins", "sec", "secs", "yr", "yrs", "p", "pc",
    "pct", "x",
  ]

  /// Units that are units in capitals too.
  private static let capitalUnits: Set<String> = [
    "AM", "PM", "K", "MM", "BN", "GB", "MB", "TB", "MW", "KM", "MPH",
  ]

  /// Adds the number that begins at `start`; its unit, if glued to it, is the next token.
  mutating func scanNumber(from start: Int, digits: Int? = nil) -> Int {
    var i = digits ?? start
    scan: while i < chunk.end {
      let c = text.character(at: i)
      let next = i + c.length
      switch c.kind {
      case .digit: i = next
      case .comma:
        guard isThousand(next) else { break scan }
        i = next
      case .period, .colon, .slash:
        guard text.kind(at: next) == .digit else { break scan }
        i = next
      case .hyphen:
        guard let end = numberedRowEnd(start, i) else { break scan }
        i = end
      case .lower, .upper: return scanLetters(start, i)
      case .apostrophe:
        guard text.goesOn(with: "s", at: next), !text.kind(at: next + 1).isWord else { break scan }
        // A decade is one token: `1960's`.
        if text[i - 1] == UInt8(ascii: "0"), i - start == 2 || i - start == 4 {
          return add(.number, start, next + 1)
        }
        return scanWord(from: start, after: i)
      case .extender: i = next
      default: break scan
      }
    }
    return add(.number, start, i)
  }

  /// Whether the digits behind a comma go on with the number: `1,000`, `1,00,000`, not `[13,14]`.
  func isThousand(_ offset: Int) -> Bool {
    let end = run(offset) { $0 == .digit }
    return end - offset == 3
      || (end - offset == 2 && text[end] == UInt8(ascii: ",") && isThousand(end + 1))
  }

  /// Ends a number that letters follow: an ordinal and a decade keep them, a unit parts, a code is a word.
  private mutating func scanLetters(_ start: Int, _ i: Int) -> Int {
    let end = run(i) { $0.isLetter }
    let next = text.kind(at: end)
    if end - i <= 4, !next.isWord {
      let letters = text.lowercased(i, end)
      switch letters {
      case "s" where next == .apostrophe: return scanWord(from: start, after: end)
      case "st", "nd", "rd", "th", "s": return add(.number, start, end)
      default: break
      }
      let isAmount = tokens.last?.kind == .currency && tokensTouch(start)
      let written = text.string(i, end)
      if isAmount || (letters == written && Self.units.contains(letters))
        || Self.capitalUnits.contains(written)
        || text.goesOn(with: "a.m", at: i) || text.goesOn(with: "p.m", at: i)
      {
        return add(.number, start, i)
      }
    }
    return scanWord(from: start, after: i)
  }

  /// The end of a telephone number or a date written with hyphens; nil where a hyphen parts two numbers.
  private func numberedRowEnd(_ start: Int, _ hyphen: Int) -> Int? {
    guard text.kind(at: hyphen + 1) == .digit, text[start] != UInt8(ascii: ".") else { return nil }
    var groups = 1
    var lastGroup = 0
    var end = hyphen
    while end < chunk.end {
      let kind = text.kind(at: end)
      if kind == .hyphen, text.kind(at: end + 1) == .digit {
        groups += 1
        lastGroup = 0
        if groups > 6 { return nil }
      } else if kind == .digit {
        lastGroup += 1
      } else {
        break
      }
      end += 1
    }
    guard !text.kind(at: end).isLetter, run(start, { $0 == .digit }) == hyphen else { return nil }
    let firstGroup = hyphen - start
    if groups >= 3 { return end }
    return groups == 2 && lastGroup == 4 && (firstGroup == 3 || firstGroup == 5) ? end : nil
  }
}
