extension TokenScanner {
  /// Ends of names of hosts and files, as far as they are no English words.
  private static let lastLabels: Set<String> = [
    "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "uk", "ru", "ua", "de", "fr",
    "cn", "jp", "eu",
    "io", "tv", "ca", "au", "nz", "ie", "ch", "nl", "pl", "br", "za", "kr", "ir", "il", "tr", "doc",
    "docx", "pdf",
    "xls", "xlsx", "txt", "jpg", "png", "html", "htm", "zip", "exe", "mp3", "mp4", "gif",
  ]

  /// The end of the web address, e-mail address, handle or file name that begins at `start`, if one does.
  func addressEnd(_ start: Int) -> Int? {
    if hasScheme(start, chunk.end) || text.goesOn(with: "www.", at: start) {
      let end = trimmed(start, chunk.end)
      return end > start + 4 ? end : nil
    }
    // A longer name than that is none; without a limit a hostile text took quadratic time.
    let end = trimmed(start, min(chunk.end, start + 320))
    guard end > start + 3 else { return nil }
    if text[start] == UInt8(ascii: "@") {
      let name = run(start + 1) { $0.isWord || $0 == .underscore }
      return name > start + 1 && text.kind(at: start + 1).isLetter ? name : nil
    }
    var i = start
    var at: Int?
    var lastPeriod: Int?
    var periods = 0
    var hasCapital = false
    scan: while i < end {
      let c = text.character(at: i)
      switch c.kind {
      case .lower, .digit, .underscore, .ellipsis: break
      case .hyphen, .percent:
        guard i > start else { return nil }
      case .upper: hasCapital = true
      case .symbol:
        guard text[i] == UInt8(ascii: "+"), at == nil else { break scan }
      case .at:
        guard at == nil, i > start else { return nil }
        at = i
      case .period:
        lastPeriod = i
        periods += 1
      default: break scan
      }
      i += c.length
    }
    if let at {
      let host = trimmed(start, i)
      return host > at + 1 ? host : nil
    }
    i = trimmed(start, i)
    guard let lastPeriod, lastPeriod > start, lastPeriod + 2 < i, text.kind(at: start).isWord else {
      return nil
    }
    let label = text.lowercased(lastPeriod + 1, i)
    let isName =
      Self.lastLabels.contains(label) || (periods > 1 && !hasCapital && isLetters(start, i))
    guard isName, i - lastPeriod <= 7 || periods > 1 else { return nil }
    return text[i] == UInt8(ascii: "/") ? trimmed(start, chunk.end) : i
  }

  /// Whether a row of labels has letters only, two or more in each.
  private func isLetters(_ start: Int, _ end: Int) -> Bool {
    var length = 0
    for i in start..<end {
      switch text.kind(at: i) {
      case .lower: length += 1
      case .period:
        guard length > 1 else { return false }
        length = 0
      default: return false
      }
    }
    return length > 1
  }

  private func hasScheme(_ start: Int, _ end: Int) -> Bool {
    let name = run(start) { $0.isLetter }
    guard name > start, name - start <= 10, text[name] == UInt8(ascii: ":") else { return false }
    if text.goesOn(with: "//", at: name + 1) { return name + 3 < end }
    return text.goesOn(with: "mailto:", at: start) || text.goesOn(with: "doi:", at: start)
  }

  /// `end` without the punctuation that belongs to the sentence.
  private func trimmed(_ start: Int, _ end: Int) -> Int {
    var end = end
    // An address may hold pairs of brackets.
    var unpaired: Int?
    while end > start {
      let kind = text.kind(before: end)
      switch kind {
      case .period, .comma, .colon, .semicolon, .terminal, .apostrophe, .straightQuote, .leftQuote,
        .rightQuote,
        .ellipsis, .dash:
        break
      case .closeBracket:
        let surplus = unpaired ?? unpairedBrackets(start, end)
        guard surplus > 0 else { return end }
        unpaired = surplus - 1
      case .symbol where text[end - 1] == UInt8(ascii: ">"): break
      default: return end
      }
      end -= 1
      while end > start, text[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return end
  }

  /// By how many the closing brackets outnumber the opening ones.
  private func unpairedBrackets(_ start: Int, _ end: Int) -> Int {
    (start..<end).reduce(0) { count, i in
      switch text.kind(at: i) {
      case .openBracket: count - 1
      case .closeBracket: count + 1
      default: count
      }
    }
  }
}
