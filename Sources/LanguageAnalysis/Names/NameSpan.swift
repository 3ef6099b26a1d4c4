import StanceOntology

/// A name in the text with what the encoder and the ontology say of it.
struct NameSpan {
  var tokens: Range<Int>
  /// The encoder's type; nil where only the ontology saw a name.
  var type: MentionType?
  /// The ontology's readings, best first.
  var candidates: [Ontology.Candidate]
}

/// Finds names: the encoder's spans, and the ontology's longest matches as a second opinion.
///
/// The ontology wins where its match is the encoder's span or covers it, and where it knows a person by
/// the end of the span (the rest is title). Otherwise the encoder's longer span wins, since `Bank of
/// Atlantis` is not Atlantis. Where the encoder saw nothing, the ontology's match stands if the tags
/// allow a name.
struct NameFinder {
  let tree: SyntaxTree
  let sentences: [Sentence]
  let ontology: Ontology

  private var tokens: Tokens { tree.tokens }

  func spans(encoder: [(Range<Int>, MentionType)]) -> [NameSpan] {
    var bySentence = [[(Range<Int>, MentionType)]](repeating: [], count: sentences.count)
    for (range, type) in unbroken(encoder) {
      let clamped = range.clamped(to: 0..<tree.count)
      guard !clamped.isEmpty else { continue }
      let sentence = tree.sentenceIndices[clamped.lowerBound]
      guard sentence >= 0 else { continue }
      let inside = clamped.clamped(to: sentences[sentence].tokens)
      if let clean = cleaned(inside) { bySentence[sentence].append((clean, type)) }
    }
    var found: [NameSpan] = []
    for (index, sentence) in sentences.enumerated() {
      let known = matches(in: sentence)
      found += merged(bySentence[index], known, in: sentence)
    }
    return found.sorted {
      ($0.tokens.lowerBound, -$0.tokens.upperBound) < ($1.tokens.lowerBound, -$1.tokens.upperBound)
    }
  }

  /// Joins an organisation's name that was cut behind its preposition (`Commission on` `Press Freedom`).
  private func unbroken(_ spans: [(Range<Int>, MentionType)]) -> [(Range<Int>, MentionType)] {
    var joined: [(Range<Int>, MentionType)] = []
    for (range, type) in spans {
      if let last = joined.last, last.1 == .organization, last.0.upperBound == range.lowerBound,
        !last.0.isEmpty, last.0.upperBound <= tree.count,
        tokens.upos[last.0.upperBound - 1] == .adp, type == .organization || last.0.count == 2
      {
        joined[joined.count - 1].0 = last.0.lowerBound..<range.upperBound
      } else {
        joined.append((range, type))
      }
    }
    return joined
  }

  /// Without article, number, marks, preposition and possessive ending at its ends.
  private func cleaned(_ range: Range<Int>) -> Range<Int>? {
    var first = range.lowerBound
    var end = range.upperBound
    while first < end, isIdleAtStart(first) { first += 1 }
    while end > first, isIdleAtEnd(end - 1) { end -= 1 }
    return first < end ? first..<end : nil
  }

  private func isIdleAtStart(_ token: Int) -> Bool {
    switch tokens.upos[token] {
    case .punct, .det, .adp, .num, .cconj: true
    default: false
    }
  }

  private func isIdleAtEnd(_ token: Int) -> Bool {
    if tokens.xpos[token] == "POS" { return true }
    switch tokens.upos[token] {
    case .punct, .adp, .cconj, .det: return true
    default: return ["'s", "’s"].contains(tokens.forms[token])
    }
  }

  // MARK: The ontology's matches

  private func matches(in sentence: Sentence) -> [NameSpan] {
    let range = sentence.tokens.clamped(to: 0..<tree.count)
    var forms: [String] = []
    var found: [NameSpan] = []
    var token = range.lowerBound
    while token < range.upperBound {
      guard mayBegin(token) else {
        token += 1
        continue
      }
      if forms.isEmpty { forms = Array(tokens.forms[range]) }
      if let match = ontology.longestMatch(forms: forms, from: token - range.lowerBound) {
        let span = token..<min(token + match.count, range.upperBound)
        let usable = match.candidates.filter { allows($0, span, in: sentence) }
        if !usable.isEmpty {
          found.append(NameSpan(tokens: span, type: nil, candidates: usable))
          token = span.upperBound
          continue
        }
      }
      token += 1
    }
    return found
  }

  private func mayBegin(_ token: Int) -> Bool {
    guard let first = tokens.forms[token].utf8.first else { return false }
    return (first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")) || first >= 0xC3
  }

  private func allows(
    _ candidate: Ontology.Candidate, _ span: Range<Int>, in sentence: Sentence
  ) -> Bool {
    if span.count > 1 { return true }
    let token = span.lowerBound
    if candidate.isGenerated || isDate(token) { return false }
    switch tokens.upos[token] {
    case .propn: return true
    case .adj: return candidate.kind == .adjective || candidate.kind == .demonym
    case .noun, .x:
      if candidate.kind == .demonym || candidate.kind == .adjective { return true }
      // A tagger's slip inside a sentence, where only names have capitals.
      return token != sentence.tokens.lowerBound && !sentence.isHeading
        && candidate.kind != .familyName
    default: return false
    }
  }

  private static let months: Set<String> = ["March", "April", "May", "June", "August"]
  private static let beforeMonths: Set<String> = [
    "in", "since", "until", "till", "by", "of", "last", "next", "this", "early", "late", "mid",
    "from", "through", "before", "after", "during", "between",
  ]

  /// A month rather than a name: beside a number or after a word that dates.
  private func isDate(_ token: Int) -> Bool {
    guard Self.months.contains(tokens.forms[token]) else { return false }
    let sentence = tree.sentenceIndices[token]
    func isNumber(_ other: Int) -> Bool {
      other >= 0 && other < tree.count && tree.sentenceIndices[other] == sentence
        && tokens.forms[other].utf8.first.map { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
          == true
    }
    if isNumber(token - 1) || isNumber(token + 1) { return true }
    return token > 0 && tree.sentenceIndices[token - 1] == sentence
      && Self.beforeMonths.contains(tokens.forms[token - 1].lowercased())
  }

  // MARK: Merging

  private func merged(
    _ encoder: [(Range<Int>, MentionType)], _ known: [NameSpan], in sentence: Sentence
  ) -> [NameSpan] {
    var result: [NameSpan] = []
    var used = [Bool](repeating: false, count: known.count)
    for (range, type) in encoder {
      let overlapping = known.indices.filter { known[$0].tokens.overlaps(range) }
      let range = type == .organization ? widened(range, unless: known) : range
      if let cover = overlapping.first(where: {
        known[$0].tokens.lowerBound <= range.lowerBound
          && known[$0].tokens.upperBound >= range.upperBound
      }) {
        if !used[cover] {
          result.append(
            NameSpan(
              tokens: known[cover].tokens, type: type, candidates: known[cover].candidates))
        }
        used[cover] = true
        continue
      }
      if let tail = overlapping.first(where: { isPersonTail(known[$0], of: range, type) }) {
        used[tail] = true
        result.append(
          NameSpan(tokens: known[tail].tokens, type: .person, candidates: known[tail].candidates))
        // What stands before the name inside the span is a title and may name a country.
        continue
      }
      if type == .location,
        let core = overlapping.first(where: { isPlaceCore(known[$0].tokens, of: range) })
      {
        used[core] = true
        result.append(
          NameSpan(tokens: known[core].tokens, type: type, candidates: known[core].candidates))
        continue
      }
      let longer = overlapping.first { known[$0].tokens.count > range.count }
      if longer != nil { continue }
      for index in overlapping where !isTitleModifier(known[index].tokens, of: range, type) {
        used[index] = true
      }
      result.append(NameSpan(tokens: nameProper(range, type), type: type, candidates: []))
    }
    result += bodies(in: sentence, beside: result + known)
    for index in known.indices where !used[index] {
      let span = known[index]
      let wide = newspaper(span)
      guard wide != span.tokens else {
        result.append(span)
        continue
      }
      // `Norland Mail` is no Norland.
      if !result.contains(where: { $0.tokens.overlaps(wide) }) {
        result.append(NameSpan(tokens: wide, type: .organization, candidates: []))
      }
    }
    return result
  }

  /// `the House`, `Parliament`: capitalised within a sentence, a body of its own that the encoder did not see.
  private func bodies(in sentence: Sentence, beside spans: [NameSpan]) -> [NameSpan] {
    guard !sentence.isHeading else { return [] }
    let range = sentence.tokens.clamped(to: 0..<tree.count)
    return range.dropFirst().compactMap { token in
      guard NameLinker.legislatures.contains(tokens.forms[token]), tokens.upos[token] == .propn,
        !spans.contains(where: { $0.tokens.contains(token) })
      else { return nil }
      return NameSpan(tokens: token..<(token + 1), type: .organization, candidates: [])
    }
  }

  /// An organisation's name with the proper nouns behind it that it hangs on (`ABC` of `ABC News`).
  private func widened(_ range: Range<Int>, unless known: [NameSpan]) -> Range<Int> {
    var end = range.upperBound
    while end < tree.count, tokens.upos[end] == .propn, mayBegin(end),
      tree.sentenceIndices[end] == tree.sentenceIndices[range.lowerBound],
      tree.heads[end - 1] == end, tree.relations[end - 1] == .compound,
      !known.contains(where: { $0.tokens.contains(end) }),
      ontology.title(tokens.forms[end]) == nil
    {
      end += 1
    }
    return range.lowerBound..<end
  }

  /// A country's name as the first word of another name that the encoder did not see.
  private func newspaper(_ span: NameSpan) -> Range<Int> {
    guard span.tokens.count == 1, let first = span.candidates.first, first.kind == .name,
      first.entity.kind == .country
    else { return span.tokens }
    let head = span.tokens.lowerBound + 1
    guard head < tree.count, tokens.upos[head] == .propn, tree.relations[head - 1] == .compound,
      tree.heads[head - 1] == head, mayBegin(head),
      tree.sentenceIndices[head] == tree.sentenceIndices[head - 1],
      Self.outlets.contains(tokens.forms[head])
    else { return span.tokens }
    return span.tokens.lowerBound..<(head + 1)
  }

  private static let outlets: Set<String> = [
    "Mail", "Post", "Times", "News", "Today", "Herald", "Daily", "Tribune", "Independent", "Star",
    "Journal", "Gazette", "Observer", "Monitor", "Airlines", "Airways", "Bank", "Broadcasting",
  ]

  private func isPersonTail(_ span: NameSpan, of range: Range<Int>, _ type: MentionType) -> Bool {
    type == .person && span.tokens.upperBound == range.upperBound && span.tokens.count > 1
      && span.candidates.contains { $0.entity.kind == .person }
  }

  /// `northern Atlantis`: what stands before the name is no name itself.
  private func isPlaceCore(_ inner: Range<Int>, of range: Range<Int>) -> Bool {
    range.allSatisfy {
      inner.contains($0) || tokens.upos[$0] != .propn
        || $0 > inner.upperBound - 1
          && ["Oblast", "Province", "Region", "region", "province", "oblast", "District"].contains(
            tokens.forms[$0])
    }
  }

  /// A country before a title inside a person's span (`Atlantic President Jane Doe`).
  private func isTitleModifier(_ inner: Range<Int>, of range: Range<Int>, _ type: MentionType)
    -> Bool
  {
    type == .person && inner.upperBound <= nameProper(range, type).lowerBound
  }

  /// A person's name without the titles before it.
  private func nameProper(_ range: Range<Int>, _ type: MentionType) -> Range<Int> {
    guard type == .person, range.count > 1 else { return range }
    let forms = Array(tokens.forms[range])
    var start = 0
    var position = 0
    while position < forms.count - 1 {
      if let title = ontology.longestTitle(forms: forms, from: position),
        position + title.count < forms.count
      {
        position += title.count
        start = position
      } else {
        position += 1
      }
    }
    return (range.lowerBound + start)..<range.upperBound
  }
}
