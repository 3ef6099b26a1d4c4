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
  public private(set) var faults: [Diagnostic] = []

  /// Reads the tables of these folders in order; a later row replaces an issue of the same slug.
  ///
  /// - Throws: `Diagnostic` if a table can't be read.
  public init(issues: [String], patterns: [String]) throws {
    for path in issues {
      for row in try Table(path: path, columns: Self.issueColumns).rows {
        bySlug[row[0]] = Issue(
          slug: row[0], roles: row[1].split(separator: "|").map { String($0) },
          isSymmetric: row[2] == "yes", labelTemplate: row[3],
          opposite: row[4].isEmpty ? nil : row[4], broader: row[5].isEmpty ? nil : row[5])
      }
    }
    for path in patterns {
      for row in try Table(path: path, columns: Self.patternColumns).rows {
        do {
          let pattern = try pattern(row, file: path)
          byHead[pattern.words[0], default: []].append(pattern)
        } catch let fault as Diagnostic {
          faults.append(fault)
        }
      }
    }
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

  private func pattern(_ row: Table.Row, file: String) throws -> IssuePattern {
    func fault(_ problem: String, _ remedy: String) -> Diagnostic {
      Diagnostic(file: file, line: row.line, problem: problem, remedy: remedy)
    }
    guard let issue = bySlug[row[0]] else {
      throw fault("'\(row[0])' is no issue", "Add it to issues.tsv, or correct the slug.")
    }
    let words = row[1].split(separator: " ").map { String($0) }
    guard !words.isEmpty else { throw fault("the head is empty", "Give its lemma.") }
    guard let pos = CueRow.PartOfSpeech(rawValue: row[2]) else {
      throw fault("'\(row[2])' is no part of speech", "Use V, N or A.")
    }
    func conditions(_ cell: String) throws -> [IssuePattern.Condition] {
      try cell.split(separator: "&").map { part in
        let trimmed = part.drop { $0 == " " }
        let text = trimmed.hasSuffix(" ") ? trimmed.dropLast() : trimmed
        guard let colon = text.firstIndex(of: ":") else {
          return .init(slot: nil, alternatives: text.split(separator: "|").map { String($0) })
        }
        guard let slot = Slot(text[..<colon]) else {
          throw fault("'\(text[..<colon])' is no slot", "ontology/README.md lists the slots.")
        }
        let words = text[text.index(after: colon)...].split(separator: "|").map { String($0) }
        return .init(slot: slot, alternatives: words)
      }
    }
    var slots: [String: [Slot]] = [:]
    for part in row[7].split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1)
      let name = String(sides.first?.drop { $0 == " " } ?? "")
      guard sides.count == 2, issue.roles.contains(name) else {
        throw fault(
          "'\(part)' fills no role of \(issue.slug)",
          "Its roles: \(issue.roles.joined(separator: ", ")).")
      }
      slots[name] = try sides[1].split(separator: ",").map { name in
        guard let slot = Slot(role: name) else {
          throw fault("'\(name)' is no slot", "ontology/README.md lists the slots.")
        }
        return slot
      }
    }
    return IssuePattern(
      issue: issue.slug, words: words, partOfSpeech: pos, needs: try conditions(row[3]),
      without: try conditions(row[4]), sign: row[5] == "-" || row[5] == "−" ? -1 : 1,
      isAct: row[6] == "yes", roles: issue.roles.map { slots[$0] ?? [] })
  }
}
