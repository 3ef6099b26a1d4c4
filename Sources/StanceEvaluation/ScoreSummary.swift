import StanceModel

/// The scores of several articles taken together.
public struct ScoreSummary: Sendable {
  public private(set) var articles: Int
  private var counts: [ArticleScore.Measure: Counts] = [:]
  public private(set) var shares: [ArticleScore.ShareName: Share] = [:]
  public private(set) var constructions: [String: ArticleScore.ConstructionScore] = [:]
  public private(set) var issues: [String: Counts] = [:]
  private var polarities: [PolarityPair: Int] = [:]
  public private(set) var errors: [ErrorClass: Int] = [:]

  public init(_ scores: some Sequence<ArticleScore>) {
    articles = 0
    for score in scores {
      articles += 1
      for (measure, count) in score.counts { counts[measure, default: Counts()] += count }
      for (name, share) in score.shares { shares[name, default: Share()] += share }
      for (name, own) in score.constructions {
        constructions[name, default: ArticleScore.ConstructionScore()].stance += own.stance
        constructions[name, default: ArticleScore.ConstructionScore()].target += own.target
      }
      for (slug, counts) in score.issues { issues[slug, default: Counts()] += counts }
      for (pair, count) in score.polarities { polarities[pair, default: 0] += count }
      // Missed records that take inference are no fault of the reader's.
      for error in score.errors where error.gold?.level != .hard {
        errors[error.kind, default: 0] += 1
      }
    }
  }

  public subscript(measure: ArticleScore.Measure) -> Counts { counts[measure] ?? Counts() }

  /// How many pairs of one place, holder and target have the same polarity.
  public var polarityAgreement: Share {
    var share = Share()
    for (pair, count) in polarities {
      share.whole += count
      if pair.coded == pair.read { share.part += count }
    }
    return share
  }

  /// Agreement on the polarity of these pairs beyond chance (Cohen 1960); nil where only one polarity is there.
  public var polarityKappa: Double? {
    let share = polarityAgreement
    guard let observed = share.value else { return nil }
    var expected = 0.0
    for polarity in Polarity.allCases {
      let coded = polarities.filter { $0.key.coded == polarity }.reduce(0) { $0 + $1.value }
      let read = polarities.filter { $0.key.read == polarity }.reduce(0) { $0 + $1.value }
      expected += Double(coded) / Double(share.whole) * Double(read) / Double(share.whole)
    }
    return expected < 1 ? (observed - expected) / (1 - expected) : nil
  }

  /// The middle 90 % of a figure over articles drawn anew, a thousand times (percentile bootstrap: Efron 1979).
  ///
  /// The draws are the same in every run.
  public static func interval(
    of scores: [ArticleScore], _ figure: (ScoreSummary) -> Double
  ) -> ClosedRange<Double>? {
    guard scores.count > 1 else { return nil }
    var generator = SplitMix(state: 1)
    let figures = (0..<1_000).map { _ in
      figure(ScoreSummary(scores.map { _ in scores.randomElement(using: &generator) ?? scores[0] }))
    }.sorted()
    return figures[50]...figures[949]
  }

  /// A step of confidence with how many of its statements are right.
  public struct ConfidenceStep: Sendable {
    /// From here up to the next step.
    public var from: Double
    public var share: Share
  }

  /// Statements by confidence in steps of a tenth.
  public static func calibration(of scores: [ArticleScore]) -> [ConfidenceStep] {
    var steps = [Share](repeating: Share(), count: 10)
    for one in scores.flatMap(\.confidences) {
      // Half a hundredth up, since 0.7 in binary is less than 0.7.
      let step = Int((one.value + 0.005) * 10)
      steps[min(9, max(0, step))].add(one.isRight)
    }
    return steps.enumerated().filter { $0.element.whole > 0 }.map {
      ConfidenceStep(from: Double($0.offset) / 10, share: $0.element)
    }
  }
}

/// A small generator of random numbers that gives the same ones everywhere (Steele, Lea and Flood 2014).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
