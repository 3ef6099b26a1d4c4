extension TokenScanner {
  /// Adds the word that begins at `start`, and what its end decides: a period, a closing mark.
  ///
  /// - Parameter after: where the search for the word's end begins, if part of it is known.
  /// - Returns: where the tokens added end.
  mutating func scanWord(from start: Int, after: Int? = nil) -> Int {
    var i = after ?? start + text.character(at: start).length
    var firstPart = start
    scan: while i < chunk.end {
      let c = text.character(at: i)
      let next = i + c.length
      switch c.kind {
      case .lower, .upper, .digit, .extender: i = next
      case .apostrophe, .backtick, .underscore, .asterisk:
        guard text.kind(at: next).isWord else { break scan }
        i = next
      case .ampersand:
        guard text.kind(at: next).isLetter else { break scan }
        i = next
      case .hyphen:
        guard firstPart == start, keepsHyphen(start, i, next) else { break scan }
        i = next
        firstPart = next
      case .comma:
        // `IRR200,000`
        guard text.kind(before: i) == .digit, isThousand(next) else { break scan }
        i = next
      case .period:
        if text.kind(before: i) == .digit, text.kind(at: next) == .digit {
          i = next
          continue scan
        }
        guard let end = innerPeriodEnd(start, i) else { break scan }
        i = end
        if text.kind(before: i) == .period { break scan }
      case .slash:
        guard isSlashed(start, i) else { break scan }
        i = next
      case .currency:
        // `US$`, `HK$`
        guard i - start <= 3, run(start, { $0 == .upper }) == i else { break scan }
        return add(.currency, start, next)
      default: break scan
      }
    }
    return endWord(start, i)
  }

  /// Adds the word `start..<end` with the apostrophe or period behind it that belongs to it.
  private mutating func endWord(_ start: Int, _ end: Int) -> Int {
    let c = text.character(at: end)
    switch c.kind {
    case .apostrophe where end < chunk.end:
      let next = end + c.length
      switch markBehindWord(start, end, next) {
      case .possessive:
        tokens.append(SurfaceToken(start: start, end: next, kind: .word, cut: end))
        return next
      case .elision: return add(.word, start, next)
      case .close:
        addWord(start, end)
        return scanApostrophe(end)
      }
    case .period where text.kind(before: end) != .period:
      if let kind = periodBelongs(start, end) { return add(kind, start, end + 1) }
    default: break
    }
    addWord(start, end)
    return end
  }

  /// Adds a word, cut where it is a contraction.
  mutating func addWord(_ start: Int, _ end: Int) {
    var token = SurfaceToken(start: start, end: end, kind: .word)
    if text.kind(before: end) == .period { token.kind = .abbreviation }
    if chunk.isPlain {
      if end - start <= 8, let cuts = Contractions.plain[text.lowercased(start, end)] {
        token.cut = start + cuts.first
        token.secondCut = cuts.second == 0 ? 0 : start + cuts.second
      }
    } else if let cut = Contractions.cut(text, start, end) {
      token.cut = cut
      if let first = Contractions.cut(text, start, cut) {
        (token.cut, token.secondCut) = (first, cut)
      }
    } else if end - start <= 8, let cuts = Contractions.plain[text.lowercased(start, end)] {
      token.cut = start + cuts.first
      token.secondCut = cuts.second == 0 ? 0 : start + cuts.second
    }
    tokens.append(token)
  }

  /// Whether the hyphen at `hyphen` stays inside the word: `anti-war`, `mid-1990s`, `nation-wide` does not.
  private func keepsHyphen(_ start: Int, _ hyphen: Int, _ next: Int) -> Bool {
    guard text.kind(at: next).isWord, hyphen - start <= 7 else { return keepsSuffix(next) }
    let prefix = text.lowercased(start, hyphen)
    // `e-mail`, but not `Tehrik-e-Taliban`
    if prefix == "e" { return text.kind(at: next) == .lower && !tokensTouch(start) }
    // `UN-led` has no prefix.
    if text.kind(before: hyphen) == .upper { return keepsSuffix(next) }
    return Affixes.prefixes.contains(prefix) || keepsSuffix(next)
  }

  private func keepsSuffix(_ next: Int) -> Bool {
    let end = run(next) { $0.isLetter }
    guard end > next, end - next <= 5, text.kind(at: end) != .hyphen else { return false }
    return Affixes.suffixes.contains(text.string(next, end))
  }

  /// Whether the slash stays inside the word: `w/o`, `s/he`, `I/C`.
  private func isSlashed(_ start: Int, _ slash: Int) -> Bool {
    guard slash - start == 1, text.kind(at: slash + 1).isLetter else { return false }
    let first = asciiLower(text[start])
    if first == UInt8(ascii: "w") || text.goesOn(with: "s/he", at: start) { return true }
    return text.kind(at: start) == .upper && text.kind(at: slash + 1) == .upper
      && !text.kind(at: slash + 2).isWord
  }

  /// For a period inside a word, or behind a row of initials: the end of what belongs to the word behind it.
  ///
  /// `U.S.` and `i.e.` are words, `Ph.D.` too; `end.The` is two words that lack their space.
  private func innerPeriodEnd(_ start: Int, _ period: Int) -> Int? {
    guard text.kind(at: period + 1).isLetter else { return nil }
    if let end = compoundEnd(start, period) { return end }
    if isSingleLetters(start, period) {
      var end = period
      // One letter and a period at a time.
      while text[end] == UInt8(ascii: "."), text.kind(at: end + 1).isLetter {
        let letter = text.character(at: end + 1)
        let behind = end + 1 + letter.length
        guard !text.kind(at: behind).isWord else { break }
        end = behind
      }
      if end == period { return text.kind(at: start) == .upper ? period + 1 : nil }
      return text[end] == UInt8(ascii: ".") && !isEllipsis(end) ? end + 1 : end
    }
    return nil
  }

  /// The end of `Ph.D.` and the like.
  private func compoundEnd(_ start: Int, _ period: Int) -> Int? {
    guard period - start <= 3 else { return nil }
    var end = period
    while end < min(chunk.end, start + 8),
      text.kind(at: end).isLetter || text[end] == UInt8(ascii: ".")
    { end += 1 }
    if text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard end - start <= 7, Abbreviations.compound.contains(text.lowercased(start, end)) else {
      return nil
    }
    return text[end] == UInt8(ascii: ".") ? end + 1 : end
  }

  /// Whether three periods or more stand there: a fourth may end an abbreviation before them.
  private func isEllipsis(_ period: Int) -> Bool {
    text[period + 1] == UInt8(ascii: ".") && text[period + 2] == UInt8(ascii: ".")
  }

  private func isSingleLetters(_ start: Int, _ period: Int) -> Bool {
    text.kind(at: start).isLetter && start + text.character(at: start).length == period
  }

  /// Whether the period behind a word is part of it, and what that makes of the word.
  private func periodBelongs(_ start: Int, _ end: Int) -> SurfaceToken.Kind? {
    guard !isEllipsis(end) else { return nil }
    let first = text.kind(at: start)
    let next = nextVisible(end + 1)
    if start + text.character(at: start).length == end, first == .upper {
      return isInitial(start, end, next) ? .abbreviation : nil
    }
    guard end - start <= 6, let rule = Abbreviations.rules[text.lowercased(start, end)] else {
      return nil
    }
    switch rule {
    case .title:
      return first == .upper && (next.kind == .upper || next.kind == .digit) ? .abbreviation : nil
    case .saint:
      let isStreet = tokens.last.map { text.kind(at: $0.start) == .upper } ?? false
      return first == .upper && (next.kind == .upper || (isStreet && next.kind != .space))
        ? .abbreviation : nil
    case .beforeNumber: return next.kind == .digit ? .abbreviation : nil
    case .date:
      guard first == .upper else { return nil }
      // `Sat.` and `Mar.` are words as well.
      return next.kind == .digit || next.kind == .comma || next.kind == .lower
        || (next.kind == .upper && !startsSentence(next.offset)) ? .abbreviation : nil
    case .state:
      return first == .upper && tokens.last?.kind == .comma && next.kind != .space
        && !startsSentence(next.offset) ? .abbreviation : nil
    case .inner: return next.kind == .space || startsSentence(next.offset) ? nil : .abbreviation
    case .suffix, .closing:
      if rule == .suffix && first != .upper { return nil }
      return next.kind == .space || startsSentence(next.offset) || next.kind == .leftQuote
        || next.kind == .straightQuote && next.isApart ? nil : .abbreviation
    }
  }

  /// Whether a capital and a period are an initial: `J. Smith`, not the end of `Plan B.`
  private func isInitial(_ start: Int, _ end: Int, _ next: Visible) -> Bool {
    guard
      next.kind == .upper || next.kind == .digit || next.kind == .comma || next.kind == .openBracket
    else { return false }
    if next.kind != .upper { return next.kind == .comma && text[start] != UInt8(ascii: "I") }
    let before = tokens.last
    let followsName =
      before.map {
        text.kind(at: $0.start) == .upper && ($0.kind == .word || $0.kind == .abbreviation)
      } ?? true
    if text[start] == UInt8(ascii: "I") { return followsName && !startsSentence(next.offset) }
    return !startsSentence(next.offset)
  }

  struct Visible {
    var kind: CharacterClass
    var offset: Int
    /// Whether white space stands before it.
    var isApart: Bool
  }

  /// The next character that is no white space; of kind `space` at the end of the block.
  func nextVisible(_ offset: Int) -> Visible {
    var i = offset
    while i < text.upper {
      let c = text.character(at: i)
      if c.kind != .space { return Visible(kind: c.kind, offset: i, isApart: i > offset) }
      i += c.length
    }
    return Visible(kind: .space, offset: i, isApart: true)
  }

  /// Whether a word with a capital begins there that goes on with no name (`The`).
  func startsSentence(_ offset: Int) -> Bool {
    guard text.kind(at: offset) == .upper else { return false }
    let end = run(offset) { $0.isLetter }
    guard end - offset <= 14 else { return false }
    // `US`, `A.` and the like are no such words.
    if end - offset > 1, text.kind(at: offset + 1) == .upper { return false }
    if text.kind(at: end) == .period, end - offset == 1 { return false }
    return Abbreviations.sentenceStarters.contains(text.lowercased(offset, end))
  }
}
