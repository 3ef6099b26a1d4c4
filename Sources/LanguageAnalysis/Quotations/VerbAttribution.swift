extension AttributionReader {
  /// What a verb reports; and the noun that is its object, where the noun reports itself
  /// (`announced plans to leave`).
  func verb(_ verb: Int) -> (Attribution, shell: Int?)? {
    guard let (cue, words) = entry(of: verb) else { return nil }
    let source = speaker(of: verb)
    let isReal = isStated(verb, cue.kind)
    var found = Attribution(
      cue: words, cueHead: verb, kind: cue.kind, standing: isReal ? .statement : .open,
      sourceHead: source, content: [])
    if cue.kind == .show, source.map({ !isInformant($0) }) ?? true { return (found, nil) }
    if cue.kind == .cite, let reporter = citingReport(verb) {
      // `said that X, citing Doe`: the same words are said to be Doe's.
      let content = clauses(of: reporter, words: reporter..<(reporter + 1), .say).ranges
      if !content.isEmpty, let named = tree.child(of: verb, .obj), isNamed(named) {
        found.sourceHead = named
        found.content = content
        found.standing = .attitude
        return (found, nil)
      }
    }
    let clause = clauses(of: verb, words: words, cue.kind)
    found.content = clause.ranges
    if clause.isOpen { found.standing = .open }
    if !found.content.isEmpty { return (found, nil) }
    if source != nil || tree.isPassive(verb), let framed = framed(verb, cue, words) {
      found.content = tree.trimmedContent(framed.content)
      found.cue = framed.cue
      if isReal { found.standing = .attitude }
      if !found.content.isEmpty { return (found, framed.shell) }
    }
    return isReal && cue.kind != .want ? (found, nil) : nil
  }

  /// The table's row for a verb, with the words that it covers: particle verbs and fixed phrases first.
  private func entry(of verb: Int) -> (ReportingCues.Cue, Range<Int>)? {
    let lemma = tokens.lemmas[verb]
    let particle = tree.children(of: verb).first { tokens.relations[$0] == "compound:prt" }
    if cues.phrasal.contains(lemma) {
      for length in [2, 1] where verb + length < tree.count {
        let rest = tokens.forms[(verb + 1)...(verb + length)].joined(separator: " ").lowercased()
        if let cue = cues.verbs[lemma + " " + rest] { return (cue, verb..<(verb + 1 + length)) }
      }
      if let particle, let cue = cues.verbs[lemma + " " + tokens.lemmas[particle].lowercased()] {
        return (cue, verb..<(verb + 1))
      }
    }
    guard var cue = cues.verbs[lemma] ?? regular(verb).flatMap({ cues.verbs[$0] }) else {
      return nil
    }
    // Outside quotation marks `you` is nobody.
    if cue.kind == .want, !isQuoted[verb], let subject = tree.ownSubject(of: verb),
      tokens.lemmas[subject] == "you"
    {
      return nil
    }
    guard let particle else { return (cue, verb..<(verb + 1)) }
    // `call off`, `find out`: another verb, which may still report a clause.
    cue.frames = []
    if cue.kind == .want { return nil }
    return (cue, verb..<(particle == verb + 1 ? particle + 1 : verb + 1))
  }

  /// The lemma of a regular past whose lemma was guessed wrong.
  private func regular(_ verb: Int) -> String? {
    let form = tokens.forms[verb].lowercased()
    guard form.hasSuffix("ed"), form.utf8.count > 5 else { return nil }
    let stem = String(form.dropLast(2))
    return cues.verbs[stem] != nil ? stem : stem + "e"
  }

  /// Whether the reporting happens, rather than being wanted, only thinkable, or denied; what is not thought, not
  /// denied or not shown still tells what somebody thinks.
  func isStated(_ word: Int, _ kind: ReportingCues.Kind) -> Bool {
    let mayBeNegated = kind == .think || kind == .deny || kind == .show
    if !mayBeNegated, !tree.negations(of: word).isEmpty { return false }
    for child in tree.children(of: word) {
      if tree.relations[child] == .aux, Self.unreal.contains(tokens.lemmas[child]) { return false }
      if tree.relations[child] == .mark, tree.relations[word] == .advcl,
        ["if", "unless", "whether"].contains(tokens.lemmas[child])
      {
        return false
      }
    }
    guard let governor = tree.head(of: word) else { return true }
    switch tree.relations[word] {
    case .xcomp where tokens.upos[word] == .verb:
      return Self.transparent.contains(tokens.lemmas[governor]) && isStated(governor, .say)
    case .conj where tokens.xpos[word] == "VB" && tree.child(of: word, .nsubj) == nil:
      // `could change its course and say`
      return isStated(governor, kind)
    default: return true
    }
  }

  private static let unreal: Set<String> = ["might", "could", "may", "should", "would", "must"]
  /// Verbs and adjectives whose infinitive is a fact when they are.
  private static let transparent: Set<String> = [
    "go", "begin", "start", "continue", "proceed", "appear", "seem", "come", "keep", "rush",
    "hasten", "quote", "use", "claim", "say", "report", "believe", "know", "hear", "cite",
  ]

  // MARK: Who speaks

  func speaker(of verb: Int) -> Int? {
    if let reporter = reporter(aboveParticiple: verb) ?? reporter(aboveSecond: verb) {
      return speaker(of: reporter)
    }
    if tree.isPassive(verb) || isBareParticiple(verb) {
      return tree.passiveAgent(of: verb) ?? byPhrase(of: verb)
    }
    guard let subject = tree.subject(of: verb) else { return nil }
    // `It was said by X`, `There are`: an empty subject is none.
    if tree.relations[subject] == .expl { return nil }
    return subject
  }

  /// `asked whether …, Doe said`: the participle is a passive although it has no auxiliary.
  private func isBareParticiple(_ verb: Int) -> Bool {
    tokens.xpos[verb] == "VBN" && tree.relations[verb] == .advcl
      && tree.child(of: verb, RelationSet(.aux, .nsubj, .obj)) == nil
  }

  private func byPhrase(of verb: Int) -> Int? {
    tree.children(of: verb, .obl).first { tree.preposition(of: $0) == "by" }
  }

  /// `said that X, adding that Y`: a participle after a comma that reports, taken for a part of the
  /// reported clause although it goes on with the report.
  func isFollowUp(_ word: Int) -> Bool {
    reporter(aboveParticiple: word) != nil || reporter(aboveSecond: word) != nil
  }

  /// The verb of reporting that such a participle goes on with.
  private func reporter(aboveParticiple verb: Int) -> Int? {
    guard tree.relations[verb] == .advcl, tokens.xpos[verb] == "VBG",
      let kind = cues.verbs[tokens.lemmas[verb]]?.kind, kind != .think, kind != .show,
      kind != .name, kind != .want,
      tree.child(of: verb, RelationSet(.mark, .nsubj)) == nil, verb > 0,
      tokens.upos[tree.subtreeRange(of: verb).lowerBound] == .punct
        || tokens.upos[verb - 1] == .punct,
      let governor = tree.head(of: verb), governor < verb
    else { return nil }
    // The inner predicate reports itself (`said that Doe rejected it, saying`): the participle is its own.
    if tokens.lemmas[verb] != "add", reports(governor) { return nil }
    return report(around: governor, before: verb)
  }

  /// `said that X would go, and denied that …`: a second finite verb of reporting without a subject, in
  /// the tense of the first and not of the clause that it was joined with.
  private func reporter(aboveSecond verb: Int) -> Int? {
    guard tree.relations[verb] == .conj, tokens.upos[verb] == .verb,
      ["VBD", "VBZ", "VBP"].contains(tokens.xpos[verb]), reports(verb),
      tree.child(of: verb, RelationSet(.nsubj, .aux, .cop)) == nil,
      tree.child(of: verb, RelationSet(.ccomp, .xcomp)) != nil,
      let first = tree.head(of: verb),
      let outer = report(around: first, before: verb), tokens.xpos[outer] == tokens.xpos[verb]
    else { return nil }
    // In one tense, somebody must be able to say it: `said there was a flaw and urged them to stop`.
    let subject = tree.child(of: first, RelationSet(.nsubj, .expl, .csubj))
    let canSpeak = subject.map {
      tokens.upos[$0] == .propn || tokens.upos[$0] == .pron && tree.relations[$0] != .expl
        || ActorNouns.isActor(tokens.lemmas[$0])
    }
    return tokens.xpos[first] != tokens.xpos[verb] || canSpeak == false ? outer : nil
  }

  private func reports(_ verb: Int) -> Bool {
    guard let kind = cues.verbs[tokens.lemmas[verb]]?.kind else { return false }
    return kind != .want && kind != .think && kind != .manner
  }

  /// The nearest verb of saying above a clause that it reports.
  private func report(around clause: Int, before word: Int) -> Int? {
    var current = clause
    var steps = 0
    while let above = tree.head(of: current), steps < 12 {
      if tree.relations[current] == .ccomp, tokens.upos[above] == .verb,
        let outer = cues.verbs[tokens.lemmas[above]]?.kind, outer == .say || outer == .tell,
        above < word
      {
        return above
      }
      current = above
      steps += 1
    }
    return nil
  }

  /// The verb of reporting that `citing Doe` stands beside.
  private func citingReport(_ verb: Int) -> Int? {
    guard tree.relations[verb] == .advcl, tokens.xpos[verb] == "VBG",
      var above = tree.head(of: verb)
    else { return nil }
    if !reports(above), let outer = report(around: above, before: verb) { above = outer }
    return reports(above) && tokens.upos[above] == .verb ? above : nil
  }

  private func isNamed(_ noun: Int) -> Bool {
    tokens.upos[noun] == .propn || isInformant(noun) || ActorNouns.isActor(tokens.lemmas[noun])
  }

  private func isInformant(_ source: Int) -> Bool {
    let lemma = tokens.lemmas[source].lowercased()
    return ActorNouns.documents.contains(lemma) || ActorNouns.spokespeople.contains(lemma)
      || tokens.upos[source] == .propn
      || (tokens.upos[source] == .pron && ["he", "she", "they"].contains(lemma))
      || ["minister", "president"].contains(lemma)
  }

  // MARK: What is said, as a clause

  func clauses(of verb: Int, words: Range<Int>, _ kind: ReportingCues.Kind)
    -> (ranges: [Range<Int>], isOpen: Bool)
  {
    switch kind {
    // Only the words between marks count; the quoted spans find this cue by its place.
    case .manner, .name, .cite:
      return (kind == .manner ? comparison(verb, kind) ?? [] : [], false)
    case .want, .event: return ([], false)
    default: break
    }
    var all = tree.children(of: verb, RelationSet(.ccomp, .xcomp)).filter {
      // `urged the ban be lifted` is no open complement, whatever it was taken for.
      tree.relations[$0] == .ccomp
        || ($0 > verb && !isInfinitive($0)
          && tree.children(of: $0, .nsubj).contains { $0 > verb })
    }
    if let empty = tree.child(of: verb, RelationSet(.expl, .nsubj)), tokens.lemmas[empty] == "it" {
      // `it was announced that …`
      all += tree.children(of: verb, .csubj).filter { $0 > verb }
    }
    if all.isEmpty, words.count > 1 {
      // `made clear that …`
      all = words.dropFirst().flatMap { tree.children(of: $0, RelationSet(.ccomp, .csubj)) }
    }
    var complements = all.filter { isReport($0, of: verb, kind) }
    // What stands before the verb is said; a second clause behind it was taken for another complement.
    if let first = complements.first, first < verb { complements.removeAll { $0 > verb } }
    if !complements.isEmpty {
      var all = complements.flatMap { said($0, of: verb) }
      // `said: A; B` may give the second clause as parataxis.
      if let colon = tree.children(of: verb, .punct).first(where: { tokens.forms[$0] == ":" }) {
        for extra in tree.children(of: verb, .parataxis) where extra > colon {
          all += tree.subtree(of: extra)
        }
      }
      return (tree.trimmedContent(contiguousRanges(all.sorted(), in: tree)), false)
    }
    let questions = (all + tree.children(of: verb, .advcl)).filter { isQuestion($0) && $0 > verb }
    if kind == .think || kind == .say, let question = questions.first {
      let words = said(question, of: verb)
      return (tree.trimmedContent(contiguousRanges(words, in: tree)), true)
    }
    if let loose = looseClause(of: verb, kind) { return (loose, false) }
    if let inserted = insertion(verb) ?? comparison(verb, kind) { return (inserted, false) }
    let after = tree.children(of: verb, .parataxis).filter { $0 > verb }
    if let colon = tree.children(of: verb, .punct).first(where: {
      tokens.forms[$0] == ":" && $0 > verb
    })
      ?? after.first.flatMap({ clause in
        tree.children(of: clause, .punct).first { tokens.forms[$0] == ":" && $0 < clause }
      })
    {
      let all = after.filter { $0 > colon }.flatMap { tree.subtree(of: $0) }.sorted()
      return (tree.trimmedContent(contiguousRanges(all, in: tree)), false)
    }
    return ([], false)
  }

  private static let questionWords: Set<String> = [
    "how", "what", "why", "where", "who", "when", "which", "whether", "if",
  ]

  private func isQuestion(_ clause: Int) -> Bool {
    let first = tree.subtreeRange(of: clause).lowerBound
    // `spoke when he left`, `said if asked` are no questions.
    if tree.relations[clause] == .advcl {
      return ["how", "what", "why", "whether"].contains(tokens.lemmas[first].lowercased())
        && first > 0 && tokens.upos[first - 1] != .punct
    }
    return Self.questionWords.contains(tokens.lemmas[first].lowercased())
      && (tree.isFinite(clause) || isInfinitive(clause))
  }

  /// Whether a complement gives a proposition: finite, and not `knows how to`.
  private func isReport(_ clause: Int, of verb: Int, _ kind: ReportingCues.Kind) -> Bool {
    if isInfinitive(clause) && kind != .ask { return false }
    if isInfinitive(clause), tree.child(of: verb, RelationSet(.obj, .iobj)) != nil { return false }
    if kind == .ask || kind == .say || kind == .tell { return true }
    let first = tree.subtreeRange(of: clause).lowerBound
    if Self.questionWords.contains(tokens.lemmas[first].lowercased()), kind == .think {
      return false
    }
    if kind == .think, !tree.isFinite(clause), !holdsFiniteVerb(clause) { return false }
    return tree.child(of: clause, RelationSet(.nsubj, .csubj, .expl)) != nil
  }

  /// Whether a clause whose head was mistaken holds a finite verb near its beginning, outside relative clauses.
  private func holdsFiniteVerb(_ clause: Int) -> Bool {
    tree.subtreeRange(of: clause).prefix(12).contains { token in
      tree.isFiniteVerb(token)
        && !tokens.relations[token].hasSuffix(":relcl")
        && !(tree.head(of: token).map { tokens.relations[$0].hasSuffix(":relcl") } ?? false)
    }
  }

  /// `says recognition is based on the vote`: the clause's subject was taken for the verb's object, and the
  /// clause for an adverbial without a conjunction.
  private func looseClause(of verb: Int, _ kind: ReportingCues.Kind) -> [Range<Int>]? {
    guard kind == .say || kind == .tell || kind == .think, !tree.isPassive(verb),
      verb + 1 < tree.count, tokens.upos[verb + 1] != .punct,
      let clause = tree.children(of: verb, RelationSet(.advcl, .obj, .dep)).first(where: {
        $0 > verb && tree.isFinite($0) && tree.child(of: $0, RelationSet(.mark, .caseMarker)) == nil
          && tree.children(of: $0, .nsubj).contains { $0 > verb }
      })
    else { return nil }
    let between = tree.children(of: verb).filter { $0 > verb && $0 < clause }
    guard between.allSatisfy({ tree.relations[$0] == .obj || tree.relations[$0] == .advmod }) else {
      return nil
    }
    let words = between.flatMap { tree.subtree(of: $0) } + said(clause, of: verb)
    return tree.trimmedContent(contiguousRanges(words.sorted(), in: tree))
  }

  /// `As Doe told reporters, talks failed`, `as reported by Doe`: the clause with `as` stands in the
  /// clause that it reports.
  private func comparison(_ verb: Int, _ kind: ReportingCues.Kind) -> [Range<Int>]? {
    guard kind == .say || kind == .tell || kind == .think || kind == .manner,
      tree.relations[verb] == .advcl,
      let mark = tree.child(of: verb, RelationSet(.mark, .caseMarker)),
      tokens.lemmas[mark].lowercased() == "as",
      let head = tree.head(of: verb), tree.isClausal(head),
      tree.subtreeRange(of: head).count < Self.longestSentence,
      // `gathered as ministers argued`: without a comma it says when.
      verb < head || isSeparator(tree.subtreeRange(of: verb).lowerBound - 1)
        || isSeparator(tree.subtreeRange(of: verb).lowerBound)
    else { return nil }
    if tree.child(of: verb, .nsubj) != nil {
      let object = tree.child(of: verb, .obj)
      guard kind == .tell || object.map({ tokens.lemmas[$0] == "it" }) ?? (kind != .manner) else {
        return nil
      }
    } else {
      guard byPhrase(of: verb) != nil || tree.passiveAgent(of: verb) != nil else { return nil }
    }
    let range = tree.subtreeRange(of: verb)
    let content = tree.subtree(of: head) { $0 == verb }
    return tree.trimmedContent(contiguousRangesAround(content, cutting: range))
  }

  /// `The war, he said, must end`: the verb stands as parataxis in the clause that it reports.
  private func insertion(_ verb: Int) -> [Range<Int>]? {
    guard tree.relations[verb] == .parataxis, let head = tree.head(of: verb),
      let subject = tree.child(of: verb, .nsubj), tree.child(of: verb, .obj) == nil,
      tokens.lemmas[subject] != "you"
    else { return nil }
    let range = tree.subtreeRange(of: verb)
    // What stands after a full sentence of its own is a second sentence, not an insertion.
    guard head < verb || range.lowerBound > tree.subtreeRange(of: head).lowerBound else {
      return nil
    }
    guard range.count <= 60, tree.subtreeRange(of: head).count < Self.longestSentence else {
      return nil
    }
    let words = tree.subtree(of: verb).filter { tokens.upos[$0] != .punct }
    guard words.count <= 25, tree.child(of: verb, RelationSet(.ccomp, .xcomp)) == nil else {
      return nil
    }
    let content = tree.subtree(of: head) { $0 == verb }
    return tree.trimmedContent(contiguousRangesAround(content, cutting: range))
  }

  /// In a longer one nothing is inserted: its tree was put together from parts.
  private static let longestSentence = 600
}
