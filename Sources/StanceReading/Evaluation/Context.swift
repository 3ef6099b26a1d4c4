import ArticleReading
import LanguageAnalysis
import SourceText
import StanceModel
import StanceOntology

/// All that the constructions look at: the document, its trees, who each phrase stands for, and the tables.
struct Context {
  let document: Document
  let tree: SyntaxTree
  let ontology: Ontology
  let lexicon: CueLexicon
  let issues: IssueTable
  /// Lower-case lemma of each token.
  let lemmas: [String]
  /// The hyphenated word that each token is the head of (`free-trade`, `cease-fire`), which are several tokens.
  private let hyphenated: [Int: String]
  /// The cue that each token is the head of.
  private(set) var cues: [CueRow?] = []
  /// The issues that the text names, in its order, for what takes them up later.
  private(set) var carried: [CarriedIssue] = []
  /// The innermost mention whose head is this token.
  private let mentionByHead: [Int]
  /// The statements each token stands in, outermost first. What somebody wants is read from its cue.
  private let voices: [[Int]]

  init(
    _ document: Document, ontology: Ontology, lexicon: CueLexicon, issues: IssueTable
  ) {
    self.document = document
    self.ontology = ontology
    self.lexicon = lexicon
    self.issues = issues
    tree = SyntaxTree(document)
    let count = document.tokens.count
    lemmas = document.tokens.lemmas.map { $0.lowercased() }
    hyphenated = Self.hyphenated(tree)
    var byHead = [Int](repeating: -1, count: count)
    for (index, mention) in document.mentions.enumerated()
    where mention.head >= 0 && mention.head < count {
      let known = byHead[mention.head]
      // A linked mention is worth more than one that is not; a longer one more than a shorter.
      // A name more than the group that it is one of.
      let isGroup = known >= 0 && document.mentions[known].entity?.kind == .group
      if known < 0 || (document.mentions[known].entity == nil && mention.entity != nil)
        || isGroup && mention.entity.map({ $0.kind != .group }) ?? false
      {
        byHead[mention.head] = index
      }
    }
    mentionByHead = byHead
    voices = Self.voices(document)
    cues = (0..<count).map { cue(at: $0) }
    carried = issuesInOrder()
  }

  var tokens: Tokens { document.tokens }

  private static func hyphenated(_ tree: SyntaxTree) -> [Int: String] {
    let tokens = tree.tokens
    func isGlued(_ token: Int) -> Bool { tokens.spans[token].start == tokens.spans[token - 1].end }
    var found: [Int: String] = [:]
    var hyphen = 1
    while hyphen + 1 < tree.count {
      defer { hyphen += 1 }
      guard tokens.forms[hyphen] == "-", isGlued(hyphen), isGlued(hyphen + 1) else { continue }
      let first = hyphen - 1
      var last = hyphen + 1
      // `face-to-face`
      while last + 2 < tree.count, last - first < 8, tokens.forms[last + 1] == "-",
        isGlued(last + 1), isGlued(last + 2)
      {
        last += 2
      }
      let range = first..<(last + 1)
      guard
        let head = range.first(where: { !range.contains(tree.heads[$0]) && tokens.forms[$0] != "-" }
        )
      else { continue }
      found[head] =
        (tokens.forms[first..<last].joined()
        + (tokens.xpos[last].hasPrefix("VB") ? tokens.forms[last] : tokens.lemmas[last]))
        .lowercased()
      hyphen = last
    }
    return found
  }

  /// The lemmas by which the tables may know the head of a word: itself, or the whole that it is hyphenated to.
  func names(of token: Int) -> [String] { (hyphenated[token].map { [$0] } ?? []) + [lemmas[token]] }

  /// Whether a token is this word by lemma, by form, or as the head of a hyphenated one.
  func isWord(_ word: String, _ token: Int) -> Bool {
    lemmas[token] == word || tokens.forms[token].lowercased() == word || hyphenated[token] == word
  }

  private static func voices(_ document: Document) -> [[Int]] {
    var voices = [[Int]](repeating: [], count: document.tokens.count)
    let sizes = document.quotations.map { $0.content.reduce(0) { $0 + $1.count } }
    // Outermost first: the larger content is filled in before the smaller.
    let order = document.quotations.indices.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    for index in order where document.quotations[index].standing == .statement {
      for range in document.quotations[index].content {
        for token in range.clamped(to: 0..<document.tokens.count) { voices[token].append(index) }
      }
    }
    return voices
  }

  /// The quotations that the token stands in, outermost first.
  func quotations(around token: Int) -> [Int] { voices[token] }

  /// Who speaks at this token, other than the article: the outermost speaker first.
  func speakers(at token: Int) -> [EntityID] {
    var chain: [EntityID] = []
    for index in voices[token] {
      if let speaker = document.quotations[index].speaker, chain.last != speaker {
        chain.append(speaker)
      }
    }
    return chain
  }

  /// Whether the words at this token are said by somebody whom the document does not tell.
  func hasUnknownSpeaker(_ token: Int) -> Bool {
    voices[token].last.map { document.quotations[$0].speaker == nil } ?? false
  }

  /// The mention whose head is this token.
  func mention(at token: Int) -> Mention? {
    guard mentionByHead.indices.contains(token), mentionByHead[token] >= 0 else { return nil }
    return document.mentions[mentionByHead[token]]
  }

  /// The entity that a phrase with this head stands for.
  func entity(at token: Int) -> EntityID? {
    if let entity = mention(at: token)?.entity {
      // `One of these groups, the Red Front, …`: the name in apposition says which.
      if entity.kind == .group,
        let name = tree.child(of: token, .appos) ?? tree.child(of: token, .flat),
        let named = mention(at: name)?.entity, named.kind != .group
      {
        return named
      }
      return entity
    }
    if let antecedent = tree.antecedent(ofRelative: token), antecedent != token {
      return mention(at: antecedent)?.entity
    }
    // `the two countries' leader Jane Doe`: a name in apposition says who it is.
    if tokens.upos[token] == .noun,
      let name = tree.child(of: token, .appos) ?? tree.child(of: token, .flat)
    {
      return mention(at: name)?.entity
    }
    return nil
  }

  /// The entities of a coordinated phrase, in text order, without doubles.
  func entities(at token: Int) -> [EntityID] {
    var found: [EntityID] = []
    for conjunct in tree.coordinated(from: token) {
      // `A and B, but not C`.
      if conjunct != token,
        tree.children(of: conjunct).contains(where: { lemmas[$0] == "not" })
      {
        continue
      }
      if let entity = entity(at: conjunct), !found.contains(entity) { found.append(entity) }
    }
    return found
  }

  /// Who is charged with a position of this entity: a ministry, an army or an agency acts for its country, a
  /// legislature for itself.
  func holder(_ entity: EntityID) -> EntityID {
    guard entity.kind == .organization, let body = ontology.organization(entity),
      body.kind == .ministry || body.kind == .agency, let country = body.homeCountry
    else { return entity }
    return ontology.isLegislature(entity) || entity.key.hasSuffix("court") ? entity : country
  }

  /// The country or body that a person speaks for on the document's date; others stand for themselves.
  func polity(of entity: EntityID) -> EntityID {
    guard entity.kind == .person else { return entity }
    let offices = ontology.offices(of: entity, on: document.article.date)
    return offices.first { $0.speaksFor }?.entity ?? entity
  }

  /// The cue whose head is this token: the most specific row whose words are there and whose target has a filler,
  /// otherwise a reporting or thinking verb, whose content may stand elsewhere.
  private func cue(at token: Int) -> CueRow? {
    var rows = names(of: token).flatMap { lexicon.rows(head: $0) }
      .filter { $0.partOfSpeech != .verb || $0.kind != .evaluative }
    // `committed`, `concerned`: participles that are listed as adjectives.
    let form = tokens.forms[token].lowercased()
    if form != lemmas[token] {
      rows += lexicon.rows(head: form).filter { $0.partOfSpeech != .verb }
    }
    guard !rows.isEmpty else { return nil }
    let fitting = rows.filter { fits($0, token) }
    // `is opposed to it` looks like a passive: the participle listed as an adjective comes first.
    if isParticipialPredicate(token),
      let adjective = fitting.first(where: { $0.partOfSpeech == .adjective })
    {
      return adjective
    }
    // `the bill is an attack on free speech` judges the bill; `their attack on it` is their stance.
    if tokens.upos[token] == .noun, tree.child(of: token, .cop) != nil,
      let judgement = fitting.first(where: { $0.partOfSpeech == .noun && $0.kind == .evaluative })
    {
      return judgement
    }
    let hasAgent = tree.child(of: token, label: "obl:agent") != nil
    if tokens.xpos[token] == "VBN",
      let adjective = fitting.first(where: {
        $0.partOfSpeech == .adjective && $0.kind != .evaluative && !targets(of: $0, token).isEmpty
          && (!hasAgent || $0.targets.contains(.preposition("by")))
      })
    {
      return adjective
    }
    return fitting.first { row in
      row.kind == .evaluative || row.partOfSpeech == .phrase || !targets(of: row, token).isEmpty
    } ?? fitting.first { $0.kind == .speech || $0.kind == .belief || $0.kind == .light }
  }

  /// The row by which a verb judges its subject or object in the mouth of a speaker.
  func verdict(at token: Int) -> CueRow? {
    names(of: token).flatMap { lexicon.rows(head: $0) }.first {
      $0.partOfSpeech == .verb && $0.kind == .evaluative && fits($0, token)
        && !targets(of: $0, token).isEmpty
    }
  }

  private func fits(_ row: CueRow, _ token: Int) -> Bool {
    switch row.partOfSpeech {
    case .verb: guard tokens.upos[token] == .verb else { return false }
    case .noun:
      // `a non-starter` may be taken for an adjective.
      guard
        tokens.upos[token] == .noun || tokens.upos[token] == .propn
          || tokens.upos[token] == .adj && tree.child(of: token, .det) != nil
      else { return false }
    case .adjective:
      guard tokens.upos[token] == .adj || isLikeAdjective(token) else { return false }
    case .phrase:
      return row.words.indices.allSatisfy {
        token + $0 < tokens.count && tokens.forms[token + $0].lowercased() == row.words[$0]
      }
    }
    // `threatened the island with sanctions`: not the sanctions are threatened.
    if row.kind == .warn, row.words.count == 2, row.targets == [.object] {
      return fillers(of: .object, of: token).contains { isWord(row.words[1], $0) }
    }
    return row.words.dropFirst().allSatisfy { hasWord($0, near: token) }
  }

  /// A participle, or a noun without article behind a copula: `is encouraging`, `is intent on`.
  private func isLikeAdjective(_ token: Int) -> Bool {
    switch tokens.upos[token] {
    case .verb:
      // `have opposed it, arguing that …` is the verb.
      let isActive =
        tree.child(of: token, .obj) != nil
        || tree.children(of: token, .aux).contains { lemmas[$0] == "have" }
          && tree.child(of: token, label: "aux:pass") == nil
      return tokens.xpos[token] == "VBN" && !isActive || isParticipialPredicate(token)
    case .noun: return tree.child(of: token, .cop) != nil && tree.child(of: token, .det) == nil
    default: return false
    }
  }

  /// `is worrying` without an object, taken for a progressive form.
  func isParticipialPredicate(_ token: Int) -> Bool {
    tokens.xpos[token] == "VBG" && tree.child(of: token, RelationSet(.obj, .ccomp, .xcomp)) == nil
      && tree.children(of: token, RelationSet(.aux, .cop)).contains { lemmas[$0] == "be" }
  }

  private static let reach = 3

  /// Whether the word is a particle, adverb or object of the token, or the preposition of one of its phrases,
  /// or stands in a phrase of one of these (`in favour of`).
  func hasWord(_ word: String, near token: Int, depth: Int = reach) -> Bool {
    for child in tree.children(of: token) {
      // By the form, too: `closed ranks`.
      // Inside a phrase also before its noun: `gave the green light`.
      if isWord(word, child),
        child > token || tree.relations[child] == .compound
          || (depth < Self.reach || tokens.upos[token] == .noun)
            && [.amod, .det, .nummod].contains(tree.relations[child])
      {
        return true
      }
      guard child > token, depth > 0 else { continue }
      for marker in tree.children(of: child)
      where lemmas[marker] == word
        && (tree.relations[marker] == .caseMarker || tree.relations[marker] == .mark
          || tree.relations[marker] == .fixed)
      { return true }
      switch tree.relations[child] {
      case .obl, .nmod, .obj, .advmod, .fixed:
        if hasWord(word, near: child, depth: depth - 1) { return true }
      default: continue
      }
    }
    return false
  }

  /// Whether an odd number of negations stands on the token itself.
  func isNegated(_ token: Int) -> Bool {
    var negations = tree.negations(of: token).count
    if tree.relations[token] == .conj,
      tree.child(of: token, .cc).map({ lemmas[$0] == "nor" }) ?? false
    {
      negations += 1
    }
    // `no country accepts`, `nobody wants`, `few want`, `not one will`, `there will be no talks`.
    if let subject = tree.child(of: token, .nsubj),
      subject < token || tree.child(of: token, .expl) != nil,
      tree.children(of: subject).contains(where: {
        (lemmas[$0] == "no" && tree.relations[$0] == .det) || lemmas[$0] == "neither"
          || lemmas[$0] == "not" && $0 < subject && !tree.isNotOnly($0) && !isSome(after: $0)
          || lemmas[$0] == "few" && tree.child(of: subject, .det) == nil && !isSome(after: $0)
      }) || ["nobody", "none", "nothing"].contains(lemmas[subject])
    {
      negations += 1
    }
    if let object = tree.child(of: token, .obj), tokens.upos[token] == .verb,
      tree.children(of: object).contains(where: {
        (lemmas[$0] == "no" && tree.relations[$0] == .det) || lemmas[$0] == "neither"
      }) || ["nothing", "nobody"].contains(lemmas[object])
    {
      negations += 1
    }
    return negations % 2 == 1
  }

  /// `not a few`, `fewer than ten`: no negation.
  private func isSome(after token: Int) -> Bool {
    token + 1 < tokens.count && ["a", "an", "few", "than"].contains(lemmas[token + 1])
      && !(token + 2 < tokens.count && lemmas[token + 2] == "single")
  }

  /// The words of a range as they stand, for traces and cues.
  func words(_ range: Range<Int>) -> String {
    document.article.text[tree.span(of: range)]
  }

  func words(_ token: Int) -> String { words(token..<(token + 1)) }
}
