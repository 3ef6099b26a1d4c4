/// Finds what is quoted and reported in a document, and by whom, without yet saying who that is.
///
/// Joins two views: quotation marks say where words begin and end, trees say who utters them. The
/// frames are those of news English: quotation then cue, cue then quotation, a cue in the middle, a colon,
/// words quoted inside a reported clause, and quotations that go on without a cue.
struct QuotationFinder {
  let tree: SyntaxTree
  let sentences: [Sentence]
  let spans: [QuotedSpan]
  let attributions: [Attribution]
  private let cues: ReportingCues
  /// Whether each token stands between quotation marks.
  let isQuoted: [Bool]
  /// For each span the last one before it that stands in no other.
  let previousOuter: [Int?]

  /// A quotation in the making.
  struct Draft {
    var attribution: Int?
    var spans: [Int] = []
    var content: [Range<Int>] = []
    var sourceHead: Int?
    var isMixed = false
  }

  private init(tree: SyntaxTree, sentences: [Sentence], cues: ReportingCues) {
    self.tree = tree
    self.sentences = sentences
    self.cues = cues
    let spans = QuotationMarks.pair(tree, sentences: sentences, cues: cues)
    var isQuoted = [Bool](repeating: false, count: tree.count)
    for span in spans where span.level == 0 {
      for token in span.tokens.clamped(to: 0..<tree.count) { isQuoted[token] = true }
    }
    self.spans = spans
    self.isQuoted = isQuoted
    attributions = AttributionReader(tree: tree, cues: cues, isQuoted: isQuoted).read()
    var outer: [Int?] = []
    var last: Int?
    for (index, span) in spans.enumerated() {
      outer.append(last)
      if span.level == 0 { last = index }
    }
    previousOuter = outer
  }

  /// The quotations in text order, with cue, source phrase, content and nesting; speakers are left open.
  static func find(in tree: SyntaxTree, sentences: [Sentence], cues: ReportingCues) -> [Quotation] {
    QuotationFinder(tree: tree, sentences: sentences, cues: cues).quotations()
  }

  private func quotations() -> [Quotation] {
    var drafts = attributions.indices.map {
      Draft(
        attribution: $0, content: attributions[$0].content, sourceHead: attributions[$0].sourceHead)
    }
    var owners = [Int?](repeating: nil, count: spans.count)
    let bySentence = attributionsBySentence()
    for index in spans.indices where spans[index].level == 0 {
      if let owner = owner(of: index, among: bySentence) {
        owners[index] = owner.attribution
        drafts[owner.attribution].spans.append(index)
        if owner.isPartial { drafts[owner.attribution].isMixed = true }
      } else if let owner = continuedOwner(index, owners: owners) {
        owners[index] = owner
        if attributions.indices.contains(owner), adjoins(index, draft: drafts[owner]),
          goesOn(index, draft: drafts[owner])
        {
          drafts[owner].spans.append(index)
        } else {
          drafts.append(
            Draft(attribution: nil, spans: [index], sourceHead: drafts[owner].sourceHead))
        }
      } else if let source = colonSource(index) {
        drafts.append(Draft(attribution: nil, spans: [index], sourceHead: source))
        owners[index] = drafts.count - 1
      } else if isFullSentence(index), spans[index].tokens.count >= 4 {
        drafts.append(
          Draft(
            attribution: nil, spans: [index], sourceHead: previousSpeaker(before: index, bySentence)
          ))
        owners[index] = drafts.count - 1
      }
    }
    // A quotation inside a quotation: only the cue inside counts.
    for index in spans.indices where spans[index].level == 1 {
      if let owner = owner(of: index, among: bySentence) {
        drafts[owner.attribution].spans.append(index)
        if owner.isPartial { drafts[owner.attribution].isMixed = true }
      }
    }
    drafts += headlines()
    return Quotation.nested(drafts.compactMap(quotation))
  }

  private func attributionsBySentence() -> [[Int]] {
    var found = [[Int]](repeating: [], count: sentences.count)
    for (index, attribution) in attributions.enumerated() {
      let sentence = tree.sentenceIndices[attribution.cueHead]
      if sentence >= 0 { found[sentence].append(index) }
    }
    return found
  }

  // MARK: Which cue a quoted span has

  func sentenceRange(of span: QuotedSpan) -> ClosedRange<Int>? {
    let first = tree.sentenceIndices[span.tokens.lowerBound]
    let last = tree.sentenceIndices[span.tokens.upperBound - 1]
    // The closing mark may begin the sentence of the cue where the splitter cut after it.
    let closing = span.closing.map { tree.sentenceIndices[$0] } ?? last
    return first >= 0 && last >= first ? first...max(last, closing) : nil
  }

  private func owner(of index: Int, among bySentence: [[Int]])
    -> (attribution: Int, isPartial: Bool)?
  {
    let span = spans[index]
    guard let range = sentenceRange(of: span) else { return nil }
    var places = [range.lowerBound, range.upperBound]
    if range.lowerBound > 0, let last = sentences[range.lowerBound - 1].tokens.last,
      isSeparator(last)
    {
      // `Doe commented:` at the end of a line.
      places.insert(range.lowerBound - 1, at: 0)
    }
    if places.count > 1, places[places.count - 1] == places[places.count - 2] {
      places.removeLast()
    }
    let candidates = places.flatMap { near(span, bySentence[$0]) }.filter {
      !span.tokens.contains(attributions[$0].cueHead)
    }
    // By the tree: the words are part of what the cue reports. The innermost report wins.
    var best: (attribution: Int, overlap: Int, size: Int)?
    for candidate in candidates {
      let content = attributions[candidate].content
      let overlap = content.reduce(0) { $0 + $1.clamped(to: span.tokens).count }
      guard overlap > 0, overlap * 2 >= min(span.tokens.count, 8) else { continue }
      let size = content.reduce(0) { $0 + $1.count }
      if best.map({ size < $0.size }) ?? true { best = (candidate, overlap, size) }
    }
    if let best { return (best.attribution, false) }
    if let place = neighbour(of: span, among: candidates) {
      return (place, attributions[place].kind == .cite)
    }
    if let above = governor(of: span, among: candidates) { return (above, true) }
    return nil
  }

  /// The attributions of a sentence around a span; one farther off has nothing to do with it.
  private func near(_ span: QuotedSpan, _ sorted: [Int]) -> ArraySlice<Int> {
    func place(_ token: Int) -> Int {
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if attributions[sorted[middle]].cueHead < token { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let first = place(span.tokens.lowerBound - Self.reach)
    return sorted[first..<max(first, place(span.tokens.upperBound + Self.reach))]
  }

  private static let reach = 200

  /// By place: the cue stands right after or right before the marks and reports nothing else.
  private func neighbour(of span: QuotedSpan, among candidates: [Int]) -> Int? {
    let free = candidates.filter { attributions[$0].content.isEmpty }
    if let closing = span.closing {
      let near = free.first { candidate in
        let cue = attributions[candidate].cueHead
        guard cue > closing, cue - closing <= 14 else { return false }
        guard let source = attributions[candidate].sourceHead else { return cue - closing <= 2 }
        // `” S V` and `” V S`: only the source's phrase stands between.
        let phrase = tree.subtreeRange(of: source)
        return ((closing + 1)..<cue).allSatisfy {
          phrase.contains($0) || tree.tokens.upos[$0] == .punct || tree.tokens.upos[$0] == .adv
            || tree.tokens.upos[$0] == .aux
        }
      }
      if let near { return near }
    }
    guard let opening = span.opening else { return nil }
    return free.last { candidate in
      let cue = attributions[candidate].cueHead
      guard cue < opening, opening - cue <= 12 else { return false }
      let kind = attributions[candidate].kind
      let between = (cue + 1)..<opening
      if between.allSatisfy({
        tree.tokens.upos[$0] == .punct || tree.relations[$0] == .mark
          || attributions[candidate].cue.contains($0)
      }) {
        return kind != .name || isFullClause(span)
      }
      // `told reporters: “`, `said on Monday, “`
      return isSeparator(opening - 1) && [.say, .tell, .ask, .manner, .deny].contains(kind)
        && between.allSatisfy { tree.isInside($0, subtreeOf: cue) || $0 == opening - 1 }
    }
  }

  /// By the tree: a cue governs the quoted words as object or oblique (`called it “a disgrace”`).
  private func governor(of span: QuotedSpan, among candidates: [Int]) -> Int? {
    let inside = span.tokens
    guard let top = inside.first(where: { !inside.contains(tree.heads[$0]) }) else { return nil }
    var steps = 0
    for ancestor in tree.ancestors(of: top) {
      if inside.contains(ancestor) { continue }
      if let found = candidates.first(where: { attributions[$0].cueHead == ancestor }) {
        let attribution = attributions[found]
        guard let source = attribution.sourceHead, !inside.contains(source),
          !tree.isInside(top, subtreeOf: source)
        else { return nil }
        return found
      }
      steps += 1
      if tree.isClausal(ancestor) || steps > 3 { return nil }
    }
    return nil
  }

  func isSeparator(_ token: Int) -> Bool {
    token >= 0 && [":", ","].contains(tree.tokens.forms[token])
  }

  func isFullClause(_ span: QuotedSpan) -> Bool {
    span.tokens.contains { token in
      (tree.tokens.upos[token] == .verb || tree.tokens.upos[token] == .aux)
        && tree.isFiniteVerb(token)
    }
  }

  /// `Smith was blunt in her answer: “…”`, `Smith: “…”`
  private func colonSource(_ index: Int) -> Int? {
    guard let opening = spans[index].opening, opening > 0, tree.tokens.forms[opening - 1] == ":"
    else { return nil }
    let sentence = tree.sentenceIndices[opening - 1]
    guard sentence >= 0 else { return nil }
    let first = sentences[sentence].tokens.lowerBound
    guard first < opening - 1, opening - first < Self.reach else { return nil }
    let before = first..<(opening - 1)
    guard
      let top = before.first(where: {
        !before.contains(tree.heads[$0]) && tree.tokens.upos[$0] != .punct
      })
    else { return nil }
    if tree.isClausal(top) {
      guard let subject = tree.agent(of: top), before.contains(subject) else { return nil }
      return isActor(subject) ? subject : nil
    }
    return before.count <= 8 && tree.tokens.upos[top] == .propn ? top : nil
  }

  private func isActor(_ token: Int) -> Bool {
    switch tree.tokens.upos[token] {
    case .propn: true
    case .pron: ["he", "she", "they"].contains(tree.tokens.lemmas[token].lowercased())
    case .noun: tree.child(of: token, .det) != nil
    default: false
    }
  }

  // MARK: Putting together

  private func quotation(_ draft: Draft) -> Quotation? {
    let quoted = draft.spans.map { spans[$0].tokens }
    var reported = draft.content
    // `On Monday, she said: “We will stay.”`: what stands outside says when or where, not what.
    if !quoted.isEmpty, draft.spans.contains(where: { isFullClause(spans[$0]) }),
      !outside(draft).contains(where: isPredication)
    {
      reported = []
    }
    guard !quoted.isEmpty || !reported.isEmpty else { return nil }
    let isOutside: (Int) -> Bool = { token in
      tree.tokens.upos[token] != .punct && !covers(quoted, token)
    }
    let kind: Quotation.Kind
    var content: [Range<Int>]
    if quoted.isEmpty {
      kind = .indirect
      content = reported
    } else if draft.isMixed || reported.contains(where: { $0.contains(where: isOutside) }) {
      kind = .mixed
      content = joined(reported + quoted)
    } else {
      kind = .direct
      content = joined(quoted)
    }
    let cue = draft.attribution.map { attributions[$0] }
    if let cue { content = content.flatMap { cut($0, cue.cue) } }
    content = tree.trimmedContent(content)
    if !quoted.isEmpty { content = content.map { enclosed($0, by: draft.spans) } }
    guard !content.isEmpty else { return nil }
    var standing = cue?.standing ?? .statement
    // `called it “reckless”`: a judgement in the judge's own words is said as it stands.
    if standing == .attitude, cue?.kind == .name, !quoted.isEmpty { standing = .statement }
    return Quotation(
      kind: kind, content: content, cue: cue?.cue, sourceHead: draft.sourceHead,
      source: draft.sourceHead.map { tree.sourcePhrase(of: $0, cue: cue?.cue) },
      standing: standing)
  }

  /// Whether a word outside the marks belongs to what is said: a verb, a subject or an object.
  private func isPredication(_ token: Int) -> Bool {
    switch tree.tokens.upos[token] {
    case .verb, .aux: return true
    default:
      return [.nsubj, .obj, .csubj, .iobj, .expl, .mark].contains(tree.relations[token])
        || tree.relations[token] == .root || tree.relations[token] == .ccomp
    }
  }

  /// Whether one of the sorted ranges holds the token.
  func covers(_ ranges: [Range<Int>], _ token: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(token)
  }

  /// A range with the quotation marks around it, or of the spans at its ends.
  private func enclosed(_ range: Range<Int>, by indices: [Int]) -> Range<Int> {
    var result = range
    for span in indices.map({ spans[$0] }) where span.tokens.overlaps(range) {
      if let opening = span.opening, opening < result.lowerBound,
        isIdle((opening + 1)..<result.lowerBound)
      {
        result = opening..<result.upperBound
      }
      if let closing = span.closing, closing >= result.upperBound,
        span.opening.map({ $0 >= result.lowerBound }) ?? true,
        isIdle(result.upperBound..<closing)
      {
        result = result.lowerBound..<(closing + 1)
      }
    }
    return result
  }

  private func isIdle(_ range: Range<Int>) -> Bool {
    range.allSatisfy { tree.tokens.upos[$0] == .punct }
  }

  private func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last,
        range.lowerBound <= last.upperBound
          || (last.upperBound..<range.lowerBound).allSatisfy({ tree.tokens.upos[$0] == .punct })
      {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  private func cut(_ range: Range<Int>, _ hole: Range<Int>) -> [Range<Int>] {
    guard range.overlaps(hole) else { return [range] }
    return [
      range.lowerBound..<max(range.lowerBound, hole.lowerBound),
      min(range.upperBound, hole.upperBound)..<range.upperBound,
    ].filter { !$0.isEmpty }
  }
}
