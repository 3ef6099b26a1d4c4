import SourceText

/// A user's own issues, as coders of discourse networks list their concepts.
extension IssueTable {
  static let codebookColumns = ["id", "label", "patterns", "broader"]

  /// Reads a codebook: a table with `id`, `label`, `patterns` and `broader`.
  ///
  /// `patterns` are wordings parted by `|`, of one to five lemmas each: *carbon tax*, *tax carbon*, *phase out coal*.
  /// A wording with `-` before it says the contrary of the concept. Its last word is tried as the noun that the
  /// others belong to, its first as a verb. The issues have no roles; doing what one names is a position.
  /// - Throws: `Diagnostic` if the table can't be read.
  public init(codebook path: String) throws {
    guard Table.exists(path) else {
      throw Diagnostic(
        .noInput, file: path, problem: "there is no such codebook",
        remedy: "Name a table with the columns id, label, patterns and broader.")
    }
    let table = try Table(path: path, columns: Self.codebookColumns)
    var found: [String: Issue] = [:]
    var lines: [String: Table.Row] = [:]
    var patterns: [IssuePattern] = []
    var faults = table.faults
    var first = FirstRows<IssuePattern.Trigger>()
    for row in table.rows {
      do {
        let issue = try Self.concept(row)
        if let first = lines[issue.slug] {
          throw row.fault(
            "'\(issue.slug)' is on line \(first.line) already", "Give each concept one row.")
        }
        found[issue.slug] = issue
        lines[issue.slug] = row
        for pattern in try Self.wordings(row, of: issue.slug) {
          if let earlier = first.earlier(pattern.trigger, row) {
            throw row.fault(
              "'\(pattern.wording)' is a wording on line \(earlier.line) already",
              "Expected: each wording once, for one concept. Remove one of the two.")
          }
          patterns.append(pattern)
        }
      } catch let fault as Diagnostic {
        faults.append(fault)
      }
    }
    for (slug, row) in lines {
      if let broader = found[slug]?.broader, found[broader] == nil {
        faults.append(row.fault("'\(broader)' is no concept", "Add it, or correct the id."))
      }
    }
    self.init(issues: found, patterns: patterns, faults: faults)
    addCycles(lines)
  }

  private static func concept(_ row: Table.Row) throws -> Issue {
    let slug = row[0]
    guard !slug.isEmpty, slug.utf8.allSatisfy({ ($0 >= 97 && $0 <= 122) || $0 == 45 }) else {
      throw row.fault("'\(slug)' is no id", "Use lower-case letters and hyphens.")
    }
    // Brackets and braces are the signs of a template.
    let label = String((row[1].isEmpty ? slug : row[1]).filter { !"[]{}".contains($0) })
    return Issue(
      slug: slug, roles: [], isSymmetric: false, labelTemplate: label, opposite: nil,
      broader: row[3].isEmpty ? nil : row[3])
  }

  private static func wordings(_ row: Table.Row, of slug: String) throws -> [IssuePattern] {
    var found: [IssuePattern] = []
    for wording in row[2].split(separator: "|") {
      var words = wording.lowercased().split(separator: " ").map { String($0) }
      var sign = 1
      if let first = words.first, first.hasPrefix("-") {
        sign = -1
        words[0] = String(first.dropFirst())
        if words[0].isEmpty { words.removeFirst() }
      }
      guard let first = words.first, let last = words.last, words.count <= 5 else {
        throw row.fault("'\(wording)' is no wording", "Give one to five lemmas, parted by blanks.")
      }
      func pattern(_ words: [String], _ part: CueRow.PartOfSpeech) -> IssuePattern {
        IssuePattern(
          issue: slug, words: words, partOfSpeech: part, needs: [], without: [], sign: sign,
          isAct: part == .verb, roles: [])
      }
      found.append(pattern([last] + words.dropLast(), .noun))
      found.append(pattern([first] + words.dropFirst(), .verb))
    }
    guard !found.isEmpty else {
      throw row.fault("'\(slug)' has no patterns", "Give its wordings, parted by |.")
    }
    return found
  }
}

extension IssuePattern {
  /// The words of a wording in the order of the codebook, where the head of a noun stands last.
  fileprivate var wording: String {
    (partOfSpeech == .noun ? words.dropFirst() + words.prefix(1) : words[...])
      .joined(separator: " ")
  }
}
