/// Cuts a block of text into surface tokens, from left to right.
struct TokenScanner {
  let text: BlockText
  var tokens: [SurfaceToken] = []
  /// Whether a single quotation mark (a double one) was opened and not closed yet.
  var singleIsOpen = false
  var doubleIsOpen = false
  /// What is known of the stretch without white space at hand.
  var chunk = Chunk()

  init(_ text: BlockText) { self.text = text }

  /// A stretch without white space.
  struct Chunk {
    var end = 0
    var isPlain = true
    /// Whether it may hold an e-mail address or a web address.
    var mayHoldAddress = false
  }

  mutating func scan() {
    var i = text.lower
    while i < text.upper {
      let c = text.character(at: i)
      if c.kind == .space {
        i += c.length
        continue
      }
      chunk = self.chunk(from: i)
      if chunk.isPlain {
        addWord(i, chunk.end)
        i = chunk.end
      } else {
        while i < chunk.end { i = scanToken(i) }
      }
    }
  }

  private func chunk(from start: Int) -> Chunk {
    var chunk = Chunk(end: start)
    while chunk.end < text.upper {
      let c = text.character(at: chunk.end)
      switch c.kind {
      case .space: return chunk
      case .lower, .upper: break
      case .at, .slash: (chunk.isPlain, chunk.mayHoldAddress) = (false, true)
      case .period:
        chunk.isPlain = false
        if text.kind(at: chunk.end + 1).isWord { chunk.mayHoldAddress = true }
      default: chunk.isPlain = false
      }
      chunk.end += c.length
    }
    return chunk
  }

  /// Adds the token that begins at `i`, and sometimes one behind it; returns where they end, beyond `i`.
  private mutating func scanToken(_ i: Int) -> Int {
    let c = text.character(at: i)
    let next = i + c.length
    if chunk.mayHoldAddress, c.kind.isWord || c.kind == .at, let end = addressEnd(i) {
      return add(.word, i, end)
    }
    switch c.kind {
    case .lower, .upper, .extender: return scanWord(from: i)
    case .digit: return scanNumber(from: i)
    case .period: return scanPeriods(i)
    case .ellipsis: return add(.ellipsis, i, next)
    case .terminal: return add(.terminal, i, run(i) { $0 == .terminal })
    case .comma: return add(.comma, i, next)
    case .colon, .semicolon: return scanColon(i)
    case .openBracket: return scanBracket(i)
    case .closeBracket: return add(.closeBracket, i, next)
    case .hyphen:
      let end = sameByteRun(i)
      return add(end - i > c.length ? .dash : .hyphen, i, end)
    case .dash: return add(.dash, i, next)
    case .currency: return add(.currency, i, sameByteRun(i))
    case .straightQuote, .leftQuote, .rightQuote: return scanDoubleQuote(i)
    case .apostrophe, .backtick: return scanApostrophe(i)
    case .hash:
      if text.kind(at: next).isLetter { return scanWord(from: i, after: next) }
      return add(.symbol, i, sameByteRun(i))
    case .symbol:
      if text[i] == UInt8(ascii: "+"), text.kind(at: next) == .digit, tokensTouch(i) == false {
        return scanNumber(from: i, digits: next)
      }
      if text[i] == UInt8(ascii: "="), let end = emoticonEnd(i) { return add(.emoticon, i, end) }
      return add(.symbol, i, sameByteRun(i))
    default: return add(.symbol, i, sameByteRun(i))
    }
  }

  /// Whether a token ends where another begins, without white space.
  func tokensTouch(_ offset: Int) -> Bool { tokens.last?.end == offset }

  @discardableResult
  mutating func add(_ kind: SurfaceToken.Kind, _ start: Int, _ end: Int) -> Int {
    // A joiner or a variation selector is part of what it changes.
    var end = end
    while end < text.upper, text[end] >= 0x80, text.kind(at: end) == .extender {
      end += text.character(at: end).length
    }
    tokens.append(SurfaceToken(start: start, end: end, kind: kind))
    return end
  }

  /// The end of the characters from `i` that satisfy `belongs`.
  func run(_ i: Int, _ belongs: (CharacterClass) -> Bool) -> Int {
    var end = i
    while end < text.upper {
      let c = text.character(at: end)
      guard belongs(c.kind) else { break }
      end += c.length
    }
    return end
  }

  /// The end of a row of one ASCII character (`***`, `--`); another character is no row.
  private func sameByteRun(_ i: Int) -> Int {
    let byte = text[i]
    guard byte < 0x80 else { return i + text.character(at: i).length }
    var end = i + 1
    while end < text.upper, text[end] == byte { end += 1 }
    return end
  }

  private mutating func scanPeriods(_ i: Int) -> Int {
    let end = sameByteRun(i)
    if end - i > 1 { return add(.ellipsis, i, end) }
    let before = text.kind(before: i)
    if text.kind(at: end) == .digit,
      before == .space || before == .currency || before == .openBracket
    {
      return scanNumber(from: i, digits: end)
    }
    return add(.period, i, end)
  }

  private mutating func scanColon(_ i: Int) -> Int {
    if let end = emoticonEnd(i) { return add(.emoticon, i, end) }
    return add(.colon, i, i + text.character(at: i).length)
  }

  /// `[...]` is one token.
  private mutating func scanBracket(_ i: Int) -> Int {
    let next = i + text.character(at: i).length
    if text[i] == UInt8(ascii: "["), let dots = ellipsisEnd(next), text[dots] == UInt8(ascii: "]") {
      return add(.symbol, i, dots + 1)
    }
    return add(.openBracket, i, next)
  }

  private func ellipsisEnd(_ i: Int) -> Int? {
    if text.kind(at: i) == .ellipsis { return i + text.character(at: i).length }
    guard text[i] == UInt8(ascii: "."), text[i + 1] == UInt8(ascii: ".") else { return nil }
    return sameByteRun(i)
  }

  /// The end of an emoticon such as `:-)`, which stands alone.
  private func emoticonEnd(_ i: Int) -> Int? {
    guard !text.kind(before: i).isWord else { return nil }
    var end = i + 1
    if text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: "'") { end += 1 }
    guard [UInt8](":)(DPp/|".utf8).dropFirst().contains(text[end]) else { return nil }
    end += 1
    return text.kind(at: end).isWord || text[end] == UInt8(ascii: "/") ? nil : end
  }
}
