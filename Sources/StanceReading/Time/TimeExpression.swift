import ArticleReading
import LanguageAnalysis
import StanceModel

/// Reads phrases that say when: *in March 2014*, *last year*, *two weeks ago*, *on Monday*.
///
/// What a phrase means is reckoned from the article's date (TimeML calls it the document creation time; Pustejovsky
/// et al. 2003); phrases with a year of their own need none.
struct TimeExpression {
  let context: Context
  /// The day of the article; nil where it has none.
  let today: CalendarDay?

  init(_ context: Context) {
    self.context = context
    today = context.document.article.date.flatMap { CalendarDay($0) }
  }

  /// When a predicate is said to have happened; nil where nothing says it, or what is said lies ahead.
  func date(of predicate: Int) -> TextDate? {
    for phrase in context.tree.children(of: predicate, RelationSet(.obl, .advmod)) {
      guard Self.prepositions.contains(context.tree.preposition(of: phrase) ?? ""),
        let date = date(phrase: phrase)
      else { continue }
      if let today, date.isAfter(today) { return nil }
      return date
    }
    return nil
  }

  /// Those of a point or a stretch of time; *since*, *until*, *by* and the like tell another thing.
  private static let prepositions: Set<String> = ["", "in", "on", "during", "at"]

  private func date(phrase head: Int) -> TextDate? {
    let tree = context.tree
    let lemma = context.lemmas[head].lowercased()
    // `in the 1990s`, `in the year before the war`: no date.
    if tree.children(of: head, RelationSet(.acl, .advcl)).contains(where: { $0 > head }) {
      return nil
    }
    let below = [head] + tree.children(of: head).flatMap { [$0] + tree.children(of: $0) }
    // `at a cost of 2000 euros`: a number is a year where it stands for itself or beside a word of time.
    let isTime =
      year(in: [head]) != nil && tree.child(of: head, .nmod) == nil
      || month(in: below) != nil || Self.units.contains(lemma)
      || CalendarWords.weekdays.contains(lemma)
    if isTime, let year = year(in: below) { return dated(year, below) }
    guard let today else { return nil }
    switch lemma {
    case "yesterday": return TextDate(today.moved(byDays: -1))
    case "today", "tonight": return TextDate(today)
    case "ago":
      return ago(tree.children(of: head, .obl).first ?? tree.children(of: head).first, today)
    default: break
    }
    if tree.children(of: head).contains(where: { context.lemmas[$0] == "ago" }) {
      return ago(head, today)
    }
    let words = Set(tree.children(of: head).map { context.lemmas[$0].lowercased() })
    guard !words.contains("next"), !words.contains("coming") else { return nil }
    let isLast = words.contains("last")
    if let month = month(in: below) {
      let day = day(in: below)
      let isAhead = (month, day ?? 0) > (today.month, day == nil ? 0 : today.day)
      let isBefore = isAhead || isLast && month == today.month
      return TextDate(year: today.year - (isBefore ? 1 : 0), month: month, day: day)
    }
    if let weekday = CalendarWords.weekdays.firstIndex(of: lemma) {
      var back = (today.weekday - weekday + 7) % 7
      if isLast, back == 0 { back = 7 }
      return TextDate(today.moved(byDays: -back))
    }
    let isThis = words.contains("this")
    guard isLast || isThis, tree.child(of: head, .nummod) == nil else { return nil }
    return stretch(lemma, back: isLast ? 1 : 0, today)
  }

  /// `two years ago`: a year; `three weeks ago`: what that week lies in.
  private func ago(_ unit: Int?, _ today: CalendarDay) -> TextDate? {
    guard let unit else { return nil }
    let number = context.tree.children(of: unit).lazy.compactMap { child -> Int? in
      let word = context.lemmas[child].lowercased()
      return Int(word) ?? Self.numbers.firstIndex(of: word)
        ?? (word == "a" || word == "an" ? 1 : nil)
    }.first
    guard let number, (1...1000).contains(number) else { return nil }
    return stretch(context.lemmas[unit].lowercased(), back: number, today)
  }

  /// A year, month, week or day so many before that of the article.
  private func stretch(_ unit: String, back: Int, _ today: CalendarDay) -> TextDate? {
    switch unit {
    case "year": return TextDate(year: today.year - back)
    case "month":
      let day = CalendarDay(year: today.year, month: today.month, day: 1).moved(byMonths: -back)
      return TextDate(year: day.year, month: day.month)
    case "week":
      let monday = today.moved(byDays: -7 * back - today.weekday)
      return TextDate(common: monday, monday.moved(byDays: 6))
    case "day": return TextDate(today.moved(byDays: -back))
    default: return nil
    }
  }

  /// A year with the month and day beside it.
  private func dated(_ year: Int, _ tokens: [Int]) -> TextDate {
    let month = month(in: tokens)
    return TextDate(year: year, month: month, day: month == nil ? nil : day(in: tokens))
  }

  private func year(in tokens: [Int]) -> Int? {
    tokens.lazy.compactMap { token in
      Int(context.tokens.forms[token]).flatMap { (1800...2100).contains($0) ? $0 : nil }
    }.first
  }

  private func month(in tokens: [Int]) -> Int? {
    tokens.lazy.compactMap { token -> Int? in
      guard context.tokens.upos[token] == .propn else { return nil }
      let form = context.tokens.forms[token].lowercased()
      return CalendarWords.months.firstIndex {
        $0 == form || form.count >= 3 && form.count <= 5 && $0.hasPrefix(form.filter { $0 != "." })
      }.map { $0 + 1 }
    }.first
  }

  private func day(in tokens: [Int]) -> Int? {
    tokens.lazy.compactMap { token in
      let form = context.tokens.forms[token].lowercased()
      let digits = form.prefix { $0.isNumber }
      guard ["", "st", "nd", "rd", "th"].contains(form.dropFirst(digits.count)) else { return nil }
      return Int(digits).flatMap { (1...31).contains($0) ? $0 : nil }
    }.first
  }

  /// Nouns of time beside which a year stands: `the spring of 1999`.
  private static let units: Set<String> = [
    "year", "month", "spring", "summer", "autumn", "fall", "winter", "end", "beginning", "start",
    "middle", "early", "late", "mid", "half", "quarter",
  ]
  private static let numbers = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
  ]
}

extension TimeExpression {
  /// When a position was taken: what is told of the words that report it, where they are the holder's own, else of
  /// the clause that its cue stands in.
  func date(of reading: Reading) -> TextDate? {
    let tree = context.tree
    if let quotation = context.quotations(around: reading.cue).last {
      let quoted = context.document.quotations[quotation]
      guard
        quoted.speaker == reading.holder
          || quoted.speaker.map({ context.polity(of: $0) }) == reading.holder
      else { return clause(of: reading.cue).flatMap { pastDate(of: $0) } }
      return quoted.cue.flatMap { date(of: $0.lowerBound) }
    }
    let clause = clause(of: reading.cue)
    if let clause, let date = pastDate(of: clause) { return date }
    // `said on Monday that it supports the plan`, where no quotation was found.
    guard let clause, tree.relations[clause] == .ccomp, let verb = tree.head(of: clause),
      context.cues[verb]?.kind == .speech
    else { return nil }
    return date(of: verb)
  }

  /// The date of a clause in the past: that of another is when something is to come.
  private func pastDate(of clause: Int) -> TextDate? {
    ["VBD", "VBN"].contains(context.tokens.xpos[clause])
      || context.tree.children(of: clause, RelationSet(.cop, .aux)).contains {
        context.tokens.xpos[$0] == "VBD"
      }
      ? date(of: clause) : nil
  }

  /// Whether a position was taken so long before the article (half a year or more, *once*, *initially*) that it may
  /// have been given up since.
  func isLongAgo(_ date: TextDate?, _ reading: Reading) -> Bool {
    if let clause = clause(of: reading.cue),
      context.tree.children(of: clause, .advmod).contains(where: {
        Self.former.contains(context.lemmas[$0].lowercased())
      })
    {
      return true
    }
    guard let date, let today else { return false }
    return 12 * (today.year - date.year) + today.month - (date.month ?? today.month) >= 6
  }

  private static let former: Set<String> = [
    "once", "formerly", "previously", "originally", "initially",
  ]

  /// The clause of a cue: that of the verb that carries it, if it is a noun.
  private func clause(of cue: Int) -> Int? {
    context.tree.isClausal(cue)
      ? cue : context.tree.ancestors(of: cue).first { context.tree.isClausal($0) }
  }
}
