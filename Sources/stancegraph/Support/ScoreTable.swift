import SourceText
import StanceEvaluation
import StanceModel

/// Scores as a table for people.
enum ScoreTable {
  static func text(_ scores: [ArticleScore]) -> String {
    let summary = ScoreSummary(scores)
    var text = "\(scores.count) \(scores.count == 1 ? "article" : "articles")\n"
    text += counts(summary)
    for measure in [ArticleScore.Measure.stance, .target] {
      let figures: [(String, (Counts) -> Double)] = [
        ("precision", \.precision), ("recall", \.recall), ("F1", \.f1),
      ]
      for (name, figure) in figures {
        let range = ScoreSummary.interval(of: scores) { figure($0[measure]) }
        guard let range else { continue }
        text += column("  90 % interval of \(measure.rawValue) \(name)", 50)
        text += "\(three(range.lowerBound)) to \(three(range.upperBound))\n"
      }
    }
    text += "\n"
    for name in ArticleScore.ShareName.allCases {
      guard let share = summary.shares[name] else { continue }
      text += column("  \(name.rawValue)", 50) + "\(value(share))  of \(share.whole)\n"
    }
    let pairs = summary.polarityAgreement
    if pairs.whole > 0 {
      text += column("  pairs of one place, holder and target: polarity", 50)
      text += "\(value(pairs))  of \(pairs.whole)\n"
      text += column("  the same beyond chance (Cohen's kappa)", 50)
      text += (summary.polarityKappa.map(three) ?? "–") + "\n"
    }
    text += issues(summary)
    text += "\n" + column("  construction", 34) + "statements  precision  right target\n"
    let constructions = summary.constructions.sorted {
      (-$0.value.stance.whole, $0.key) < (-$1.value.stance.whole, $1.key)
    }
    for (name, score) in constructions {
      text += column("  \(name)", 34) + column("\(score.stance.whole)", 12)
      text += column(value(score.stance), 11) + value(score.target) + "\n"
    }
    text += "\n" + column("  confidence", 34) + "statements  precision\n"
    for step in ScoreSummary.calibration(of: scores) {
      text += column("  from \(one(step.from))", 34) + column("\(step.share.whole)", 12)
      text += value(step.share) + "\n"
    }
    text += "\n" + column("  errors, of core records and statements", 50) + "\n"
    for kind in ErrorClass.allCases {
      text += column("  \(kind.rawValue)", 50) + "\(summary.errors[kind] ?? 0)\n"
    }
    return text
  }

  /// A line for each issue, the most coded first.
  private static func issues(_ summary: ScoreSummary) -> String {
    guard !summary.issues.isEmpty else { return "" }
    let rows = summary.issues.sorted {
      (-$0.value.right - $0.value.missed, $0.key) < (-$1.value.right - $1.value.missed, $1.key)
    }
    return "\n" + column("  issue", 34) + "coded       precision  recall     F1\n"
      + rows.map { slug, counts in
        column("  \(slug)", 34) + column("\(counts.right + counts.missed)", 12)
          + column(counts.right + counts.wrong > 0 ? three(counts.precision) : "–", 11)
          + column(counts.right + counts.missed > 0 ? three(counts.recall) : "–", 11)
          + three(counts.f1) + "\n"
      }.joined()
  }

  static func counts(_ summary: ScoreSummary) -> String {
    ArticleScore.Measure.allCases.compactMap { measure in
      let count = summary[measure]
      if measure == .relation, count == Counts() { return nil }
      let isRecallOnly = measure == .stanceHard || measure == .targetHard
      let figures =
        isRecallOnly
        ? "precision   –    recall \(three(count.recall))  F1   –  "
        : "precision \(three(count.precision))  recall \(three(count.recall))  F1 \(three(count.f1))"
      return column("  \(measure.rawValue)", 22) + figures
        + "  right \(count.right), wrong \(count.wrong), missed \(count.missed)\n"
    }.joined()
  }

  /// A line for each error: its class, what was coded, what was read, and the words.
  static func errors(of score: ArticleScore) -> String {
    score.errors.map { error in
      var parts = ["  \(error.kind.rawValue)"]
      if let gold = error.gold {
        let polarity = gold.readings[0].polarity?.rawValue ?? "*"
        parts.append(
          "\(gold.id) \(gold.level.rawValue): \(gold.holders.joined(separator: "|")) \(polarity) "
            + gold.readings[0].targets.joined(separator: "|"))
      }
      if let read = error.statement {
        parts.append(
          "read: \(read.holder) \(read.polarity.rawValue) \(read.target.id) (\(read.construction))")
      }
      let words = [error.gold?.anchor, error.statement?.quotation].compactMap { $0 }
        .first { !$0.isEmpty }
      return parts.joined(separator: "; ") + "  “\(StatementTable.line(words ?? ""))”\n"
    }.joined()
  }

  private static func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func value(_ share: Share) -> String { share.value.map(three) ?? "–" }

  private static func one(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func three(_ number: Double) -> String {
    let thousandths = Int((abs(number) * 1_000).rounded())
    let digits = String(thousandths % 1_000)
    return (number < 0 && thousandths > 0 ? "-" : "") + "\(thousandths / 1_000)."
      + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
