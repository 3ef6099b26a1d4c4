public import SourceText

/// An issue of the ontology: what positions are compared on.
public struct Issue: Hashable, Sendable {
  public var slug: String
  /// The names of its roles, in the order of its id.
  public var roles: [String]
  /// Whether the order of its two roles does not matter.
  public var isSymmetric: Bool
  /// `{organization} membership[ of {member}]`: roles in braces, what is dropped with an open role in brackets.
  public var labelTemplate: String
  public var opposite: String?
  public var broader: String?
}

/// One wording of an issue: a predicate, what must stand with it, and where the roles' fillers stand.
struct IssuePattern: Hashable, Sendable {
  /// One of these must stand among the dependents, in the slot if one is named.
  struct Condition: Hashable, Sendable {
    var slot: Slot?
    var alternatives: [String]
  }

  var issue: String
  /// The lemma of the head first, then words among its dependents.
  var words: [String]
  var partOfSpeech: CueRow.PartOfSpeech
  var needs: [Condition]
  var without: [Condition]
  /// -1 where the predicate says the contrary of the issue.
  var sign: Int
  /// Whether doing it takes a position without further words.
  var isAct: Bool
  /// For each role of the issue, where its filler may stand, in order.
  var roles: [[Slot]]
  /// What it fires on; the roles are read only where it does.
  struct Trigger: Hashable, Sendable {
    var words: [String]
    var partOfSpeech: CueRow.PartOfSpeech
    var needs: Set<Condition>
    var without: Set<Condition>
  }

  var trigger: Trigger {
    Trigger(
      words: words, partOfSpeech: partOfSpeech, needs: Set(needs), without: Set(without))
  }

  /// How specific it is: more conditions win.
  var specificity: Int { 2 * words.count + 2 * needs.count + without.count }
}

/// The issues and their patterns, as `ontology/issues.tsv` and `ontology/issue-patterns.tsv` list them.
public struct IssueTable: Sendable {
  static let issueColumns = ["slug", "roles", "symmetric", "label", "opposite", "broader"]
  static let patternColumns = [
    "issue", "head", "pos", "needs", "without", "sign", "act", "roles",
  ]

  private var bySlug: [String: Issue] = [:]
  private var byHead: [String: [IssuePattern]] = [:]
  /// What is wrong with single rows; such rows are left out.
  public private(set) var faults: [Diagnostic] = []

  /// Reads the tables of these folders in order; a later row replaces an issue of the same slug, a later
  /// wording stands before an earlier one that is as specific.
  ///
  /// - Throws: `Diagnostic` if a table can't be read.
  public init(issues: [String], patterns: [String]) throws {
    var issueRows: [String: Table.Row] = [:]
    for path in issues {
      let table = try Table(path: path, columns: Self.issueColumns)
      faults += table.faults
      var first = FirstRows<String>()
      for row in table.rows {
        do {
          let issue = try Self.issue(row)
          if let earlier = first.earlier(issue.slug, row) {
            throw row.fault(
              "'\(issue.slug)' is on line \(earlier.line) already", "Give each issue one row.")
          }
          bySlug[issue.slug] = issue
          issueRows[issue.slug] = row
        } catch let fault as Diagnostic {
          faults.append(fault)
        }
      }
    }
    faults += issueRows.sorted { $0.key < $1.key }.flatMap {
      strayReferences(of: $0.key, in: $0.value)
    }
    // Of two wordings that are as specific, the later file's comes first.
    for path in patterns.reversed() {
      let table = try Table(path: path, columns: Self.patternColumns)
      faults += table.faults
      var first = FirstRows<IssuePattern.Trigger>()
      for row in table.rows {
        do {
          let pattern = try pattern(row)
          if let earlier = first.earlier(pattern.trigger, row) {
            throw row.fault(
              "the wording '\(row[1])' is on line \(earlier.line) already, for '\(earlier[0])'",
              "Expected: one row for a head with its part of speech, needs and without. Remove one of the two, or tell them apart by needs."
            )
          }
          byHead[pattern.words[0], default: []].append(pattern)
        } catch let fault as Diagnostic {
          faults.append(fault)
        }
      }
    }
    addCycles(issueRows)
    sortPatterns()
  }

  init(issues: [String: Issue], patterns: [IssuePattern], faults: [Diagnostic]) {
    bySlug = issues
    for pattern in patterns { byHead[pattern.words[0], default: []].append(pattern) }
    self.faults = faults
    sortPatterns()
  }

  /// Faults of issues that are a part of themselves, by the issues above them.
  mutating func addCycles(_ rows: [String: Table.Row]) {
    for slug in bySlug.keys.sorted() {
      var seen: Set<String> = []
      var above = bySlug[slug]?.broader
      while let next = above, next != slug, seen.insert(next).inserted {
        above = bySlug[next]?.broader
      }
      guard above == slug, let row = rows[slug] else { continue }
      faults.append(
        row.fault("'\(slug)' is a part of itself", "Follow 'broader' and take one step out."))
    }
  }

  private mutating func sortPatterns() {
    for head in byHead.keys {
      let rows = byHead[head, default: []].enumerated()
      byHead[head] = rows.sorted { a, b in
        (-a.element.specificity, a.offset) < (-b.element.specificity, b.offset)
      }.map(\.element)
    }
  }

  /// All issues, by slug.
  public var issues: [Issue] { bySlug.values.sorted { $0.slug < $1.slug } }

  public subscript(slug: String) -> Issue? { bySlug[slug] }

  var verbs: Set<String> { verbHeads(of: byHead, \.partOfSpeech) }

  /// The patterns whose head has this lemma, the most specific first.
  func patterns(head lemma: String) -> [IssuePattern] { byHead[lemma] ?? [] }

  /// The label of an issue with its roles' labels, nil for an open role: `NATO membership of Ukraine`.
  public func label(slug: String, roles labels: [String?]) -> String {
    guard let issue = bySlug[slug] else { return slug }
    var values: [String: [String]] = [:]
    for (role, label) in zip(issue.roles, labels) {
      if let label { values[role, default: []].append(label) }
    }
    let text = Self.fill(issue.labelTemplate, &values)
    return text.split(separator: " ").joined(separator: " ")
  }

  private static func fill(_ template: String, _ values: inout [String: [String]]) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(where: { $0 == "[" || $0 == "{" }) {
      result += rest[..<open]
      let close: Character = rest[open] == "[" ? "]" : "}"
      guard let end = rest[open...].firstIndex(of: close) else { break }
      let inner = String(rest[rest.index(after: open)..<end])
      if close == "}" {
        // The two roles of a symmetric issue have one name: each use takes the next filler.
        if let next = values[inner]?.first {
          result += next
          values[inner]?.removeFirst()
        }
      } else {
        let names = inner.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) }
        let isFilled = Set(names).allSatisfy { name in
          names.count { $0 == name } <= (values[name]?.count ?? 0)
        }
        if isFilled {
          result += fill(inner, &values)
        } else if let only = Set(names).first, Set(names).count == 1, values[only]?.count == 1 {
          // One side of two is known: `negotiation with A`.
          result += " with \(values[only]?.removeFirst() ?? "")"
        }
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func issue(_ row: Table.Row) throws -> Issue {
    let slug = row[0]
    guard !slug.isEmpty, slug.utf8.allSatisfy({ ($0 >= 97 && $0 <= 122) || $0 == 45 }) else {
      throw row.fault("'\(slug)' is no slug", "Use lower-case letters and hyphens.")
    }
    let roles = row[1].split(separator: "|").map { String($0) }
    let isSymmetric = try row.isYes(2)
    guard !isSymmetric || roles.count == 2 else {
      throw row.fault(
        "a symmetric issue has two roles, not \(roles.count)", "Name both, parted by |.")
    }
    for named in row[3].split(separator: "{").dropFirst().map({ $0.prefix { $0 != "}" } })
    where !roles.contains(String(named)) {
      throw row.fault(
        "the label names '\(named)', which is no role",
        "Its roles: \(roles.joined(separator: ", ")).")
    }
    guard row[3].count(where: { $0 == "[" }) == row[3].count(where: { $0 == "]" }) else {
      throw row.fault("a bracket of the label is not closed", "Close it with ].")
    }
    return Issue(
      slug: slug, roles: roles, isSymmetric: isSymmetric, labelTemplate: row[3],
      opposite: row[4].isEmpty ? nil : row[4], broader: row[5].isEmpty ? nil : row[5])
  }

  /// References to issues that are in no table.
  private func strayReferences(of slug: String, in row: Table.Row) -> [Diagnostic] {
    [bySlug[slug]?.opposite, bySlug[slug]?.broader].compactMap { $0 }.filter { bySlug[$0] == nil }
      .map { row.fault("'\($0)' is no issue", "Add it to issues.tsv, or correct the slug.") }
  }

  private func pattern(_ row: Table.Row) throws -> IssuePattern {
    guard let issue = bySlug[row[0]] else {
      throw row.fault("'\(row[0])' is no issue", "Add it to issues.tsv, or correct the slug.")
    }
    let words = try row.words(1)
    let pos = try row.partOfSpeech(2)
    guard ["+", "-", "−"].contains(row[5]) else {
      throw row.fault("'\(row[5])' is no sign", "Use + or -.")
    }
    func conditions(_ cell: String) throws -> [IssuePattern.Condition] {
      try cell.split(separator: "&").map { part in
        let trimmed = part.drop { $0 == " " }
        let text = trimmed.hasSuffix(" ") ? trimmed.dropLast() : trimmed
        guard let colon = text.firstIndex(of: ":") else {
          return .init(slot: nil, alternatives: text.split(separator: "|").map { String($0) })
        }
        let slot = try row.slot(text[..<colon])
        let words = text[text.index(after: colon)...].split(separator: "|").map { String($0) }
        return .init(slot: slot, alternatives: words)
      }
    }
    var slots: [String: [Slot]] = [:]
    for part in row[7].split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1)
      let name = String(sides.first?.drop { $0 == " " } ?? "")
      guard sides.count == 2, issue.roles.contains(name) else {
        throw row.fault(
          "'\(part)' fills no role of \(issue.slug)",
          "Its roles: \(issue.roles.joined(separator: ", ")).")
      }
      slots[name] = try row.slots(sides[1], isRole: true)
    }
    return IssuePattern(
      issue: issue.slug, words: words, partOfSpeech: pos, needs: try conditions(row[3]),
      without: try conditions(row[4]), sign: row[5] == "+" ? 1 : -1,
      isAct: try row.isYes(6), roles: issue.roles.map { slots[$0] ?? [] })
  }
}
