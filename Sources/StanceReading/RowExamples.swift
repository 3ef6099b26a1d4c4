public import LanguageAnalysis
public import SourceText

/// The example of a row of `cues.tsv` or `issue-patterns.tsv`, which the row has to read.
public struct RowExample: Sendable {
  enum Row: Hashable, Sendable {
    case cue(words: [String], CueRow.PartOfSpeech)
    case pattern(issue: String, words: [String], CueRow.PartOfSpeech)
  }

  public var file: String
  /// Counted from 1.
  public var line: Int
  /// The row's key: `rule out`, `sanctions: impose`.
  public var name: String
  /// Empty where the row has none.
  public var sentence: String
  let row: Row

  /// What is said of a row that does not read its example.
  public var fault: Diagnostic {
    sentence.isEmpty
      ? Diagnostic(
        file: file, line: line, problem: "'\(name)' has no example",
        remedy: "Write a sentence that it must read into the last column.")
      : Diagnostic(
        file: file, line: line, problem: "'\(name)' does not read “\(sentence)”",
        remedy: "Correct the row or its example; 'stancegraph explain - --why-not --all' helps.")
  }
}

extension StanceTables {
  /// The examples of all rows of cues and patterns in the folders, in their order; wrong rows are left out.
  ///
  /// - Throws: `Diagnostic` if a table can't be read.
  public static func examples(directories: [String]) throws -> [RowExample] {
    var found: [RowExample] = []
    for directory in directories {
      let cues = directory + "/cues.tsv"
      if Table.exists(cues) {
        for row in try Table(path: cues, columns: CueLexicon.columns).rows {
          guard let words = try? row.words(0), let part = try? row.partOfSpeech(1) else { continue }
          found.append(
            RowExample(
              file: row.file, line: row.line, name: words.joined(separator: " "), sentence: row[9],
              row: .cue(words: words, part)))
        }
      }
      let patterns = directory + "/issue-patterns.tsv"
      guard Table.exists(patterns) else { continue }
      for row in try Table(path: patterns, columns: IssueTable.patternColumns).rows {
        guard let words = try? row.words(1), let part = try? row.partOfSpeech(2) else { continue }
        found.append(
          RowExample(
            file: row.file, line: row.line, name: "\(row[0]): \(words.joined(separator: " "))",
            sentence: row[8], row: .pattern(issue: row[0], words: words, part)))
      }
    }
    return found
  }
}

extension StanceReader {
  /// Whether a row fires in the analysis of its example.
  public func reads(_ example: RowExample, in document: Document) -> Bool {
    let context = context(of: document)
    return (0..<context.tokens.count).contains { token in
      switch example.row {
      case .cue(let words, let part):
        [context.cues[token], context.verdict(at: token)].contains {
          $0.map { $0.words == words && $0.partOfSpeech == part } ?? false
        }
      case .pattern(let issue, let words, let part):
        context.issue(at: token).map {
          // Another wording with the same head may be the more specific one.
          $0.pattern.issue == issue && $0.pattern.words[0] == words[0]
            && $0.pattern.partOfSpeech == part
        } ?? false
      }
    }
  }
}
