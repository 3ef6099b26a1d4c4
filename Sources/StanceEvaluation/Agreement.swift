import FoundationEssentials
import SourceText
import StanceModel
import StanceOntology

/// When what is read counts as what was coded.
public struct Agreement: Sendable {
  /// Issues that the coders knew; nil where all of the ontology's count as known.
  private let issues: Set<String>?
  /// Issues whose two roles may be swapped.
  private let symmetric: Set<String>
  /// Relations that were coded; nil where all were.
  public let relations: Set<String>?
  /// Issues that were looked for; nil where positions on anything were.
  private let coded: Set<String>?

  /// - Parameters:
  ///   - symmetric: the issues whose two roles may be swapped.
  ///   - coded: the issues that were looked for; nil where positions on anything were.
  public init(symmetric: Set<String>, coded: Set<String>? = nil) {
    issues = nil
    self.symmetric = symmetric
    self.coded = coded
    relations = nil
  }

  /// What the coders could choose from, off the table and the line `Relations` of an `ISSUES.md`.
  ///
  /// A row is `| issue | roles | yes or no | … |`, where *yes* lets the roles be swapped.
  public init(issuesPage text: String) {
    var issues: Set<String> = []
    var symmetric: Set<String> = []
    var relations: Set<String> = []
    for line in text.split(whereSeparator: \.isNewline) {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
        .map { $0.trimmingBlanks() }
      if line.hasPrefix("|"), cells.count >= 3, cells[2] == "yes" || cells[2] == "no",
        !cells[0].isEmpty,
        cells[0].utf8.allSatisfy({ (97...122).contains($0) || $0 == 45 })
      {
        issues.insert(cells[0])
        if cells[2] == "yes" { symmetric.insert(cells[0]) }
      }
      if line.hasPrefix("Relations") {
        // Between backticks.
        let parts = line.split(separator: "`", omittingEmptySubsequences: false)
        relations.formUnion(
          parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
      }
    }
    self.issues = issues.isEmpty ? nil : issues
    self.symmetric = symmetric
    self.relations = relations.isEmpty ? nil : relations
    coded = nil
  }

  /// Whether the coders would have coded a position on this.
  func isCoded(_ target: Target) -> Bool {
    guard let coded else { return true }
    if case .issue(let slug, _) = target { return coded.contains(slug) }
    return false
  }

  /// Whether an id is what was coded; any group is any other, since groups have no agreed name.
  func isSame(_ gold: String, _ read: String) -> Bool {
    let gold = gold.trimmingBlanks().lowercased()
    let read = read.lowercased()
    return gold == "*" || gold == read || (gold.hasPrefix("group:") && read.hasPrefix("group:"))
  }

  func holder(_ gold: GoldStance, _ statement: Statement) -> Bool {
    gold.holders.contains { isSame($0, statement.holder.description) }
  }

  func polarity(_ gold: GoldStance, _ statement: Statement) -> Bool {
    gold.readings.contains { $0.polarity == nil || $0.polarity == statement.polarity }
  }

  /// A speaker who is the holder says nothing new: both count as none.
  func source(_ sources: [String], _ gold: GoldStance, _ statement: Statement) -> Bool {
    guard let source = statement.source?.description,
      !gold.holders.contains(where: { isSame($0, source) })
    else { return sources.isEmpty || sources.contains { gold.holders.contains($0) } }
    return sources.contains { isSame($0, source) }
  }

  /// Whether the words meet, and those read are a clause: 300 bytes or twice those coded at the most.
  ///
  /// Where no words were coded, holder and target stand for them.
  func words(_ gold: GoldStance, _ statement: Statement) -> Bool {
    if gold.isAnywhere { return holder(gold, statement) && target(gold, statement) }
    let read = statement.evidence
    return gold.span.overlaps(read)
      && read.end - read.start <= max(300, 2 * (gold.span.end - gold.span.start))
  }

  /// Whether a statement counts as the coded one, with or without regard to what it is about.
  func fits(_ gold: GoldStance, _ statement: Statement, withTarget: Bool) -> Bool {
    guard words(gold, statement), holder(gold, statement) else { return false }
    return gold.readings.contains { reading in
      (reading.polarity == nil || reading.polarity == statement.polarity)
        && (!withTarget && !gold.isAnywhere
          || reading.targets.contains { target($0, statement.target) })
    }
  }

  func target(_ gold: GoldStance, _ statement: Statement) -> Bool {
    gold.readings.contains { $0.targets.contains { target($0, statement.target) } }
  }

  func target(_ gold: String, _ read: Target) -> Bool {
    if gold == "*" { return true }
    let issue = IssueID(gold)
    switch read {
    case .proposition: return gold == "proposition"
    case .entity(let entity):
      return issue == nil && gold != "proposition" && isSame(gold, entity.description)
    case .issue(let slug, let roles):
      // A proposition may be an issue that the coders did not know.
      if gold == "proposition" { return issues.map { !$0.contains(slug) } ?? false }
      guard let issue, issue.slug == slug else { return false }
      let fillers = roles.map { $0?.description ?? "*" }
      return issue.roles == ["*"] || sameRoles(issue.roles, fillers)
        || (symmetric.contains(slug) && fillers.count == 2
          && sameRoles(issue.roles, fillers.reversed()))
    }
  }

  private func sameRoles(_ gold: [String], _ read: [String]) -> Bool {
    (0..<max(gold.count, read.count)).allSatisfy { index in
      isSame(index < gold.count ? gold[index] : "*", index < read.count ? read[index] : "")
    }
  }

  func relation(_ gold: GoldRelation, _ relation: Relation) -> Bool {
    gold.span.overlaps(relation.evidence) && sameFact(gold, relation)
  }

  func sameFact(_ gold: GoldRelation, _ relation: Relation) -> Bool {
    gold.predicates.contains(relation.predicate)
      && gold.subjects.contains { isSame($0, relation.subject.description) }
      && gold.objects.contains { isSame($0, relation.object.description) }
      && (gold.year == nil || gold.year == relation.year)
  }
}

/// `issue:slug(role,role)` as a coder writes it.
struct IssueID {
  var slug: String
  var roles: [String]

  init?(_ id: String) {
    guard id.hasPrefix("issue:"), id.hasSuffix(")"), let open = id.firstIndex(of: "(") else {
      return nil
    }
    slug = String(id[..<open].dropFirst("issue:".count))
    roles = id[id.index(after: open)...].dropLast()
      .split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingBlanks() }
  }
}

extension StringProtocol {
  func trimmingBlanks() -> String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
