/// Quotations that go on with one before them, and whose words they are.
extension QuotationFinder {
  /// Whether the marks hold one or more whole sentences.
  func isFullSentence(_ index: Int) -> Bool {
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
  func continuedOwner(_ index: Int, owners: [Int?]) -> Int? {
    guard
      let previous = previousOuter[index],
      let owner = owners[previous]
    else { return nil }
    let span = spans[index]
    let from = tree.sentenceIndices[spans[previous].tokens.upperBound - 1]
    let to = tree.sentenceIndices[span.tokens.lowerBound]
    guard from >= 0, to >= from else { return nil }
    if spans[previous].continues { return owner }
    // In the same sentence: `“A,” she said, “B.”`
    if from == to { return followsCue(span, of: owner) ? owner : nil }
    return to - from == 1 && isFullSentence(index) ? owner : nil
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

  /// Whether a span is one quotation with the words before it: in their sentence, or where they are quoted
  /// throughout. What follows a reported clause is a quotation of its own.
  func goesOn(_ index: Int, draft: Draft) -> Bool {
    guard let first = draft.spans.first else { return false }
    let sentence = tree.sentenceIndices[spans[first].tokens.lowerBound]
    return sentence == tree.sentenceIndices[spans[index].tokens.lowerBound]
      || draft.spans.contains { spans[$0].continues }
      || !outside(draft).contains { tree.tokens.upos[$0] != .punct }
  }

  /// The reported words of a draft that stand outside its quotation marks.
  func outside(_ draft: Draft) -> [Int] {
    let quoted = draft.spans.map { spans[$0].tokens }
    return draft.content.flatMap { $0.filter { !covers(quoted, $0) } }
  }

  func adjoins(_ index: Int, draft: Draft) -> Bool {
    guard let last = draft.spans.last else { return false }
    return tree.sentenceIndices[spans[last].tokens.upperBound - 1] + 1
      >= tree.sentenceIndices[spans[index].tokens.lowerBound]
  }

  /// The subject of the last cue before a quotation that has none of its own, in the same paragraph or
  /// the one before.
  func previousSpeaker(before index: Int, _ bySentence: [[Int]]) -> Int? {
    let sentence = tree.sentenceIndices[spans[index].tokens.lowerBound]
    guard sentence > 0 else { return nil }
    let found = bySentence[sentence - 1].last {
      let attribution = attributions[$0]
      return ![.think, .show, .want].contains(attribution.kind)
        && attribution.standing == .statement && attribution.sourceHead != nil
        && tree.relations[attribution.cueHead] != .acl
    }
    return found.flatMap { attributions[$0].sourceHead }
  }
}
