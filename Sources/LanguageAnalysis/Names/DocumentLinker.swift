import ArticleReading
public import StanceOntology

/// Finds who is mentioned in an analysed document, who says what, and what refers to whom.
///
/// Made once and shared between threads. Names first, then quotations by form, then coreference, which
/// needs both, and last the speakers.
public struct DocumentLinker: Sendable {
  private let ontology: Ontology
  private let cues: ReportingCues

  /// - Parameters:
  ///   - ontology: whom names are linked to.
  ///   - cues: the words that report.
  public init(ontology: Ontology, cues: ReportingCues) {
    self.ontology = ontology
    self.cues = cues
  }

  /// - Parameter directories: the ontology's folders; the rows of later ones add to `reporting-cues.tsv` of the
  ///   first.
  /// - Throws: `Diagnostic` that names file and line of a wrong row, or the file that is missing.
  public init(ontology: Ontology, directories: [String]) throws {
    self.init(ontology: ontology, cues: try ReportingCues(directories: directories))
  }

  /// The lemmas of the verbs that report.
  public var verbs: Set<String> {
    Set(cues.verbs.keys.map { String($0.prefix { $0 != " " }) })
  }

  /// Fills `mentions`, `quotations` and `chains` of a document whose tokens are tagged and parsed, and mends the
  /// trees around words of reporting (`ReportingRepair`).
  ///
  /// - Parameters:
  ///   - names: token ranges of names with their types, as the encoder finds them.
  ///   - views: what the encoder's vectors tell of the tokens; without them, rules alone decide.
  public func link(
    _ document: inout Document, names: [(Range<Int>, MentionType)], views: TokenViews? = nil
  ) {
    let tree = ReportingRepair.mend(&document, cues: cues)
    let sentences = document.sentences
    let date = document.article.date
    let dialogue = Dialogue(tree: tree, sentences: sentences)
    let labels = dialogue.names().filter { label in !names.contains { $0.0.overlaps(label) } }
    let spans = NameFinder(tree: tree, sentences: sentences, ontology: ontology)
      .spans(encoder: names + labels.map { ($0, .person) })
    var linker = NameLinker(tree: tree, sentences: sentences, ontology: ontology, date: date)
    linker.link(spans)
    var quotations = QuotationFinder.find(in: tree, sentences: sentences, cues: cues)
    let speaking = speakingNouns(of: quotations, in: tree)
    let nominals = NominalLinker(
      tree: tree, ontology: ontology, date: date, names: linker.mentions, speaking: speaking
    ).mentions()
    let mentions = sorted(linker.mentions + nominals + pronouns(in: tree))
    quotations = Quotation.nested(quotations + dialogue.quotations(mentions: linker.mentions))
    let ranker = views.map { AntecedentRanker(tree: tree, sentences: sentences, views: $0) }
    document.coreference = ranker.map { PhraseChains.chains($0) } ?? []
    var resolver = CoreferenceResolver(
      tree: tree, sentences: sentences, ontology: ontology, date: date, profiles: linker.profiles,
      mentions: mentions, quotations: quotations, ranker: ranker, speaking: speaking)
    resolver.resolve()
    let (chains, linked) = resolver.chains()
    let speakers = SpeakerLinker(tree: tree, mentions: linked)
    for index in quotations.indices {
      guard let source = quotations[index].sourceHead else { continue }
      quotations[index].speaker =
        speakers.entity(at: source)
        ?? (speakers.isDefiniteDocument(source)
          ? speaker(before: index, of: quotations, in: tree) : nil)
    }
    document.mentions = linked
    document.chains = chains
    document.quotations = quotations
  }

  /// The nouns by whom somebody is quoted and which name people by their form, though no list has them.
  private func speakingNouns(of quotations: [Quotation], in tree: SyntaxTree) -> Set<String> {
    Set(
      quotations.compactMap { quotation in
        guard let head = quotation.sourceHead, tree.tokens.upos[head] == .noun else { return nil }
        let lemma = tree.tokens.lemmas[head].lowercased()
        return ActorNouns.isAgentive(lemma) ? lemma : nil
      })
  }

  /// Whose words `the statement` gives: those of the one quoted in this sentence or the one before.
  private func speaker(before index: Int, of quotations: [Quotation], in tree: SyntaxTree)
    -> EntityID?
  {
    guard
      let last = quotations[max(0, index - 8)..<index].last(where: { $0.standing == .statement }),
      let here = quotations[index].cue?.lowerBound, let before = last.cue?.lowerBound,
      tree.sentenceIndices[here] - tree.sentenceIndices[before] <= 1
    else { return nil }
    return last.speaker
  }

  private func pronouns(in tree: SyntaxTree) -> [Mention] {
    (0..<tree.count).compactMap { token in
      guard tree.tokens.upos[token] == .pron, Pronoun(form: tree.tokens.forms[token]) != nil else {
        return nil
      }
      return Mention(tokens: token..<(token + 1), head: token, type: .pronoun)
    }
  }

  private func sorted(_ mentions: [Mention]) -> [Mention] {
    mentions.enumerated().sorted { first, second in
      let (a, b) = (first.element.tokens, second.element.tokens)
      if a.lowerBound != b.lowerBound { return a.lowerBound < b.lowerBound }
      return a.upperBound != b.upperBound
        ? a.upperBound > b.upperBound : first.offset < second.offset
    }.map(\.element)
  }
}
