/// Finds what is quoted and reported in a document, and by whom, without yet saying who that is.
///
/// Joins two views: quotation marks say where words begin and end, trees say who utters them. The
/// frames are those of news English: quotation then cue, cue then quotation, a cue in the middle, a colon,
/// words quoted inside a reported clause, and quotations that go on without a cue.
struct QuotationFinder {
  private let tree: SyntaxTree
  private let sentences: [Sentence]
  private let spans: [QuotedSpan]
  private let attributions: [Attribution]
  private let cues: ReportingCues

  /// A quotation in the making.
  private struct Draft {
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
    spans = QuotationMarks.pair(tree, sentences: sentences, cues: cues)
    attributions = AttributionReader(tree: tree, cues: cues).read()
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
        if attributions.indices.contains(owner), adjoins(index, draft: drafts[owner]) {
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
          Draft(attribution: nil, spans: [index], sourceHead: previousSpeaker(before: index)))
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
    return nested(drafts.compactMap(quotation))
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

  private func sentenceRange(of span: QuotedSpan) -> ClosedRange<Int>? {
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
    let candidates = places.flatMap { bySentence[$0] }.filter {
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
      return isSeparator(opening - 1) && kind != .name && kind != .cite
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

  private func isSeparator(_ token: Int) -> Bool {
    token >= 0 && [":", ","].contains(tree.tokens.forms[token])
  }

  private func isFullClause(_ span: QuotedSpan) -> Bool {
    span.tokens.contains { token in
      (tree.tokens.upos[token] == .verb || tree.tokens.upos[token] == .aux)
        && ["VBD", "VBZ", "VBP", "MD"].contains(tree.tokens.xpos[token])
    }
  }

  /// `Smith was blunt in her answer: “…”`, `Smith: “…”`
  private func colonSource(_ index: Int) -> Int? {
    guard let opening = spans[index].opening, opening > 0, tree.tokens.forms[opening - 1] == ":"
    else { return nil }
    let sentence = tree.sentenceIndices[opening - 1]
    guard sentence >= 0 else { return nil }
    let before = sentences[sentence].tokens.lowerBound..<(opening - 1)
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

  // MARK: Quotations that go on

  /// Whether the marks hold one or more whole sentences.
  private func isFullSentence(_ index: Int) -> Bool {
    let span = spans[index]
    guard let range = sentenceRange(of: span) else { return false }
    let sentence = sentences[range.lowerBound].tokens
    let opening = span.opening ?? span.tokens.lowerBound
    let startsIt = (min(sentence.lowerBound, opening)..<opening).allSatisfy {
      tree.tokens.upos[$0] == .punct
    }
    let end = sentences[range.upperBound].tokens.upperBound
    let last = span.closing ?? (span.tokens.upperBound - 1)
    let endsIt = last + 1 >= end || ((last + 1)..<end).allSatisfy { tree.tokens.upos[$0] == .punct }
    return startsIt && endsIt
  }

  /// The owner of the quotation that this one goes on with: the one before it in the same paragraph, or
  /// at the end of the paragraph before.
  private func continuedOwner(_ index: Int, owners: [Int?]) -> Int? {
    guard
      let previous = spans[..<index].lastIndex(where: { $0.level == 0 }),
      let owner = owners[previous]
    else { return nil }
    let span = spans[index]
    let from = tree.sentenceIndices[spans[previous].tokens.upperBound - 1]
    let to = tree.sentenceIndices[span.tokens.lowerBound]
    guard from >= 0, to >= from else { return nil }
    if spans[previous].continues { return owner }
    // In the same sentence: `“A,” she said, “B.”`
    if from == to { return followsCue(span, of: owner) ? owner : nil }
    guard isFullSentence(index) else { return nil }
    let paragraphBreaks = ((from + 1)...to).filter { sentences[$0].beginsBlock }.count
    return to - from == 1 && paragraphBreaks <= 1 ? owner : nil
  }

  private func followsCue(_ span: QuotedSpan, of owner: Int) -> Bool {
    guard attributions.indices.contains(owner), let opening = span.opening else { return false }
    let cue = attributions[owner].cueHead
    guard cue < opening, opening - cue <= 16 else { return false }
    let source = attributions[owner].sourceHead.map { tree.subtreeRange(of: $0) }
    return ((cue + 1)..<opening).allSatisfy {
      tree.tokens.upos[$0] == .punct || source?.contains($0) == true
        || tree.isInside($0, subtreeOf: cue)
    } && isSeparatorOrEnd(opening - 1)
  }

  private func isSeparatorOrEnd(_ token: Int) -> Bool {
    tree.tokens.forms.indices.contains(token) && tree.tokens.upos[token] == .punct
  }

  private func adjoins(_ index: Int, draft: Draft) -> Bool {
    guard let last = draft.spans.last else { return false }
    return tree.sentenceIndices[spans[last].tokens.upperBound - 1] + 1
      >= tree.sentenceIndices[spans[index].tokens.lowerBound]
  }

  /// The subject of the last cue before a quotation that has none of its own, in the same paragraph or
  /// the one before.
  private func previousSpeaker(before index: Int) -> Int? {
    let sentence = tree.sentenceIndices[spans[index].tokens.lowerBound]
    guard sentence > 0 else { return nil }
    let previous = sentences[sentence - 1].tokens
    let found = attributions.last {
      previous.contains($0.cueHead) && $0.kind != .think && $0.kind != .show
        && $0.sourceHead != nil && tree.relations[$0.cueHead] != .acl
    }
    return found?.sourceHead
  }

  // MARK: Putting together

  private func quotation(_ draft: Draft) -> Quotation? {
    let quoted = draft.spans.map { spans[$0].tokens }
    let reported = draft.content
    guard !quoted.isEmpty || !reported.isEmpty else { return nil }
    let isOutside: (Int) -> Bool = { token in
      tree.tokens.upos[token] != .punct && !quoted.contains { $0.contains(token) }
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
    guard !content.isEmpty else { return nil }
    return Quotation(
      kind: kind, content: content, cue: cue?.cue, sourceHead: draft.sourceHead,
      source: draft.sourceHead.map { tree.phrase(of: $0) })
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

  /// Text order, each with the smallest quotation around its cue as parent.
  private func nested(_ found: [Quotation]) -> [Quotation] {
    func start(_ quotation: Quotation) -> Int {
      min(quotation.content[0].lowerBound, quotation.cue?.lowerBound ?? Int.max)
    }
    func size(_ quotation: Quotation) -> Int { quotation.content.reduce(0) { $0 + $1.count } }
    var sorted = found.enumerated().sorted {
      let (a, b) = (start($0.element), start($1.element))
      if a != b { return a < b }
      let (c, d) = (size($0.element), size($1.element))
      return c != d ? c > d : $0.offset < $1.offset
    }.map(\.element)
    for index in sorted.indices {
      let anchor = sorted[index].cue?.lowerBound ?? sorted[index].content[0].lowerBound
      let contentStart = sorted[index].content[0].lowerBound
      var best: Int?
      for other in max(0, index - 64)..<min(sorted.count, index + 16) where other != index {
        let covers = sorted[other].content.contains {
          $0.contains(anchor) && $0.contains(contentStart)
        }
        guard covers, size(sorted[other]) > size(sorted[index]) else { continue }
        if best.map({ size(sorted[other]) < size(sorted[$0]) }) ?? true { best = other }
      }
      sorted[index].parent = best
    }
    return sorted
  }
}
