extension QuotationFinder {
  /// `Minister: we will not sign`: a heading that names somebody, a colon, and a clause without marks.
  func headlines() -> [Draft] {
    sentences.compactMap { sentence in
      let range = sentence.tokens.clamped(to: 0..<tree.count)
      guard sentence.isHeading || sentence.beginsBlock, range.count < 40,
        let colon = range.first(where: { tree.tokens.forms[$0] == ":" }),
        colon > range.lowerBound, colon - range.lowerBound <= 6, colon + 2 < range.upperBound,
        let last = range.last, sentence.isHeading || tree.tokens.upos[last] != .punct,
        let speaker = headlineSpeaker(range.lowerBound..<colon)
      else { return nil }
      let rest = (colon + 1)..<range.upperBound
      guard rest.contains(where: { tree.isFiniteVerb($0) }), !rest.contains(where: { isQuoted[$0] })
      else { return nil }
      return Draft(content: [rest], sourceHead: speaker)
    }
  }

  /// The head of a phrase that names a person by name or office, or a report.
  private func headlineSpeaker(_ range: Range<Int>) -> Int? {
    guard
      let top = range.first(where: {
        !range.contains(tree.heads[$0]) && tree.tokens.upos[$0] != .punct
      }), !tree.isClausal(top),
      range.allSatisfy({ tree.tokens.upos[$0] != .verb && tree.tokens.upos[$0] != .aux })
    else { return nil }
    let lemma = tree.tokens.lemmas[top].lowercased()
    if ActorNouns.people.contains(lemma) || ActorNouns.documents.contains(lemma) { return top }
    let isFullName = tree.tokens.upos[top] == .propn && tree.child(of: top, .flat) != nil
    return isFullName ? top : nil
  }
}
