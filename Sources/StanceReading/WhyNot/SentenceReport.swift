public import LanguageAnalysis
public import SourceText
import StanceModel
import StanceOntology

/// What the reader made of a sentence, and where it gave none: what failed first.
public struct SentenceReport: Sendable {
  /// A word that could carry a stance, and what became of it.
  public struct Cue: Sendable {
    public enum Outcome: Hashable, Sendable {
      /// A statement was read; in words.
      case read(String)
      /// The first thing that failed, in words.
      case failed(String)
    }

    /// UTF-8 bytes of the article's text.
    public var span: TextSpan
    public var words: String
    /// The kind of cue, as `ontology/cues.tsv` has it, or `issue` for a word that only an issue's pattern has; nil
    /// for a word that a construction knows itself, such as *must*.
    public var kind: String?
    public var outcome: Outcome
  }

  /// UTF-8 bytes of the article's text.
  public var span: TextSpan
  /// The words that could carry a stance, in text order; where nothing was read, the one that came furthest is first.
  public var cues: [Cue]
  /// Why no word of the sentence could carry a stance, `cues` being words that do not fit; nil where one could.
  public var noCue: String?
  /// Whether it names somebody who may hold a position, and an issue or a cue that takes sides.
  public var isCandidate: Bool
  public var parse: [ParsedWord]

  public var isRead: Bool {
    cues.contains {
      if case .read = $0.outcome { return true }
      return false
    }
  }
}

extension StanceReader {
  /// What was made of each sentence of a document, in text order.
  public func sentences(in document: Document) -> [SentenceReport] {
    let context = context(of: document)
    let offers = offers(in: context)
    let kept = Selection(context: context).select(offers.filter { isTrusted($0) })
    let offersByCue = Dictionary(grouping: offers, by: \.cue)
    let readByCue = Dictionary(grouping: kept.filter { isOnTopic($0) }, by: \.cue)
    let checks = CueChecks(context: context)
    return document.sentences.map { sentence in
      let tokens = sentence.tokens.clamped(to: 0..<context.tokens.count)
      var found: [(stage: CueFailure.Stage?, cue: SentenceReport.Cue)] = []
      for token in tokens {
        let read = readByCue[token, default: []]
        var words = checks.words(of: token)
        let outcome: SentenceReport.Cue.Outcome
        var stage: CueFailure.Stage?
        if let first = read.first {
          words = first.cueWords
          outcome = .read(read.map(\.summary).joined(separator: "; "))
        } else if let offer = offersByCue[token]?.first {
          words = offer.cueWords
          stage = .setAside
          outcome = .failed(setAside(offer, kept: kept, context))
        } else if let failure = checks.failure(of: token) {
          stage = failure.stage
          outcome = .failed(failure.words)
        } else {
          continue
        }
        found.append(
          (
            stage,
            SentenceReport.Cue(
              span: context.tokens.spans[token], words: words, kind: checks.kind(of: token),
              outcome: outcome)
          ))
      }
      // A word that no row fits says nothing beside one that is a cue.
      let isUnfit = found.allSatisfy { $0.stage == .unfit }
      if !isUnfit { found.removeAll { $0.stage == .unfit } }
      // Where nothing was read, the word that came furthest stands first.
      if !found.contains(where: { $0.stage == nil }),
        let furthest = found.indices.max(by: { a, b in
          (found[a].stage?.rawValue ?? 0, -a) < (found[b].stage?.rawValue ?? 0, -b)
        })
      {
        found.insert(found.remove(at: furthest), at: 0)
        if found[0].stage == .sideless, case .failed(let reason) = found[0].cue.outcome {
          found[0].cue.outcome = .failed(reason + checks.untaken(in: tokens))
        }
      }
      let isBare = found.isEmpty || isUnfit && !checks.untaken(in: tokens).isEmpty
      return SentenceReport(
        span: sentence.span, cues: found.map(\.cue),
        noCue: isBare ? checks.noCue(in: tokens, isKnown: !found.isEmpty) : nil,
        isCandidate: checks.isCandidate(tokens), parse: Self.parse(of: sentence, context.tree))
    }
  }

  /// Why a reading that a construction offered did not stand.
  private func setAside(_ reading: Reading, kept: [Reading], _ context: Context) -> String {
    let said = "it was read as “\(reading.summary)”"
    if reading.holder.kind == .document { return "\(said), but that is the article's own voice" }
    if !isTrusted(reading) {
      let figures = [reading.confidence, minimumConfidence].map { NumberText.twoDecimals($0) }
      return "\(said), but with confidence \(figures[0]), below \(figures[1])"
    }
    let selection = Selection(context: context)
    if let other = kept.first(where: { $0.cue != reading.cue && selection.covers($0, reading) }) {
      return "\(said), but the reading of “\(other.cueWords)” as “\(other.summary)” comes first"
    }
    return "\(said), but the codebook has no such issue"
  }
}

extension Reading {
  /// `country:NO opposes issue:sanctions(*,country:RU)`
  var summary: String { "\(holder) \(polarity > 0 ? "supports" : "opposes") \(target.id)" }
}
