/// A word of reporting with the one who speaks and the clause that gives what is said.
struct Attribution {
  var cue: Range<Int>
  /// The verb, noun or preposition that reports.
  var cueHead: Int
  var kind: ReportingCues.Kind
  /// The head of the phrase that names the speaker.
  var sourceHead: Int?
  /// What is said, by the tree, trimmed; empty where the tree shows none.
  var content: [Range<Int>]
}

/// Reads attributions off the trees: verbs of reporting with their clauses, nouns with theirs, and
/// prepositions (`according to`).
struct AttributionReader {
  let tree: SyntaxTree
  let cues: ReportingCues

  private var tokens: Tokens { tree.tokens }

  /// All attributions in text order of their cues, also those without content.
  func read() -> [Attribution] {
    var found: [Attribution] = []
    for token in 0..<tree.count {
      switch tokens.upos[token] {
      case .verb:
        if let kind = cues.verbs[tokens.lemmas[token]], let one = verb(token, kind) {
          found.append(one)
        }
      case .noun:
        if let kind = cues.nouns[tokens.lemmas[token]], let one = noun(token, kind) {
          found.append(one)
        }
      default: break
      }
      if tree.relations[token] == .caseMarker, let one = preposition(token) { found.append(one) }
    }
    return found
  }

  // MARK: Verbs

  private func verb(_ verb: Int, _ kind: ReportingCues.Kind) -> Attribution? {
    guard isStated(verb, kind) else { return nil }
    let source = speaker(of: verb)
    var content = clauses(of: verb, kind)
    if kind == .show, source.map({ !isInformant($0) }) ?? true { content = [] }
    return Attribution(
      cue: cueRange(verb), cueHead: verb, kind: kind, sourceHead: source, content: content)
  }

  /// Whether the reporting happens, rather than being denied, wanted, or only thinkable.
  private func isStated(_ verb: Int, _ kind: ReportingCues.Kind) -> Bool {
    let reports = kind != .think && kind != .deny && kind != .show
    if reports, !tree.negations(of: verb).isEmpty { return false }
    for child in tree.children(of: verb) {
      if tree.relations[child] == .aux, reports, Self.unreal.contains(tokens.lemmas[child]) {
        return false
      }
      if tree.relations[child] == .mark, tree.relations[verb] == .advcl, reports,
        ["if", "unless", "whether"].contains(tokens.lemmas[child])
      {
        return false
      }
    }
    if tree.relations[verb] == .xcomp, let governor = tree.head(of: verb) {
      return Self.transparent.contains(tokens.lemmas[governor])
    }
    return true
  }

  private static let unreal: Set<String> = ["might", "could", "may", "should", "would", "must"]
  /// Verbs and adjectives whose infinitive is a fact when they are.
  private static let transparent: Set<String> = [
    "go", "begin", "start", "continue", "proceed", "appear", "seem", "come", "keep", "rush",
    "hasten", "quote", "stop", "use", "claim", "say", "report", "believe", "know", "hear", "cite",
  ]

  /// `said that X, adding that Y`: a participle after a comma that reports, taken for a part of the
  /// reported clause although it goes on with the report.
  private func isFollowUp(_ participle: Int) -> Bool {
    reporter(aboveParticiple: participle) != nil
  }

  /// The verb of reporting that such a participle goes on with.
  private func reporter(aboveParticiple verb: Int) -> Int? {
    guard tree.relations[verb] == .advcl, tokens.xpos[verb] == "VBG",
      let kind = cues.verbs[tokens.lemmas[verb]], kind != .think, kind != .show, kind != .name,
      tree.child(of: verb, RelationSet(.mark, .nsubj)) == nil, verb > 0,
      tokens.upos[tree.subtreeRange(of: verb).lowerBound] == .punct
        || tokens.upos[verb - 1] == .punct,
      let governor = tree.head(of: verb), governor < verb
    else { return nil }
    // The inner predicate reports itself (`said that Doe rejected it, saying`): the participle is its own.
    if tokens.lemmas[verb] != "add", cues.verbs[tokens.lemmas[governor]] != nil { return nil }
    var current = governor
    while let above = tree.head(of: current) {
      if tree.relations[current] == .ccomp, tokens.upos[above] == .verb,
        let outer = cues.verbs[tokens.lemmas[above]], outer == .say || outer == .tell, above < verb
      {
        return above
      }
      current = above
    }
    return nil
  }

  private func speaker(of verb: Int) -> Int? {
    if let reporter = reporter(aboveParticiple: verb) { return speaker(of: reporter) }
    if tree.isPassive(verb) {
      return tree.passiveAgent(of: verb)
    }
    guard let subject = tree.subject(of: verb) else { return nil }
    // `It was said by X`, `There are`: an empty subject is none.
    if tree.relations[subject] == .expl { return nil }
    return subject
  }

  /// Nouns that can show something in somebody's words: reports, surveys, figures.
  private static let informants: Set<String> = [
    "report", "study", "survey", "poll", "research", "data", "figure", "document", "statement",
    "investigation", "inquiry", "analysis", "paper", "memo", "letter", "record", "review",
    "statistics", "result", "audit", "cable", "transcript",
  ]

  private func isInformant(_ source: Int) -> Bool {
    Self.informants.contains(tokens.lemmas[source]) || tokens.upos[source] == .propn
      || (tokens.upos[source] == .pron && ["he", "she", "they"].contains(tokens.lemmas[source]))
      || ["official", "spokesman", "spokeswoman", "spokesperson", "minister", "president"].contains(
        tokens.lemmas[source])
  }

  private func cueRange(_ verb: Int) -> Range<Int> {
    let particle = tree.children(of: verb).first {
      tokens.relations[$0] == "compound:prt" && $0 == verb + 1
    }
    return verb..<((particle ?? verb) + 1)
  }

  private func clauses(of verb: Int, _ kind: ReportingCues.Kind) -> [Range<Int>] {
    if kind == .manner || kind == .name || kind == .cite {
      // Only the words between marks count; the quoted spans find this cue by its place.
      return []
    }
    var complements = tree.children(of: verb, .ccomp).filter { isReport($0, of: verb, kind) }
    // What stands before the verb is said; a second clause behind it was taken for another complement.
    if let first = complements.first, first < verb { complements.removeAll { $0 > verb } }
    if !complements.isEmpty {
      var all = complements.flatMap { complement in
        tree.subtree(of: complement) { isFollowUp($0) && tree.isInside($0, subtreeOf: verb) }
      }
      // `said: A; B` may give the second clause as parataxis.
      if let colon = tree.children(of: verb, .punct).first(where: { tokens.forms[$0] == ":" }) {
        for extra in tree.children(of: verb, .parataxis) where extra > colon {
          all += tree.subtree(of: extra)
        }
      }
      return tree.trimmedContent(contiguousRanges(all.sorted(), in: tree))
    }
    if let inserted = insertion(verb) ?? comparison(verb, kind) { return inserted }
    let after = tree.children(of: verb, .parataxis).filter { $0 > verb }
    if let colon = tree.children(of: verb, .punct).first(where: {
      tokens.forms[$0] == ":" && $0 > verb
    })
      ?? after.first.flatMap({ clause in
        tree.children(of: clause, .punct).first { tokens.forms[$0] == ":" && $0 < clause }
      })
    {
      let all = after.filter { $0 > colon }.flatMap { tree.subtree(of: $0) }.sorted()
      return tree.trimmedContent(contiguousRanges(all, in: tree))
    }
    return []
  }

  /// Whether a complement gives a proposition: finite, and not `knows how to`.
  private func isReport(_ clause: Int, of verb: Int, _ kind: ReportingCues.Kind) -> Bool {
    let children = tree.children(of: clause)
    let isInfinitive = children.contains {
      tree.relations[$0] == .mark && tokens.lemmas[$0] == "to"
    }
    if isInfinitive && kind != .ask { return false }
    if kind == .ask || kind == .say || kind == .tell { return true }
    let first = tree.subtreeRange(of: clause).lowerBound
    if ["how", "what", "why", "where", "who", "when", "which"].contains(tokens.lemmas[first]),
      kind == .think
    {
      return false
    }
    return children.contains {
      tree.relations[$0] == .nsubj || tree.relations[$0] == .csubj
        || tree.relations[$0] == .expl
    }
  }

  /// `As Doe told reporters, talks failed`: the clause with `as` stands in the clause that it reports.
  private func comparison(_ verb: Int, _ kind: ReportingCues.Kind) -> [Range<Int>]? {
    guard kind == .say || kind == .tell, tree.relations[verb] == .advcl,
      let mark = tree.child(of: verb, .mark), tokens.lemmas[mark].lowercased() == "as",
      tree.child(of: verb, .nsubj) != nil, tree.child(of: verb, .obj) == nil || kind == .tell,
      let head = tree.head(of: verb), tree.isClausal(head)
    else { return nil }
    let range = tree.subtreeRange(of: verb)
    let content = tree.subtree(of: head) { $0 == verb }
    return tree.trimmedContent(contiguousRangesAround(content, cutting: range))
  }

  /// `The war, he said, must end`: the verb stands as parataxis in the clause that it reports.
  private func insertion(_ verb: Int) -> [Range<Int>]? {
    guard tree.relations[verb] == .parataxis, let head = tree.head(of: verb),
      tree.child(of: verb, .nsubj) != nil, tree.child(of: verb, .obj) == nil
    else { return nil }
    let range = tree.subtreeRange(of: verb)
    // What stands after a full sentence of its own is a second sentence, not an insertion.
    guard head < verb || range.lowerBound > tree.subtreeRange(of: head).lowerBound else {
      return nil
    }
    let words = tree.subtree(of: verb).filter { tokens.upos[$0] != .punct }
    guard words.count <= 25, tree.child(of: verb, RelationSet(.ccomp, .xcomp)) == nil else {
      return nil
    }
    let content = tree.subtree(of: head) { $0 == verb }
    return tree.trimmedContent(contiguousRangesAround(content, cutting: range))
  }

  private func contiguousRangesAround(_ content: [Int], cutting range: Range<Int>) -> [Range<Int>] {
    contiguousRanges(content.filter { $0 < range.lowerBound }, in: tree)
      + contiguousRanges(content.filter { $0 >= range.upperBound }, in: tree)
  }

  // MARK: Nouns

  private func noun(_ noun: Int, _ kind: ReportingCues.Kind) -> Attribution? {
    let clause = tree.children(of: noun).first { child in
      guard child > noun else { return false }
      if tree.relations[child] == .ccomp { return true }
      guard tokens.relations[child] == "acl" else { return false }
      return tree.children(of: child).contains {
        tree.relations[$0] == .mark && tokens.lemmas[$0] == "that"
      }
    }
    guard let clause else { return nil }
    guard let source = speaker(ofNoun: noun) else { return nil }
    return Attribution(
      cue: noun..<(noun + 1), cueHead: noun, kind: kind, sourceHead: source,
      content: tree.trimmedContent(contiguousRanges(tree.subtree(of: clause), in: tree)))
  }

  /// `Russia's claim`, `a claim by Russia`, `Russia made the claim`.
  private func speaker(ofNoun noun: Int) -> Int? {
    if let owner = tree.possessor(of: noun) { return owner }
    for child in tree.children(of: noun, .nmod) where child > noun {
      if let preposition = tree.preposition(of: child),
        ["by", "from", "of", "among"].contains(preposition)
      {
        return child
      }
    }
    guard let verb = tree.head(of: noun), tokens.upos[verb] == .verb else { return nil }
    guard tree.relations[noun] == .obj, Self.light.contains(tokens.lemmas[verb]),
      tree.negations(of: verb).isEmpty
    else { return nil }
    return tree.agent(of: verb)
  }

  private static let light: Set<String> = [
    "make", "issue", "give", "express", "voice", "have", "release", "repeat", "reiterate", "hold",
    "share", "deliver", "send", "publish", "put", "raise", "offer", "advance", "defend",
  ]

  // MARK: Prepositions

  private func preposition(_ marker: Int) -> Attribution? {
    guard let noun = tree.head(of: marker) else { return nil }
    let first = tokens.lemmas[marker].lowercased()
    if first == "according" || tokens.forms[marker].lowercased() == "according" {
      guard let kind = cues.prepositions["according to"] else { return nil }
      let end = tree.children(of: marker, .fixed).last ?? marker
      return adverbial(noun, source: noun, cue: marker..<(end + 1), head: marker, kind)
    }
    // `in the view of X`, `in X's words`
    guard first == "in",
      let kind = cues.prepositions["in the \(tokens.forms[noun].lowercased()) of"]
    else { return nil }
    let source =
      tree.possessor(of: noun)
      ?? tree.children(of: noun, .nmod).first { tree.preposition(of: $0) == "of" }
    guard let source else { return nil }
    return adverbial(noun, source: source, cue: marker..<(noun + 1), head: noun, kind)
  }

  private func adverbial(
    _ noun: Int, source: Int, cue: Range<Int>, head: Int, _ kind: ReportingCues.Kind
  ) -> Attribution? {
    guard
      tree.relations[noun] == .obl || tree.relations[noun] == .nmod
        || tree.relations[noun] == .parataxis, var governor = tree.head(of: noun)
    else { return nil }
    let range = tree.subtreeRange(of: noun)
    // Hung on a noun at the end of a clause, it still reports the clause.
    while tree.relations[noun] == .nmod || !tree.isClausal(governor),
      let above = tree.head(of: governor), !tree.isClausal(governor)
    {
      governor = above
    }
    let content = tree.subtree(of: governor) { child in
      child == noun
        || (tree.relations[child] == .conj && tree.heads[child] == governor
          && tree.child(of: child, .nsubj) != nil)
    }
    let inside = content.filter { !range.contains($0) }
    return Attribution(
      cue: cue, cueHead: head, kind: kind, sourceHead: source,
      content: tree.trimmedContent(contiguousRangesAround(inside, cutting: range)))
  }
}
