extension TokenScanner {
  enum MarkBehindWord { case possessive, elision, close }

  /// How far the search for the other mark of a pair goes, in bytes: the time stays linear.
  private static let reach = 600

  // MARK: Double marks

  mutating func scanDoubleQuote(_ i: Int) -> Int {
    let c = text.character(at: i)
    let before = text.kind(before: i)
    let after = text.kind(at: i + c.length)
    let opens: Bool
    switch c.kind {
    case .leftQuote:
      // German usage closes with the mark that opens here.
      opens =
        !(doubleIsOpen && before != .space && (after == .space || isClosingPunctuation(after)))
    case .rightQuote:
      opens = !doubleIsOpen && before == .space && after.isWord
    default: opens = straightMarkOpens(i, before, after, isOpen: doubleIsOpen)
    }
    doubleIsOpen = opens
    return add(opens ? .openQuote : .closeQuote, i, i + c.length)
  }

  private func straightMarkOpens(
    _ i: Int, _ before: CharacterClass, _ after: CharacterClass, isOpen: Bool
  ) -> Bool {
    switch before {
    case .space: return after == .space ? !isOpen : true
    case .openBracket: return true
    case .apostrophe, .straightQuote, .leftQuote, .rightQuote:
      return tokensTouch(i) && tokens.last?.kind == .openQuote
    case .dash, .hyphen, .slash:
      return after == .space || isClosingPunctuation(after) ? false : !isOpen
    case .colon, .semicolon, .comma, .period, .terminal: return !isOpen && after.isWord
    default: return !isOpen && after.isWord
    }
  }

  private func isClosingPunctuation(_ kind: CharacterClass) -> Bool {
    switch kind {
    case .period, .terminal, .comma, .colon, .semicolon, .closeBracket, .rightQuote, .ellipsis,
      .straightQuote:
      true
    default: false
    }
  }

  // MARK: Single marks

  /// Adds the token that begins with a single mark which no word before it has claimed.
  mutating func scanApostrophe(_ i: Int) -> Int {
    let c = text.character(at: i)
    let next = i + c.length
    let before = text.kind(before: i)
    let after = text.character(at: next)
    // Two single marks for a double one.
    if after.kind == c.kind, !text.kind(at: next + after.length).isWord || !before.isWord,
      text.kind(at: next + after.length) != .apostrophe
    {
      let end = next + after.length
      let opens = straightMarkOpens(i, before, text.kind(at: end), isOpen: doubleIsOpen)
      doubleIsOpen = opens
      return add(opens ? .openQuote : .closeQuote, i, end)
    }
    guard c.kind == .apostrophe else { return add(.symbol, i, next) }
    if after.kind.isWord, !before.isWord {
      if let end = cliticEnd(i, next) { return add(.word, i, end) }
      if let end = elisionEnd(i, next) {
        tokens.append(SurfaceToken(start: i, end: end, kind: .word))
        return end
      }
      if text.goesOn(with: "tis", at: next) || text.goesOn(with: "twas", at: next),
        case let end = run(next, { $0.isLetter }), end - next <= 4
      {
        tokens.append(SurfaceToken(start: i, end: end, kind: .word, cut: next + 1))
        return end
      }
    }
    let opens = singleMarkOpens(i, before, after.kind)
    singleIsOpen = opens
    return add(opens ? .openQuote : .closeQuote, i, next)
  }

  private func singleMarkOpens(_ i: Int, _ before: CharacterClass, _ after: CharacterClass) -> Bool
  {
    if before.isWord { return false }
    switch before {
    case .period, .terminal, .comma, .colon, .semicolon, .ellipsis, .closeBracket, .percent:
      return !singleIsOpen && after.isWord
    default: return straightMarkOpens(i, before, after, isOpen: singleIsOpen)
    }
  }

  /// The end of `'s` and the like behind a closing mark: `“Post”'s`.
  private func cliticEnd(_ i: Int, _ next: Int) -> Int? {
    guard tokensTouch(i), let last = tokens.last,
      last.kind == .closeQuote || last.kind == .closeBracket
    else { return nil }
    let end = run(next) { $0.isWord }
    return end - next <= 2 && Contractions.clitics.contains(text.lowercased(next, end)) ? end : nil
  }

  /// The end of a word that begins with an apostrophe: `'em`, `'90s`.
  private func elisionEnd(_ i: Int, _ next: Int) -> Int? {
    let end = run(next) { $0.isWord }
    guard end - next <= 5 else { return nil }
    if text.kind(at: next) == .digit {
      guard run(next, { $0 == .digit }) == next + 2 else { return nil }
      if end == next + 3, text[next + 2] == UInt8(ascii: "s") { return end }
      return end == next + 2 && !closesLater(end) ? end : nil
    }
    let word = text.lowercased(next, end)
    if Contractions.certainElisions.contains(word) { return end }
    guard Contractions.elisions.contains(word) else { return nil }
    // `rock 'n' roll`
    if word == "n", text.kind(at: end) == .apostrophe {
      return end + text.character(at: end).length
    }
    return closesLater(end) ? nil : end
  }

  /// What the single mark behind the word `start..<end` is.
  func markBehindWord(_ start: Int, _ end: Int, _ next: Int) -> MarkBehindWord {
    // Two marks are a double quotation mark.
    if text.kind(at: next) == .apostrophe { return .close }
    let last = asciiLower(text[end - 1])
    let endsInS =
      last == UInt8(ascii: "s") || last == UInt8(ascii: "x") || last == UInt8(ascii: "z")
    if endsInS {
      if !singleIsOpen { return text.kind(at: next) == .hyphen ? .close : .possessive }
      return isPossessiveInside(next) ? .possessive : .close
    }
    if !singleIsOpen || closesLater(next) {
      let word = text.lowercased(start, end)
      if Contractions.dropped.contains(word) { return .elision }
      if end - start > 4, word.hasSuffix("in"), text.kind(at: next) == .space { return .elision }
    }
    return .close
  }

  /// Whether, inside single marks, the mark behind an s makes a possessive: a noun follows, and the
  /// quotation ends later.
  private func isPossessiveInside(_ next: Int) -> Bool {
    guard text.kind(at: next) == .space else { return false }
    let word = nextVisible(next)
    guard word.kind.isWord else { return false }
    return closesLater(next)
  }

  /// Whether a mark that can only close stands further on, before one that opens.
  private func closesLater(_ offset: Int) -> Bool {
    var i = offset
    let limit = min(text.upper, offset + Self.reach)
    while i < limit {
      let c = text.character(at: i)
      let next = i + c.length
      if c.kind == .apostrophe {
        let before = text.kind(before: i)
        let after = text.kind(at: next)
        if !before.isWord, before != .space, !after.isWord { return true }
        if before.isWord, !after.isWord {
          let last = asciiLower(text[i - 1])
          let mayBePossessive =
            last == UInt8(ascii: "s") && after == .space && nextVisible(next).kind == .lower
          if !mayBePossessive { return true }
        } else if !before.isWord, after.isWord {
          return false
        }
      }
      i = next
    }
    return false
  }
}
