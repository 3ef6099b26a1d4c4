import FoundationEssentials
import SourceText

/// The words that report what somebody says or thinks: the table `reporting-cues.tsv` of the ontology.
public struct ReportingCues: Sendable {
  /// How a word reports.
  public enum Kind: String, Sendable, CaseIterable {
    /// Reports words, in a clause or between marks (`said`, `statement`).
    case say
    /// Reports words and has the one addressed as its object (`told`).
    case tell
    /// Reports a question or a request (`asked`).
    case ask
    /// Reports a belief, hope or fear (`believe`).
    case think
    /// The source holds the opposite of the content (`denied`).
    case deny
    /// What a report, a survey or a person lets conclude (`shows`).
    case show
    /// Says something of its object; reports only words between marks (`called it “…”`).
    case name
    /// Reports only words between marks (`“…,” he continued`).
    case manner
    /// Reports the words between marks that are its object (`citing “…”`).
    case cite
  }

  /// By lemma.
  public private(set) var verbs: [String: Kind] = [:]
  /// By lemma.
  public private(set) var nouns: [String: Kind] = [:]
  /// By the words in lower case, joined by blanks (`according to`).
  public private(set) var prepositions: [String: Kind] = [:]

  public static let fileName = "reporting-cues.tsv"

  /// Reads a table with the columns lemma, pos (VERB, NOUN, ADP), kind, notes; first line is the header.
  ///
  /// - Throws: `Diagnostic` with file and line at the first row that is not such a row.
  public init(table: String, file: String) throws {
    try add(table: table, file: file)
  }

  private mutating func add(table: String, file: String) throws {
    for (index, line) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let row = line.last == "\r" ? line.dropLast() : line
      if index == 0 || row.isEmpty || row.first == "#" { continue }
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 3, !cells[0].isEmpty else {
        throw Diagnostic(
          file: file, line: index + 1, problem: "a cue needs lemma, pos and kind, split by tabs",
          remedy: "Write a row such as: say<TAB>VERB<TAB>say<TAB>a note.")
      }
      guard let kind = Kind(rawValue: cells[2]) else {
        throw Diagnostic(
          file: file, line: index + 1, problem: "'\(cells[2])' is not a kind of reporting cue",
          remedy: "Use one of: \(Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      switch cells[1] {
      case "VERB": verbs[cells[0]] = kind
      case "NOUN": nouns[cells[0]] = kind
      case "ADP": prepositions[cells[0]] = kind
      default:
        throw Diagnostic(
          file: file, line: index + 1, problem: "'\(cells[1])' is not a part of speech of a cue",
          remedy: "Use VERB, NOUN or ADP.")
      }
    }
  }

  /// Reads `reporting-cues.tsv` of folders; the rows of a later one add to those before or replace them.
  ///
  /// - Throws: `Diagnostic` if no folder has the file or a row is wrong.
  public init(directories: [String]) throws {
    var isFound = false
    for directory in directories {
      let path = directory + (directory.hasSuffix("/") ? "" : "/") + Self.fileName
      guard FileManager.default.fileExists(atPath: path) else { continue }
      isFound = true
      do {
        let data = try Data(contentsOf: URL(filePath: path))
        try add(table: String(decoding: data, as: UTF8.self), file: path)
      } catch let fault as Diagnostic {
        throw fault
      } catch {
        throw Diagnostic(
          .noInput, file: path, problem: "the table of reporting cues can't be read",
          remedy: "Check that it may be read, or install the ontology again.")
      }
    }
    if !isFound {
      throw Diagnostic(
        .noInput, file: (directories.first ?? ".") + "/" + Self.fileName,
        problem: "the table of reporting cues is not there",
        remedy: "Give a folder that holds \(Self.fileName), or install the ontology again.")
    }
  }
}
