import ArticleReading
import LanguageAnalysis
import SourceText
import StanceModel
import StanceOntology

/// Gives readings their evidence, source and id.
struct StatementWriter {
  let context: Context
  /// Longer evidence is cut to the words between the cue and what it is about.
  static let longestEvidence = 280

  func statements(_ readings: [Reading]) -> [Statement] {
    var statements: [Statement] = []
    let time = TimeExpression(context)
    for reading in readings {
      let evidence = context.tree.span(of: evidence(of: reading))
      let speakers = context.speakers(at: reading.cue)
      let source = speakers.last ?? ownWords(reading)
      let date = time.date(of: reading)
      let isPast = reading.modality == .asserted && time.isLongAgo(date, reading)
      let quotation = context.document.article.text[evidence]
      statements.append(
        Statement(
          id: "", document: context.document.article.document, holder: reading.holder,
          source: source, chain: speakers.filter { $0 != reading.holder }, cue: reading.cueWords,
          target: reading.target, polarity: reading.polarity > 0 ? .support : .oppose,
          strength: context.strength(of: reading), modality: isPast ? .past : reading.modality,
          date: date?.description, evidence: evidence,
          quotation: quotation, confidence: reading.confidence,
          construction: reading.construction, trace: reading.trace))
    }
    statements.sort {
      ($0.evidence, $0.holder.description, $0.target.id) < (
        $1.evidence, $1.holder.description, $1.target.id
      )
    }
    return numbered(statements)
  }

  /// Where no quotation was found, the holder of an opinion clause is its speaker.
  private func ownWords(_ reading: Reading) -> EntityID? {
    let head = context.tree.head(of: reading.cue)
    guard let head, context.cues[head]?.kind == .speech else { return nil }
    return context.opinionHolders(of: reading.cue).first
  }

  /// Ids count the occurrences of the same evidence text from the document's beginning; of two statements with
  /// one id, the surer stays.
  private func numbered(_ statements: [Statement]) -> [Statement] {
    let article = context.document.article
    let ids = StatementIdentifier(
      document: article.document, text: article.text, evidence: statements.map(\.evidence))
    var byID: [String: Int] = [:]
    var kept: [Statement] = []
    for var statement in statements {
      statement.id = ids.statement(
        statement.evidence, holder: statement.holder, target: statement.target)
      if let other = byID[statement.id] {
        if statement.confidence > kept[other].confidence { kept[other] = statement }
      } else {
        byID[statement.id] = kept.count
        kept.append(statement)
      }
    }
    return kept
  }

  /// The clause around the cue, inside one quotation, cut where it is too long.
  private func evidence(of reading: Reading) -> Range<Int> {
    let tree = context.tree
    var head = reading.cue
    while !tree.isClausal(head), let next = tree.head(of: head) { head = next }
    let core =
      min(
        reading.cue, reading.content)..<(max(
        reading.cue, tree.phrase(of: reading.content).upperBound - 1) + 1)
    var range = tree.clauseRange(of: head)
    range = min(range.lowerBound, core.lowerBound)..<max(range.upperBound, core.upperBound)
    if let quotation = context.quotations(around: reading.cue).last {
      for content in context.document.quotations[quotation].content
      where content.contains(reading.cue) && context.document.quotations[quotation].kind == .direct
      {
        range = range.clamped(to: content)
      }
    }
    if tree.span(of: range).count <= Self.longestEvidence { return range }
    // Too long: from the holder's side of the cue to the end of what it is about.
    var lower = core.lowerBound
    if let subject = tree.ownSubject(of: head), subject < lower, range.contains(subject) {
      let start = tree.core(of: subject).lowerBound
      if tree.span(of: start..<core.upperBound).count <= Self.longestEvidence { lower = start }
    }
    var upper = max(core.upperBound, lower + 1)
    // The cue stays: it is what the statement is traced to.
    while upper > lower + 1, tree.span(of: lower..<upper).count > Self.longestEvidence {
      if lower < reading.cue, reading.content < reading.cue { lower += 1 } else { upper -= 1 }
    }
    return tree.trimmed((lower..<upper).clamped(to: range))
  }
}
