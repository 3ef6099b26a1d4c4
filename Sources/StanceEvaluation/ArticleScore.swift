import SourceText
public import StanceModel

/// Right, wrong and missed.
public struct Counts: Hashable, Sendable {
  public var right = 0
  /// Read, but not coded.
  public var wrong = 0
  /// Coded, but not read.
  public var missed = 0

  public init(right: Int = 0, wrong: Int = 0, missed: Int = 0) {
    self.right = right
    self.wrong = wrong
    self.missed = missed
  }

  public var precision: Double {
    right + wrong > 0 ? Double(right) / Double(right + wrong) : missed == 0 ? 1 : 0
  }
  public var recall: Double {
    right + missed > 0 ? Double(right) / Double(right + missed) : 1
  }
  public var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  static func += (a: inout Counts, b: Counts) {
    a.right += b.right
    a.wrong += b.wrong
    a.missed += b.missed
  }
}

/// A part of a whole.
public struct Share: Hashable, Sendable {
  public var part = 0
  public var whole = 0

  public var value: Double? { whole > 0 ? Double(part) / Double(whole) : nil }

  mutating func add(_ isPart: Bool) {
    whole += 1
    if isPart { part += 1 }
  }

  static func += (a: inout Share, b: Share) {
    a.part += b.part
    a.whole += b.whole
  }
}

/// A polarity as it was coded and as it was read.
public struct PolarityPair: Hashable, Sendable {
  public var coded: Polarity
  public var read: Polarity

  public init(coded: Polarity, read: Polarity) {
    self.coded = coded
    self.read = read
  }
}

/// What went wrong with a coded position or with a statement.
public enum ErrorClass: String, Sendable, CaseIterable {
  case missedCue = "missed"
  case wrongHolder = "wrong holder"
  case wrongPolarity = "wrong polarity"
  case wrongTarget = "wrong target"
  case notAStance = "not a stance"
  /// A second statement of what another says already.
  case again = "said again"
}

/// One error with the record, the statement, or both.
public struct ScoredError: Sendable {
  public var kind: ErrorClass
  public var gold: GoldStance?
  public var statement: Statement?
}

/// How the statements of one article agree with what a person coded.
public struct ArticleScore: Sendable {
  /// What is counted.
  public enum Measure: String, Sendable, CaseIterable {
    /// Statements that meet a core record in words, holder and polarity; those that fit a hard one are no errors.
    case stance = "stance core"
    case stanceAll = "stance all"
    case stanceHard = "stance hard"
    /// The same, and the target agrees.
    case target = "stance+target core"
    case targetAll = "stance+target all"
    case targetHard = "stance+target hard"
    case relation = "relation all"
  }

  public enum ShareName: String, Sendable, CaseIterable {
    case target = "right target where the gold names one"
    case source = "right source"
    case holder = "pairs by words alone: right holder"
    case polarity = "pairs by words alone: right polarity"
    case support = "recall of support"
    case oppose = "recall of oppose"
    case neutral = "share of neutral"
  }

  /// Statements of one construction: how many are right, and how many of these in their target, too.
  public struct ConstructionScore: Sendable {
    public var stance = Share()
    public var target = Share()
  }

  public var document: String
  public var counts: [Measure: Counts] = [:]
  public var shares: [ShareName: Share] = [:]
  public var constructions: [String: ConstructionScore] = [:]
  /// By slug: core records on an issue, and statements on it.
  public var issues: [String: Counts] = [:]
  /// Pairs of records and statements that agree in place, holder and target.
  public var polarities: [PolarityPair: Int] = [:]
  /// Each statement that takes a side: its confidence, and whether it is right.
  public var confidences: [(value: Double, isRight: Bool)] = []
  public var errors: [ScoredError] = []

  /// - Parameters:
  ///   - statements: of this article alone.
  ///   - relations: of this article alone.
  public init(
    document: String, gold: Gold, statements: [Statement], relations: [Relation],
    by agreement: Agreement
  ) {
    self.document = document
    let stances = gold.stances
    let order =
      stances.indices.filter { stances[$0].level == .core }
      + stances.indices.filter { stances[$0].level == .hard }
    func matching(withTarget: Bool) -> [Int?] {
      largestMatching(
        stances.map { record in
          statements.indices.filter {
            agreement.fits(record, statements[$0], withTarget: withTarget)
          }
        }, order: order, partners: statements.count)
    }
    let matched = matching(withTarget: false)
    let onTarget = matching(withTarget: true)
    let hard = stances.filter { $0.level == .hard }
    let excused = statements.map { statement in
      hard.contains { agreement.fits($0, statement, withTarget: false) }
    }
    // On what nobody looked for, or what was coded once for the whole article, there is no verdict.
    let judged = statements.map { statement in
      agreement.isCoded(statement.target)
        && !stances.contains {
          $0.isAnywhere && agreement.fits($0, statement, withTarget: true)
        }
    }
    count(matched, stances, statements, excused, judged, .stance, .stanceAll, .stanceHard)
    count(onTarget, stances, statements, excused, judged, .target, .targetAll, .targetHard)
    countShares(matched, onTarget, stances, statements, agreement)
    countIssues(onTarget, stances, statements, excused, judged)
    countPolarities(onTarget, stances, statements, agreement)
    listErrors(matched, onTarget, stances, statements, excused, judged, agreement)

    guard gold.hasRelations else { return }
    let facts = relations.filter { agreement.relations?.contains($0.predicate) ?? true }
    let found = largestMatching(
      gold.relations.map { record in
        facts.indices.filter { agreement.relation(record, facts[$0]) }
      }, order: Array(gold.relations.indices), partners: facts.count)
    let right = found.count { $0 != nil }
    let used = Set(found.compactMap { $0 })
    // A fact read again at another place is no error.
    let wrong = facts.indices.count { index in
      !used.contains(index)
        && !gold.relations.contains { agreement.sameFact($0, facts[index]) }
    }
    counts[.relation] = Counts(right: right, wrong: wrong, missed: found.count - right)
  }

  private mutating func count(
    _ matched: [Int?], _ stances: [GoldStance], _ statements: [Statement], _ excused: [Bool],
    _ judged: [Bool], _ core: Measure, _ all: Measure, _ hard: Measure
  ) {
    let used = Set(matched.compactMap { $0 })
    let free = statements.indices.filter {
      !used.contains($0) && judged[$0] && statements[$0].polarity != .neutral
    }
    func tally(_ level: GoldStance.Level) -> (right: Int, missed: Int) {
      let own = stances.indices.filter { stances[$0].level == level }
      let right = own.count { matched[$0] != nil }
      return (right, own.count - right)
    }
    let (right, missed) = tally(.core)
    let (hardRight, hardMissed) = tally(.hard)
    counts[core] = Counts(right: right, wrong: free.count { !excused[$0] }, missed: missed)
    counts[all] = Counts(right: right + hardRight, wrong: free.count, missed: missed + hardMissed)
    counts[hard] = Counts(right: hardRight, wrong: 0, missed: hardMissed)
  }

  private mutating func countShares(
    _ matched: [Int?], _ onTarget: [Int?], _ stances: [GoldStance], _ statements: [Statement],
    _ agreement: Agreement
  ) {
    for (index, record) in stances.enumerated() where record.level == .core {
      if let partner = matched[index] {
        let isNamed = !record.readings.contains { $0.targets.contains("proposition") }
        if isNamed { shares[.target, default: Share()].add(onTarget[index] != nil) }
        if let sources = record.sources {
          shares[.source, default: Share()].add(
            agreement.source(sources, record, statements[partner]))
        }
      }
      switch record.readings[0].polarity {
      case .support: shares[.support, default: Share()].add(matched[index] != nil)
      case .oppose: shares[.oppose, default: Share()].add(matched[index] != nil)
      case .neutral, nil: break
      }
    }
    for (record, statement) in pairs(matched, stances, statements, agreement) {
      // Without words, the holder is what makes the pair.
      if !stances[record].isAnywhere {
        shares[.holder, default: Share()].add(
          agreement.holder(stances[record], statements[statement]))
      }
      shares[.polarity, default: Share()].add(
        agreement.polarity(stances[record], statements[statement]))
    }
    for statement in statements {
      shares[.neutral, default: Share()].add(statement.polarity == .neutral)
    }
  }

  /// The issue of a statement.
  private func slug(_ statement: Statement) -> String? {
    if case .issue(let slug, _) = statement.target { slug } else { nil }
  }

  private mutating func countIssues(
    _ onTarget: [Int?], _ stances: [GoldStance], _ statements: [Statement], _ excused: [Bool],
    _ judged: [Bool]
  ) {
    for (index, record) in stances.enumerated() where record.level == .core {
      if let partner = onTarget[index] {
        if let slug = slug(statements[partner]) { issues[slug, default: Counts()].right += 1 }
      } else if let first = record.readings[0].targets.first, let issue = IssueID(first) {
        issues[issue.slug, default: Counts()].missed += 1
      }
    }
    let used = Set(onTarget.compactMap { $0 })
    for (index, statement) in statements.enumerated()
    where !used.contains(index) && judged[index] && !excused[index]
      && statement.polarity != .neutral
    {
      if let slug = slug(statement) { issues[slug, default: Counts()].wrong += 1 }
    }
  }

  /// The polarities of what agrees in all else: first what agrees in polarity, too, then one to one in order.
  private mutating func countPolarities(
    _ onTarget: [Int?], _ stances: [GoldStance], _ statements: [Statement], _ agreement: Agreement
  ) {
    var used = Set(onTarget.compactMap { $0 })
    for (index, record) in stances.enumerated() where record.level == .core {
      let partner =
        onTarget[index]
        ?? statements.indices.first {
          !used.contains($0) && agreement.words(record, statements[$0])
            && agreement.holder(record, statements[$0]) && agreement.target(record, statements[$0])
        }
      guard let partner else { continue }
      used.insert(partner)
      // Of what may be said either way, the reading with the target counts.
      let reading = record.readings.first { reading in
        reading.targets.contains { agreement.target($0, statements[partner].target) }
      }
      guard let coded = reading?.polarity else { continue }
      polarities[PolarityPair(coded: coded, read: statements[partner].polarity), default: 0] += 1
    }
  }

  /// Core records with statements by their words alone: first those that match, then by the largest overlap.
  private func pairs(
    _ matched: [Int?], _ stances: [GoldStance], _ statements: [Statement], _ agreement: Agreement
  ) -> [(Int, Int)] {
    let core = stances.indices.filter { stances[$0].level == .core }
    var pairs = core.compactMap { record in matched[record].map { (record, $0) } }
    var used = Set(matched.compactMap { $0 })
    var rest: [(overlap: Double, record: Int, statement: Int)] = []
    for record in core where matched[record] == nil {
      for index in statements.indices
      where !used.contains(index) && agreement.words(stances[record], statements[index]) {
        rest.append((overlap(stances[record], statements[index]), record, index))
      }
    }
    rest.sort { (-$0.overlap, $0.record, $0.statement) < (-$1.overlap, $1.record, $1.statement) }
    var done: Set<Int> = []
    for (_, record, statement) in rest
    where !done.contains(record) && !used.contains(statement) {
      done.insert(record)
      used.insert(statement)
      pairs.append((record, statement))
    }
    return pairs
  }

  /// Intersection over union of the words.
  private func overlap(_ record: GoldStance, _ statement: Statement) -> Double {
    let a = record.span
    let b = statement.evidence
    let shared = max(0, min(a.end, b.end) - max(a.start, b.start))
    return Double(shared) / Double(max(a.end, b.end) - min(a.start, b.start))
  }

  private mutating func listErrors(
    _ matched: [Int?], _ onTarget: [Int?], _ stances: [GoldStance], _ statements: [Statement],
    _ excused: [Bool], _ judged: [Bool], _ agreement: Agreement
  ) {
    let used = Set(matched.compactMap { $0 })
    let hit = Set(onTarget.compactMap { $0 })
    var explained: Set<Int> = []
    var paired: Set<Int> = []
    for (record, statement) in pairs(matched, stances, statements, agreement) {
      let gold = stances[record]
      let read = statements[statement]
      let kind: ErrorClass
      if matched[record] != nil {
        guard onTarget[record] == nil else { continue }
        kind = .wrongTarget
      } else {
        kind = agreement.holder(gold, read) ? .wrongPolarity : .wrongHolder
        if read.polarity != .neutral { explained.insert(statement) }
      }
      paired.insert(record)
      errors.append(ScoredError(kind: kind, gold: gold, statement: read))
    }
    for (index, record) in stances.enumerated()
    where matched[index] == nil && !paired.contains(index) {
      errors.append(ScoredError(kind: .missedCue, gold: record, statement: nil))
    }
    for (index, statement) in statements.enumerated()
    where statement.polarity != .neutral && (judged[index] || used.contains(index)) {
      let isRight = used.contains(index) || excused[index]
      constructions[statement.construction, default: ConstructionScore()].stance.add(isRight)
      if used.contains(index) {
        constructions[statement.construction, default: ConstructionScore()].target.add(
          hit.contains(index))
      }
      confidences.append((statement.confidence, isRight))
      guard !isRight, !explained.contains(index) else { continue }
      let isAgain = stances.contains { agreement.fits($0, statement, withTarget: false) }
      errors.append(
        ScoredError(kind: isAgain ? .again : .notAStance, gold: nil, statement: statement))
    }
  }
}
