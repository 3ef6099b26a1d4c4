import LanguageAnalysis
import StanceModel
import StanceOntology

extension CueChecks {
  /// A word that the tables have, but not as it stands here; nil for one that they do not have.
  func unfit(_ token: Int) -> CueFailure? {
    guard context.issue(at: token) == nil else { return nil }
    let rows = context.names(of: token).flatMap { context.lexicon.rows(head: $0) }.filter {
      $0.polarity != 0 && $0.partOfSpeech != .phrase
    }
    guard let any = rows.first else { return nil }
    let alike = rows.filter { isPart($0.partOfSpeech, token) }
    guard !alike.isEmpty else {
      return CueFailure(
        .unfit, "\(name(token)) is in the cue tables only as \(any.partOfSpeech.words)")
    }
    func missing(_ row: CueRow) -> [String] {
      row.words.dropFirst().filter { !context.hasWord($0, near: token) }
    }
    if let bare = alike.first(where: { missing($0).isEmpty }) {
      let slots = bare.targets.map(\.words).joined(separator: " or ")
      return CueFailure(.unfit, "“\(bare.name)” has no target: it has no \(slots)")
    }
    let names = alike.prefix(3).map { "“\($0.name)”" }.joined(separator: ", ")
    return CueFailure(.unfit, "\(name(token)) is in the cue tables only as part of \(names)")
  }

  private func isPart(_ part: CueRow.PartOfSpeech, _ token: Int) -> Bool {
    switch context.tokens.upos[token] {
    case .verb: part == .verb || part == .adjective && context.tokens.xpos[token] == "VBN"
    case .noun, .propn: part == .noun
    case .adj: part == .adjective
    default: false
    }
  }

  /// Why a sentence in which no word could carry a stance has none.
  ///
  /// - Parameter isKnown: whether the tables have a word of it that does not fit.
  func noCue(in tokens: Range<Int>, isKnown: Bool) -> String {
    (isKnown
      ? "no word of this sentence carries a position as it stands"
      : "no word of this sentence is in the cue tables") + untaken(in: tokens)
  }

  /// The issue of a sentence that no word takes a side on, to be added to what failed.
  func untaken(in tokens: Range<Int>) -> String {
    issues(in: tokens).first.map { token, issue in
      "; nothing takes a side on \(name(token)), which names \(issue)"
    } ?? ""
  }

  /// Whether a sentence names somebody who may hold a position, and an issue or a word that takes sides.
  func isCandidate(_ tokens: Range<Int>) -> Bool {
    tokens.contains { context.entity(at: $0).map { $0.kind != .document } ?? false }
      && (tokens.contains { takesSides($0) } || !issues(in: tokens).isEmpty)
  }

  private func takesSides(_ token: Int) -> Bool {
    guard let cue = context.cues[token], cue.polarity != 0 else { return false }
    switch cue.kind {
    case .speech, .belief, .shell, .light: return false
    case .implicative:
      return cue.partOfSpeech == .verb && context.tree.child(of: token, .obj) != nil
    case .attitude, .act, .desire, .demand, .warn, .evaluative, .benefactive: return true
    }
  }

  private func issues(in tokens: Range<Int>) -> [(token: Int, id: String)] {
    tokens.compactMap { token in context.issue(at: token).map { (token, $0.target.id) } }
  }

  /// The kind of cue that a word is, as the tables have it; nil where they have none.
  func kind(of token: Int) -> String? {
    if let cue = context.cues[token] { return cue.kind.rawValue }
    if context.issue(at: token) != nil { return "issue" }
    return context.names(of: token).lazy.flatMap { context.lexicon.rows(head: $0) }.first?.kind
      .rawValue
  }

  /// The words of a cue as they stand, or the word itself.
  func words(of token: Int) -> String {
    context.cues[token].map { context.cueWords($0, token) } ?? context.words(token)
  }
}

extension CueRow.PartOfSpeech {
  /// For people.
  var words: String {
    switch self {
    case .verb: "a verb"
    case .noun: "a noun"
    case .adjective: "an adjective"
    case .phrase: "a phrase"
    }
  }
}

extension Slot {
  /// For people: what stands in the slot.
  var words: String {
    switch self {
    case .subject: "subject"
    case .object: "object"
    case .indirectObject: "indirect object"
    case .possessor: "owner"
    case .modifier: "modifier"
    case .itself: "name of its own"
    case .openComplement: "infinitive or participle"
    case .clause, .adnominalClause, .adverbialClause: "clause"
    case .quotation: "quotation"
    case .preposition(let word): "phrase with “\(word)”"
    case .path(let first, let second): "\(second.words) of its \(first.words)"
    case .controlled: "infinitive"
    case .modified: "noun beside it"
    case .only(let slot, let kind): slot.words + (kind.map { " that is a \($0.rawValue)" } ?? "")
    case .constant(let entity): entity.description
    }
  }
}
