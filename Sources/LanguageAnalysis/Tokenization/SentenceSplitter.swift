/// Finds where the sentences of a block end, from its tokens.
struct SentenceSplitter {
  let text: BlockText
  let tokens: [SurfaceToken]

  /// The index behind the last token of each sentence, in order.
  ///
  /// A period that belongs to a word at a sentence's end stays there, as GUM has it.
  func ends() -> [Int] {
    var ends: [Int] = []
    var begin = 0
    var quotes = 0
    /// The open brackets of the sentence at hand.
    var brackets = 0
    var i = 0
    while i < tokens.count {
      switch tokens[i].kind {
      case .openQuote: quotes += 1
      case .closeQuote: quotes = max(0, quotes - 1)
      case .openBracket where isClosedSoon(i): brackets += 1
      case .closeBracket: brackets = max(0, brackets - 1)
      case .period, .terminal, .ellipsis, .abbreviation:
        let ending = ending(at: i, quotes, brackets)
        (quotes, brackets) = (ending.quotes, ending.brackets)
        i = ending.behind
        if i < tokens.count, isBoundary(begin, ending) {
          ends.append(i)
          begin = i
          brackets = 0
        }
        continue
      default: break
      }
      i += 1
    }
    if !tokens.isEmpty { ends.append(tokens.count) }
    return ends
  }

  /// Whether a bracket is closed within the length of a long sentence; else it is a slip and holds nothing.
  private func isClosedSoon(_ i: Int) -> Bool {
    tokens[i..<min(i + 80, tokens.count)].contains { $0.kind == .closeBracket }
  }

  /// A full stop or the like with what closes behind it.
  private struct Ending {
    /// The last full stop, question mark, ellipsis or, without one, the abbreviation.
    var terminal: Int
    /// The first token that is no closing mark of the same sentence.
    var behind: Int
    /// What is still open there.
    var quotes: Int
    var brackets: Int
    /// Whether a quotation mark, a bracket closes behind the terminal.
    var closesQuote = false
    var closesBracket = false
  }

  private func ending(at i: Int, _ quotes: Int, _ brackets: Int) -> Ending {
    var ending = Ending(terminal: i, behind: i + 1, quotes: quotes, brackets: brackets)
    while ending.behind < tokens.count {
      let j = ending.behind
      let token = tokens[j]
      let touches = token.start == tokens[j - 1].end
      switch token.kind {
      case .closeQuote where touches || ending.quotes > 0:
        ending.quotes = max(0, ending.quotes - 1)
        ending.closesQuote = true
        ending.behind += 1
      case .closeBracket where touches || ending.brackets > 0:
        ending.brackets = max(0, ending.brackets - 1)
        ending.closesBracket = true
        ending.behind += 1
      case .period, .terminal, .ellipsis:
        ending.terminal = j
        ending.behind += 1
      case .emoticon: ending.behind += 1
      case .openBracket where text[token.start] == UInt8(ascii: "["):
        // A reference number: `war.[12]`
        guard j + 2 < tokens.count, tokens[j + 1].kind == .number,
          tokens[j + 2].kind == .closeBracket
        else { return ending }
        ending.behind += 3
      default: return ending
      }
    }
    return ending
  }

  private func isBoundary(_ begin: Int, _ ending: Ending) -> Bool {
    let (i, next) = (ending.terminal, ending.behind)
    let following = text.kind(at: tokens[next].start)
    // Inside brackets that were opened within the sentence.
    if ending.brackets > 0 { return false }
    // Without white space: `U.S.-led`, `Yahoo!'s`.
    if tokens[next].start == tokens[next - 1].end, following != .upper, following != .openBracket,
      tokens[next].kind != .openQuote
    {
      return false
    }
    switch tokens[next].kind {
    case .comma, .colon: return false
    case .closeQuote where ending.quotes == 0: break
    case .closeBracket, .closeQuote: return false
    default: break
    }
    switch tokens[i].kind {
    // `P.S.` begins its sentence.
    case .abbreviation where i == begin: return false
    case .abbreviation: return abbreviationEnds(i, next, following)
    case .ellipsis:
      guard following == .upper || tokens[next].kind == .openQuote else { return false }
      return !(ending.closesQuote && isReport(next))
    case .terminal:
      if following == .lower { return goesOnInformally(ending) }
      return !(ending.closesQuote && isReport(next))
    default:
      if i == begin + 1, isMarker(begin) { return false }
      return following == .lower ? goesOnInformally(ending) : true
    }
  }

  /// Whether the token is the number or letter of a list's item: `1 .`
  private func isMarker(_ i: Int) -> Bool {
    let token = tokens[i]
    return token.kind == .number && token.end - token.start <= 2
      || token.kind == .word && token.end - token.start == 1
  }

  /// Whether a new sentence begins though it begins with a small letter: outside quotations and brackets,
  /// behind a plain word.
  private func goesOnInformally(_ ending: Ending) -> Bool {
    !ending.closesQuote && !ending.closesBracket && ending.quotes == 0
      && endsInWord(ending.terminal)
  }

  /// Whether a word stands before the period that is too long for an unknown abbreviation.
  private func endsInWord(_ i: Int) -> Bool {
    guard i > 0 else { return false }
    let word = tokens[i - 1]
    guard word.kind == .word else { return word.kind == .number || word.kind == .closeBracket }
    return word.end - word.start > 3 && text.kind(at: word.start) == .lower
  }

  private func abbreviationEnds(_ i: Int, _ next: Int, _ following: CharacterClass) -> Bool {
    let token = tokens[i]
    switch tokens[next].kind {
    case .openQuote:
      return next + 1 < tokens.count && text.kind(at: tokens[next + 1].start) == .upper
        && isAcronym(token)
        && startsSentence(next + 1)
    case .word, .abbreviation: break
    default: return false
    }
    guard following == .upper else { return false }
    if isTime(token) {
      return !Abbreviations.timeZones.contains(text.string(tokens[next].start, tokens[next].end))
    }
    return isAcronym(token) && startsSentence(next)
  }

  private func isTime(_ token: SurfaceToken) -> Bool {
    text.goesOn(with: "a.m.", at: token.start) || text.goesOn(with: "p.m.", at: token.start)
  }

  /// Whether a sentence may end with the abbreviation: initials in a row (`U.S.`), not one (`J.`) nor a title.
  private func isAcronym(_ token: SurfaceToken) -> Bool {
    var periods = 0
    for i in token.start..<token.end where text[i] == UInt8(ascii: ".") { periods += 1 }
    return periods > 1
  }

  private func startsSentence(_ i: Int) -> Bool {
    TokenScanner(text).startsSentence(tokens[i].start)
  }

  private static let reportingVerbs: Set<String> = [
    "said", "says", "asked", "asks", "added", "told", "wrote", "tweeted", "replied", "shouted",
    "cried", "yelled",
    "exclaimed", "wondered", "continued", "declared", "demanded", "warned", "insisted", "answered",
    "recalled",
    "explained", "concluded", "noted", "argued", "stated", "chanted", "screamed", "joked",
    "quipped", "remarked",
    "tells", "writes", "responded", "inquired", "read", "reads", "screams",
  ]

  /// Whether a quotation's speaker and verb follow it: `“Why?” Trump asked.`
  private func isReport(_ next: Int) -> Bool {
    for token in tokens[next..<min(next + 5, tokens.count)] {
      guard token.kind == .word || token.kind == .abbreviation else { return false }
      if Self.reportingVerbs.contains(text.lowercased(token.start, token.end)) { return true }
    }
    return false
  }
}
